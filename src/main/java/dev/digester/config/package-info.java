/**
 * The typed configuration: one shape for every face of digester.
 *
 * <p>It is written as a {@code Digester} of {@code digester.dev/v1alpha1}, in a functionConfig or
 * in a file, or as a ConfigMap, which is what {@code kpt fn eval -- key=value} makes. Both end in
 * one {@link dev.digester.config.Configuration}: immutable, complete, its values checked, every
 * default filled in. Anyone who holds one never asks again whether a value is there or right.
 *
 * <p>{@link dev.digester.config.ConfigurationReader} makes it from the nodes of a {@link
 * dev.digester.document.Document}. Jackson binds the nodes to records, with all coercion off; the
 * nodes say on which line a value stands and how it is written. Where there is nothing to read,
 * Jackson is not touched: most runs have no configuration, and their start-up is not to pay for it.
 *
 * <p>What is wrong is a {@link dev.digester.config.ConfigurationException} with one line for the
 * user: file, line, field path and cause.
 */
@NullMarked
package dev.digester.config;

import org.jspecify.annotations.NullMarked;
