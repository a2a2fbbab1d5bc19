package dev.digester.machine;

import dev.digester.registry.ManifestQuery;
import dev.digester.registry.RegistrySettings;
import dev.digester.resolve.Route;
import dev.digester.resolve.Routes;
import java.util.List;
import java.util.Optional;

/**
 * What one kind of file says.
 *
 * @param hosts how the hosts that it names are talked to
 * @param routes where images are asked for
 */
public record MachineRegistries(List<RegistrySettings> hosts, Routes routes) implements Routes {
  public MachineRegistries {
    hosts = List.copyOf(hosts);
  }

  @Override
  public Optional<Route> of(ManifestQuery query) {
    return routes.of(query);
  }
}
