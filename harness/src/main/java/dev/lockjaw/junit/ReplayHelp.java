package dev.lockjaw.junit;

import java.util.List;

/** How to replay what a test has found: lines that are indented by two. */
final class ReplayHelp {
  private ReplayHelp() {}

  /** For a test of sessions. */
  static List<String> ofSessions(String token, Class<?> type) {
    return List.of(
        "  in a debugger or for good: @Replay(\"" + token + "\") on a test method",
        fromMaven(token, type));
  }

  /** For a test with {@link Explore}. */
  static List<String> ofBody(String token, Class<?> type) {
    return List.of(
        "  in a debugger or for good: @Explore(replay = \"" + token + "\")",
        fromMaven(token, type));
  }

  private static String fromMaven(String token, Class<?> type) {
    return "  from Maven: mvn test -Dtest="
        + type.getSimpleName()
        + " -D"
        + Scenarios.REPLAY
        + '='
        + token;
  }
}
