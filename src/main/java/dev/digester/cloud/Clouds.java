package dev.digester.cloud;

import dev.digester.credentials.Cloud;
import dev.digester.credentials.UserEnvironment;
import java.time.InstantSource;
import java.util.List;

/** The clouds whose registries digester can log in to by itself. */
public final class Clouds {
  private Clouds() {}

  /**
   * All of them. Reads no file and opens no connection before one is asked.
   *
   * @param environment leads to keys, and to metadata servers in other places than usual
   * @param clock for requests that are signed
   */
  public static List<Cloud> of(UserEnvironment environment, InstantSource clock) {
    CloudHttp http = new CloudHttp(environment.variables());
    return List.of(
        new GoogleCloud(environment, clock, http),
        new AmazonCloud(environment, clock, http),
        new AzureCloud(environment, http));
  }
}
