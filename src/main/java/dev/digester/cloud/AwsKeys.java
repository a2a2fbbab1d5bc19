package dev.digester.cloud;

import java.util.Optional;

/**
 * Who signs a request.
 *
 * @param session what keys that expire are shown with
 */
record AwsKeys(String id, String secret, Optional<String> session) {
  @Override
  public String toString() {
    return "AwsKeys[hidden]";
  }
}
