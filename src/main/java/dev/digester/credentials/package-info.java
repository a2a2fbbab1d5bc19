/**
 * Finds the credential for a repository in the places where people keep them.
 *
 * <p>A {@link dev.digester.credentials.Keychain} is asked for a host and a repository, and {@link
 * dev.digester.credentials.Answer answers} with a {@link dev.digester.credentials.Credential} and
 * its source, or with the places where it looked. Nothing here is an error: most registries serve
 * most images to anyone, so a broken file or a helper that fails matters only if the registry
 * refuses. Anyone who then makes the error has the problem in the answer.
 *
 * <p>{@link dev.digester.credentials.CredentialSources} is the keychain of a user: a list of
 * sources in a fixed order, from the most to the least particular to a run.
 *
 * <ol>
 *   <li>{@code DIGESTER_REGISTRY_<n>_HOST}, {@code _USERNAME}, {@code _PASSWORD}
 *   <li>the pull secrets of the workload that the image belongs to
 *   <li>the file {@code REGISTRY_AUTH_FILE}, the JSON in {@code DOCKER_AUTH_CONFIG}, {@code
 *       config.json} in the directory {@code DOCKER_CONFIG}
 *   <li>{@code $XDG_RUNTIME_DIR/containers/auth.json}, {@code /run/containers/UID/auth.json},
 *       {@code ~/.config/containers/auth.json} ({@code XDG_CONFIG_HOME})
 *   <li>{@code ~/.docker/config.json}
 *   <li>{@code GITHUB_TOKEN}, for ghcr.io
 * </ol>
 *
 * The first source with a matching key settles the matter; a source that is missing or broken is
 * passed over. There is no second try with another source after a refusal, so a registry never sees
 * more of a user's credentials than the one that is meant for it.
 *
 * <p>Keys name a host, or a host and the start of a repository; the longest that covers the
 * repository counts. Files match whole path segments, as podman does; pull secrets match as a
 * kubelet does, with globs in host labels.
 *
 * <p>Credential helpers are programs named {@code docker-credential-NAME} in PATH. Each is run once
 * for a registry and a run, gets the whole environment and 30 seconds. A helper that is not
 * installed, or says that it has nothing, means an anonymous request.
 *
 * <p>Secrets stay inside {@code Credential}: no {@code toString}, note, problem or source here
 * shows a password, a token or a user name, what a helper wrote is never quoted, and of a broken
 * file only the line is told. The {@link dev.digester.credentials.Explanation} for people may name
 * the user.
 */
@NullMarked
package dev.digester.credentials;

import org.jspecify.annotations.NullMarked;
