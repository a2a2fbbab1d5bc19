package dev.digester.cloud;

/**
 * Keys of variables or files, or why there are none.
 *
 * @param get what was found
 * @param plan to take it
 */
record AwsLocal(AwsWay.Outcome get, String plan) implements AwsWay {

  static AwsLocal keys(AwsKeys keys, String place) {
    String how = "the keys of " + place;
    return new AwsLocal(new Got(keys, how), "would take " + how);
  }

  static AwsLocal failing(String what) {
    String problem = what + "; the credential helper ecr-login takes all that AWS has";
    return new AwsLocal(new Failed(problem), "would fail: " + problem);
  }
}
