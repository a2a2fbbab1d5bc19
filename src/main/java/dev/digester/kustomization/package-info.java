/**
 * The {@code images} of a Kustomization: which image an entry names, and how the entry gets a
 * digest.
 *
 * <p>kustomize rewrites images while it builds, so the digest belongs in the entry and not in the
 * manifests. {@link dev.digester.kustomization.KustomizationImage} is a view of one entry. It plans
 * the smallest change of the text: one more line after {@code newTag} in block style, one more pair
 * in flow style. Everything else of the file stays as it is.
 *
 * @see <a
 *     href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/">kustomize's
 *     page on images</a>
 */
@NullMarked
package dev.digester.kustomization;

import org.jspecify.annotations.NullMarked;
