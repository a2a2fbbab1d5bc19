package dev.digester.images;

import dev.digester.reference.ImageReference;

/** An image that somebody pulls: what is looked up. */
public record Pull(ImageReference reference, Workload workload) {}
