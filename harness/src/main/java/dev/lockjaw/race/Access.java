package dev.lockjaw.race;

import dev.lockjaw.result.Held;
import dev.lockjaw.woven.Site;
import java.util.List;

/**
 * One access to a variable.
 *
 * @param thread the number of the thread
 * @param name the thread's name
 * @param held the locks that it held; empty unless the run records
 * @param stack where it was; empty unless the run records
 */
record Access(
    int thread,
    String name,
    Site site,
    boolean write,
    List<Held> held,
    List<StackTraceElement> stack) {}
