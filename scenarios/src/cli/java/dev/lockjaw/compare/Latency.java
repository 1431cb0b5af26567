package dev.lockjaw.compare;

/**
 * How long a send takes until its record is sealed, while another thread reads and a third frees
 * the session every so often, in nanoseconds from when it was to begin.
 *
 * @param p50 half of all sends take no longer; and so on
 * @param sends how many were measured
 * @param closed how many found the session freed, which are not among those
 * @param frees how many sessions were freed
 */
public record Latency(
    String transport,
    double p50,
    double p90,
    double p99,
    double p999,
    double max,
    long sends,
    long closed,
    long frees) {}
