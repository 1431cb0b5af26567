package dev.lockjaw.result;

import java.io.Serializable;
import org.apiguardian.api.API;

/**
 * One step of an interleaving.
 *
 * @param thread who moved
 * @param action what it did
 */
@API(status = API.Status.STABLE)
public record Step(String thread, String action) implements Serializable {}
