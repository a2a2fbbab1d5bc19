package dev.digester.images;

import dev.digester.document.FieldPath;
import dev.digester.document.Node;
import dev.digester.krm.Resource;

/**
 * A place where a resource names an image.
 *
 * @param resource the resource, or the item of a List that holds the field
 * @param path from the resource's root
 * @param value what stands there; behind an alias or a merge key, the anchored node
 * @param duplicated whether the container has further {@code image} keys, of which this is the
 *     first
 * @param skipped whether the user's annotation excludes the field from pinning
 */
public record ImageField(
    Resource resource, FieldPath path, Node value, boolean duplicated, boolean skipped) {}
