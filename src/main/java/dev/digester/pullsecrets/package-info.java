/**
 * Finds the pull secrets of workloads: what a kubelet would show to the registry of an image.
 *
 * <p>A {@link dev.digester.images.Workload} names Secrets and a ServiceAccount, which may name
 * more; a {@link dev.digester.pullsecrets.Store} holds such objects: the items of a list, or a
 * cluster. {@link dev.digester.pullsecrets.PullSecrets} puts both together. Which of the secrets
 * fits an image is for {@link dev.digester.credentials} to say.
 *
 * <p>Names may be shown, contents never: they stay inside {@link
 * dev.digester.credentials.PullSecret}.
 */
@NullMarked
package dev.digester.pullsecrets;

import org.jspecify.annotations.NullMarked;
