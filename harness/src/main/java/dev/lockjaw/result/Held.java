package dev.lockjaw.result;

import java.io.Serializable;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A lock that a thread holds.
 *
 * @param lock the lock's name
 * @param since the stack at which it was taken, innermost frame first
 */
@API(status = API.Status.STABLE)
public record Held(String lock, List<StackTraceElement> since) implements Serializable {}
