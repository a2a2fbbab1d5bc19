package dev.digester.images;

import dev.digester.reference.ImageReference;

/** An image that someone pulls: what is looked up. */
public record Pull(ImageReference reference, Workload workload) {}
