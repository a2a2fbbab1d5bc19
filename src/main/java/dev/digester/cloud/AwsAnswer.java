package dev.digester.cloud;

import dev.digester.document.Mapping;
import java.util.Optional;

/** Reads what containers and instances are given (AWS SDKs, "Container credential provider"). */
final class AwsAnswer {
  private AwsAnswer() {}

  /**
   * The keys of an answer.
   *
   * @param how what they were got from
   * @param who gave the answer, for people
   */
  static AwsWay.Outcome keys(Reply reply, String how, String who) {
    return reply
        .object()
        .flatMap(AwsAnswer::keys)
        .<AwsWay.Outcome>map(keys -> new AwsWay.Got(keys, how))
        .orElseGet(() -> new AwsWay.Failed("%s %s".formatted(who, reply.problem())));
  }

  private static Optional<AwsKeys> keys(Mapping answer) {
    return Fields.text(answer, "AccessKeyId")
        .flatMap(id ->
            Fields.text(answer, "SecretAccessKey")
                .map(secret -> new AwsKeys(id, secret, Fields.text(answer, "Token"))));
  }
}
