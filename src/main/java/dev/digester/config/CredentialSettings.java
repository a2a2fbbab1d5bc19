package dev.digester.config;

/**
 * Where else credentials may come from.
 *
 * @param fromPackage whether pull secrets that are items of the list are used
 */
public record CredentialSettings(boolean fromPackage) {}
