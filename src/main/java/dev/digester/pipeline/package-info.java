/**
 * Plan, then act: the stages of a run and how their plans become bytes.
 *
 * <p>A {@link dev.digester.pipeline.Stage} looks at a list and answers with a {@link
 * dev.digester.pipeline.Plan}: what should change and what is to be said. It touches nothing. A
 * {@link dev.digester.pipeline.Pipeline} carries the plans out, one after another, each on the list
 * as the ones before have left it, and all or nothing: as soon as any plan holds an error, the
 * outcome is the list as it came in, with the results.
 */
@NullMarked
package dev.digester.pipeline;

import org.jspecify.annotations.NullMarked;
