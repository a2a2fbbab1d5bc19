/**
 * An SDK for KRM functions: the model of the <a
 * href="https://github.com/kubernetes-sigs/kustomize/blob/master/cmd/config/docs/api-conventions/functions-spec.md">KRM
 * Functions Specification</a> over a lossless document.
 *
 * <p>A function receives a {@link dev.digester.krm.ResourceList} and answers with {@link
 * dev.digester.krm.Change}s, each a scalar that should read differently, and {@link
 * dev.digester.krm.Result}s, what is to be said about it. It never writes text: anyone who runs the
 * function splices the changes into the bytes that came in, so nothing that the function did not
 * name can change. Resources are views of the list's document; nothing is copied.
 *
 * <p>The package knows Kubernetes' resource model (kind, name, annotations) and nothing of what
 * functions do with it.
 */
@NullMarked
package dev.digester.krm;

import org.jspecify.annotations.NullMarked;
