/**
 * Where manifests name images, and the stages that rewrite and pin them.
 *
 * <p>{@link dev.digester.images.ImageFields} finds the fields: containers, init containers,
 * ephemeral containers and image volumes of the pod spec of any kind, the items of Lists, and the
 * fields that the user names, those inside of texts among them. {@link
 * dev.digester.images.RewriteImages} renames, retags and relocates by entries that are found by
 * name. {@link dev.digester.images.PinImages} decides for each what happens to it, asks once for
 * all distinct {@link dev.digester.images.Pull}s, an image and the workload whose pull secrets
 * serve it, and plans the changes. The package knows no HTTP and no credentials: anyone who runs
 * the stage brings the answers.
 */
@NullMarked
package dev.digester.images;

import org.jspecify.annotations.NullMarked;
