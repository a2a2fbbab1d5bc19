/**
 * What commands print: tables and lines for people, JSON for programs.
 *
 * <p>{@link dev.digester.report.Table} lines columns up, {@link dev.digester.report.Palette}
 * colours words where that is wanted, and {@link dev.digester.report.JsonWriter} writes JSON. None
 * of them knows what it prints or where: each makes a string, and a shell writes it.
 */
@NullMarked
package dev.digester.report;

import org.jspecify.annotations.NullMarked;
