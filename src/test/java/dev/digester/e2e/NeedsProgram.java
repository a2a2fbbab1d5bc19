package dev.digester.e2e;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The programs that a test starts. Where one is not in PATH the test is skipped and says so, but
 * with {@code DIGESTER_TESTS_REQUIRE_ALL=1} in the environment it fails: what guards main skips
 * nothing.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsProgram.Condition.class)
public @interface NeedsProgram {
  /** Names of programs, as a shell would look them up. */
  String[] value();

  /** Looks for the programs before the test runs. */
  final class Condition implements ExecutionCondition {
    private static final String REQUIRE_ALL = "DIGESTER_TESTS_REQUIRE_ALL";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      List<String> missing =
          AnnotationSupport.findAnnotation(context.getElement(), NeedsProgram.class).stream()
              .flatMap(needs -> Arrays.stream(needs.value()))
              .filter(program -> !isInPath(program))
              .toList();
      if (missing.isEmpty()) {
        return ConditionEvaluationResult.enabled("every program is there");
      }
      return missing(context.getDisplayName() + " needs in PATH: " + String.join(", ", missing));
    }

    /** The test is skipped, or fails where nothing may be skipped. */
    static ConditionEvaluationResult missing(String reason) {
      if ("1".equals(System.getenv(REQUIRE_ALL))) {
        throw new IllegalStateException(reason + " (" + REQUIRE_ALL + "=1: nothing is skipped)");
      }
      System.out.println("Skipped: " + reason);
      return ConditionEvaluationResult.disabled(reason);
    }

    static boolean isInPath(String program) {
      return Stream.of(System.getenv("PATH").split(File.pathSeparator))
          .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
  }
}
