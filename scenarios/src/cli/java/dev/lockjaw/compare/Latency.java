package dev.lockjaw.compare;

/**
 * How long a send takes until its record is sealed, in nanoseconds from when it was due, while
 * another thread reads and a third frees the session at regular intervals.
 *
 * @param p50 half of all sends take no longer; the others accordingly
 * @param sends how many were measured
 * @param closed how many found the session freed; they are not measured
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
