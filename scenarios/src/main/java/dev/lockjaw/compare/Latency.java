package dev.lockjaw.compare;

/**
 * How long a send takes until its record is sealed, while another thread reads, in nanoseconds.
 *
 * @param p50 half of all sends take no longer; and so on
 */
public record Latency(
    String transport, double p50, double p90, double p99, double p999, double max) {}
