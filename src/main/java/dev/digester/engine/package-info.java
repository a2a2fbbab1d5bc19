/**
 * What every face stands on: a configuration and resources in, outcomes out.
 *
 * <p>An {@link dev.digester.engine.Engine} runs the stages that a configuration asks for on any
 * number of texts: setters and image rules on each, then one survey of all, one question for each
 * distinct image, and a plan for each text. The KRM functions of this program are the same stages
 * on one list ({@link dev.digester.engine.Functions}). Files and admission objects implement {@link
 * dev.digester.krm.Resources} and need nothing else.
 *
 * <p>{@link dev.digester.engine.LookUps} is where questions leave the engine; {@link
 * dev.digester.engine.RegistryLookUps} asks registries with the credentials of the user, the
 * package and the cluster.
 */
@NullMarked
package dev.digester.engine;

import org.jspecify.annotations.NullMarked;
