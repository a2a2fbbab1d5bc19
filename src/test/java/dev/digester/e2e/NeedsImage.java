package dev.digester.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests of the container image: the archive that the system property {@code digester.image} names,
 * or target/digester-image.tar, with podman and docker. They are a group of their own, {@code
 * image}, since most builds make no image; where the archive or a program is missing they are
 * skipped or fail, as {@link NeedsProgram} says.
 */
@Tag("image")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsImage.Condition.class)
@interface NeedsImage {
  /** The archive. */
  Path FILE =
      Path.of(System.getProperty("digester.image", "target/digester-image.tar")).toAbsolutePath();

  /** Looks for the archive before the test runs. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Files.exists(FILE)
          ? Engine.all(context.getDisplayName())
          : NeedsProgram.Condition.missing(
              "%s needs %s: build it with -Pnative,image"
                  .formatted(context.getDisplayName(), FILE));
    }
  }
}
