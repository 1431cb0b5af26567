package dev.lockjaw.corpus;

import java.util.List;

/**
 * A bug that was published, in a library that is published.
 *
 * @param id the name on the command line
 * @param description what happens, a clause
 * @param story the same in a few sentences
 * @param driver the simple name of the class that brings it about in a child JVM
 * @param unit what is counted, in the plural
 * @param seenBy how it is told that it happened
 * @param releases its lineage, oldest first
 */
public record Entry(
    String id,
    String description,
    String story,
    String driver,
    String unit,
    String seenBy,
    List<Release> releases) {}
