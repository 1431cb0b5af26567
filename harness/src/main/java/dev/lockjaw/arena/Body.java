package dev.lockjaw.arena;

import org.apiguardian.api.API;

/** What an actor does. */
@FunctionalInterface
@API(status = API.Status.STABLE)
public interface Body {
  void run() throws Exception;
}
