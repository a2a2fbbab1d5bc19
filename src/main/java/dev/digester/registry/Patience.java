package dev.digester.registry;

/**
 * How much is done to get an answer.
 *
 * @param deadline when it is given up
 * @param retries whether a request that failed is sent again
 */
public record Patience(Deadline deadline, boolean retries) {}
