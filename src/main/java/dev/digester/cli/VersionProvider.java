package dev.digester.cli;

import dev.digester.process.Version;
import picocli.CommandLine.IVersionProvider;

/** {@code digester --version}. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"digester " + Version.number()};
  }
}
