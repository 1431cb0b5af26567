package dev.lockjaw.corpus.search;

import com.example.bugs.CloseBesideBlockedWrite;
import com.example.bugs.DuplexKeyUpdate;
import com.example.bugs.InvalidateBesideGetIds;
import com.example.bugs.WriteAgainOnClose;
import dev.lockjaw.body.LockjawExplorer;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How a bug of the corpus is searched for.
 *
 * @param weave what is woven besides the body; may be empty
 * @param preemptions the preemption bound
 * @param body the body for a setting of the release; empty if it has none
 */
public record Search(String weave, int preemptions, Function<String, LockjawExplorer.Body> body) {
  private static final Map<String, Search> ALL =
      Map.of(
          "netty-2093",
          new Search("org.jboss.netty..", 1, none -> WriteAgainOnClose.body()),
          "bc-java-1344",
          new Search("org.bouncycastle.jsse..", 2, none -> InvalidateBesideGetIds.body()),
          "jdk-close-blocked-write",
          new Search("", 1, CloseBesideBlockedWrite::body),
          "jdk-keyupdate-duplex",
          new Search("", 1, DuplexKeyUpdate::body));

  /** The ids of the bugs that have one. */
  public static Set<String> bugs() {
    return ALL.keySet();
  }

  static Search of(String bug) {
    return ALL.get(bug);
  }

  LockjawExplorer explorer(String bug) {
    LockjawExplorer explorer = LockjawExplorer.named(bug).preemptions(preemptions);
    return weave.isEmpty() ? explorer : explorer.weave(weave);
  }
}
