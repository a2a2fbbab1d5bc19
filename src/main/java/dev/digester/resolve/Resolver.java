package dev.digester.resolve;

/** Knows the digest that an image's tag names today. May be asked by many threads at once. */
@FunctionalInterface
public interface Resolver {

  /** Looks an image up; blocks. Whatever goes wrong is a {@link Resolution.Failed}. */
  Resolution resolve(Question question);
}
