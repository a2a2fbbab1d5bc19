/**
 * What has become of pinned images since they were pinned.
 *
 * <p>A {@link dev.digester.verify.Decision} comes from what a registry answers, and asks no more
 * than it needs: an image whose tag still names its digest costs one lookup. Every image gets one
 * {@link dev.digester.verify.FindingClass}, and {@link dev.digester.verify.FailOn} says which of
 * them are failures. {@link dev.digester.verify.ReportFormat} writes the findings for people, for
 * programs and for code scanning. Nothing is ever changed.
 */
@NullMarked
package dev.digester.verify;

import org.jspecify.annotations.NullMarked;
