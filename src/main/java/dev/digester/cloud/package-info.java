/**
 * Gets credentials for the registries of clouds from the clouds themselves, for programs that run
 * there or hold a key of an account there: Google's Artifact Registry and Container Registry,
 * Amazon's Elastic Container Registry, Azure's Container Registry.
 *
 * <p>Each is a {@link dev.digester.credentials.Cloud}, which {@link
 * dev.digester.credentials.CredentialSources} asks last, for the hosts of that cloud only, and only
 * after a registry has refused strangers. Where a machine has a key, in variables or files, it is
 * shown to the cloud's token service; else the metadata server is asked, which every cloud has at a
 * link-local address, and which gets one second to answer. What is got is used for the run and
 * written nowhere.
 *
 * <p>The exchanges are a few documented requests each, so no SDK is needed. They go by https, with
 * the machine's proxies and CAs; by plain http to metadata servers only. Secrets stay in {@link
 * dev.digester.credentials.Credential}, in bodies and in headers: no record here shows them, and
 * what a server or a file says is quoted nowhere.
 */
@NullMarked
package dev.digester.cloud;

import org.jspecify.annotations.NullMarked;
