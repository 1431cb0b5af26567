package dev.lockjaw.corpus;

import java.util.List;

/**
 * A published bug in a published library.
 *
 * @param id the name on the command line
 * @param description what happens, as a clause
 * @param story what happens, in a few sentences
 * @param driver the simple name of the class that triggers it in a child JVM
 * @param unit what is counted, in the plural
 * @param seenBy the criterion by which it is recognised
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
