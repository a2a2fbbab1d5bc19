package dev.digester.cloud;

import java.util.Arrays;
import java.util.Optional;

/**
 * One of the separate Azures (<a
 * href="https://learn.microsoft.com/azure/active-directory/develop/authentication-national-cloud">national
 * clouds</a>).
 */
enum AzureRegion {
  PUBLIC(".azurecr.io", "https://login.microsoftonline.com"),
  CHINA(".azurecr.cn", "https://login.partner.microsoftonline.cn"),
  US_GOVERNMENT(".azurecr.us", "https://login.microsoftonline.us");

  private final String suffix;
  private final String login;

  AzureRegion(String suffix, String login) {
    this.suffix = suffix;
    this.login = login;
  }

  /** The one that a registry belongs to. */
  static Optional<AzureRegion> of(String host) {
    return Arrays.stream(values()).filter(region -> host.endsWith(region.suffix)).findFirst();
  }

  /** Where tokens are got. */
  String login() {
    return login;
  }
}
