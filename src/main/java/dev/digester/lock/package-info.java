/**
 * The lock: a file that says which digest each image has, so that every run gives the same.
 *
 * <p>An {@link dev.digester.lock.ImageLock} is read from a file of its own or from an item of a
 * list, and answers by the one spelling that all references to an image have in common. {@link
 * dev.digester.lock.LockEdits} changes its text in place: people's comments, blank lines and order
 * stay, a new entry takes its sorted place, and two branches that each add an image merge line by
 * line. {@link dev.digester.lock.LockedResolver} lets the lock answer before a registry is asked;
 * {@link dev.digester.lock.LockPlaces} tells which lock serves a resource; {@link
 * dev.digester.lock.LockExport} writes what other tools read. Nothing here opens a file.
 */
@NullMarked
package dev.digester.lock;

import org.jspecify.annotations.NullMarked;
