package dev.lockjaw.run;

import java.util.List;
import org.apiguardian.api.API;

/** What became of a session, at the end of a run. */
@API(status = API.Status.EXPERIMENTAL)
public interface FinishedSession {
  /** Distinguishes it from other sessions of the run. */
  String name();

  /** Whether a free was done, or was accepted to be done later. */
  boolean freeAccepted();

  /** Whether its TLS endpoint was freed, or its connection closed. */
  boolean freed();

  /** Names of executors that were made for it and still have a thread. */
  List<String> runningExecutors();
}
