/**
 * Registry settings that the machine already has, for other programs: {@code registries.conf} of
 * podman, skopeo and CRI-O, {@code certs.d} of containerd.
 *
 * <p>Each is read whole, at the first lookup, into {@link dev.digester.resolve.Routes}, which say
 * where an image is asked for, and {@link dev.digester.registry.RegistrySettings} of the hosts that
 * this involves. Both are written in TOML, which Jackson reads into a {@link
 * dev.digester.machine.Table}. A file that cannot be carried out is a {@link
 * dev.digester.machine.MachineSettingsException}: guessing might ask the wrong registry.
 */
@NullMarked
package dev.digester.machine;

import org.jspecify.annotations.NullMarked;
