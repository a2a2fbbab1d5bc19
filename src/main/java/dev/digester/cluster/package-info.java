/**
 * Reads objects of a Kubernetes cluster: finds the cluster as kubectl does, and asks its API server
 * for one object at a time.
 *
 * <p>{@link dev.digester.cluster.ClusterFinder} looks for a kubeconfig, then for the files that
 * every pod has; {@link dev.digester.cluster.Kubeconfig} reads the first, with credential plugins;
 * what comes of either is a {@link dev.digester.cluster.ClusterAccess}. {@link
 * dev.digester.cluster.ApiServer} sends GET requests and nothing else. Whatever goes wrong is a
 * {@link dev.digester.cluster.ClusterException} whose message is for people: it names the server,
 * the verb, the resource and the namespace, and no user.
 */
@NullMarked
package dev.digester.cluster;

import org.jspecify.annotations.NullMarked;
