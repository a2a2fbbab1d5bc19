/**
 * {@code digester demo}: the main job, shown on manifests that look real, without a network.
 *
 * <p>The examples name images of public registries. An embedded registry ({@link
 * dev.digester.demo.DemoRegistry}) on a free loopback port holds tiny images under the same names,
 * each host below a prefix of its own, and the list that the function gets says so in {@code
 * registries[].mirrors}. So nothing of the function is replaced: it reads a list as kpt sends it,
 * asks a registry over HTTP, and answers on its standard output. The tiny images are made of
 * nothing but their names, therefore their digests never change, and the diffs that the examples
 * carry can be compared byte for byte.
 *
 * <p>The package changes no file. What would change is shown as unified diffs.
 */
@NullMarked
package dev.digester.demo;

import org.jspecify.annotations.NullMarked;
