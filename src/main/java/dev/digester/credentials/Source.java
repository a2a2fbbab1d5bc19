package dev.digester.credentials;

/** One place that may hold credentials. Thread-safe; what it reads is read once. */
interface Source {

  /** The place's name for people, such as {@code /home/user/.docker/config.json}. */
  String place();

  /** What the place has for a target; a place that is missing or broken is a finding as well. */
  Finding find(Target target);

  /** The same for explanations, which ask no one over a network. */
  default Finding foresee(Target target) {
    return find(target);
  }
}
