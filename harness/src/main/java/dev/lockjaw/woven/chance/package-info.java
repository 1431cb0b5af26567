/**
 * Chance and the time of day in woven code, the same in every run of a schedule: a thread draws
 * from dice of its own, and the time is that of the run's clock. Only calls that woven code makes
 * are replaced, so a TLS stack keeps its real randomness.
 */
package dev.lockjaw.woven.chance;
