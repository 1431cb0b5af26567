package dev.lockjaw.result;

import java.io.Serializable;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One thread's part in a finding.
 *
 * @param name the actor's name
 * @param doing what it was doing, as a clause; never empty
 * @param held the locks it held, in the order it took them
 * @param wanted the lock or condition it waited for, or null
 * @param stack its stack, innermost frame first
 */
@API(status = API.Status.STABLE)
public record ThreadEvidence(
    String name, String doing, List<Held> held, String wanted, List<StackTraceElement> stack)
    implements Serializable {}
