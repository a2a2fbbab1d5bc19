/**
 * The program as its users meet it: started as a process, by kpt and by kustomize, against a real
 * registry.
 *
 * <p>{@link dev.digester.e2e.ProgramUnderTest} is whatever the system property {@code
 * digester.program} names, so that the same tests judge another build of it. {@link
 * dev.digester.e2e.RealRegistry} is the distribution project's registry on a free loopback port,
 * plain, with TLS, with Basic or with token authentication; {@link dev.digester.e2e.FaultProxy}
 * stands before it, counts requests and misbehaves on demand. A test that needs a program says so
 * with {@link dev.digester.e2e.NeedsProgram}. Everything that a process writes is searched for the
 * {@link dev.digester.e2e.Secrets} of the suite.
 */
@NullMarked
package dev.digester.e2e;

import org.jspecify.annotations.NullMarked;
