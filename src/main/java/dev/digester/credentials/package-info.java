/** Finds the credential for a repository in the places where people keep them. */
@NullMarked
package dev.digester.credentials;

import org.jspecify.annotations.NullMarked;
