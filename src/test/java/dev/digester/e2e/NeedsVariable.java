package dev.digester.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The variable that leads a test to a server. Where it is not set the test is skipped and says so,
 * but fails where {@link NeedsProgram} fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsVariable.Condition.class)
@interface NeedsVariable {
  /** Its name. */
  String value();

  /** Looks for the variable before the test runs. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      String name =
          AnnotationSupport.findAnnotation(context.getElement(), NeedsVariable.class)
              .map(NeedsVariable::value)
              .orElse("PATH");
      return System.getenv(name) != null
          ? ConditionEvaluationResult.enabled(name + " is set")
          : NeedsProgram.Condition.missing(
              context.getDisplayName() + " needs the variable " + name);
    }
  }
}
