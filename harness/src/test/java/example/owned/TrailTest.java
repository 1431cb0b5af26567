package example.owned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.Culprit;
import dev.lockjaw.arena.Owners;
import dev.lockjaw.blame.Change;
import dev.lockjaw.blame.Trail;
import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Memory;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The thread behind another one's exception, by what both have done to the same thing. */
class TrailTest {
  private final Trail trail = new Trail();
  private final List<String> outbox = new ArrayList<>();

  private static StackTraceElement line(int number) {
    return new StackTraceElement("com.example.Link", "send", "Link.java", number);
  }

  private static Site site(int line, String subject) {
    Act.Kind kind = Act.Kind.WORD;
    StackTraceElement at = line(line);
    return new Site(
        1, 1, kind, "Link", "send", line, "read", subject, Memory.READ, subject, false, at);
  }

  private Change change(String thread, String subject, int part) {
    return new Change(thread, 5, site(34, subject), outbox, part, List.of(), List.of());
  }

  private Optional<Culprit> behind(RuntimeException thrown, int line) {
    thrown.setStackTrace(new StackTraceElement[] {line(line)});
    return trail.behind(thrown, "writer", new Owners());
  }

  /** The writer has read a null that some thread may have put there. */
  private void readsNull(Change before) {
    trail.accesses(site(20, "Link.engine"), outbox, 1, before, null);
    trail.isNull();
  }

  @Test
  void aNullThatAnotherThreadHasPutThereIsItsDoing() {
    Change freers = change("freer", "Link.engine", 1);
    new Trail().accesses(site(34, "Link.engine"), outbox, 1, null, freers);
    readsNull(freers);
    Culprit culprit = behind(new NullPointerException(), 20).orElseThrow();
    assertThat(culprit.message()).isEqualTo("writer used Link.engine, which freer had changed");
    assertThat(culprit.other().name()).isEqualTo("freer");
    assertThat(culprit.other().doing())
        .isEqualTo("changed Link.engine in step 5, at Link.send line 34");
  }

  @Test
  void aNullOfTheThreadsOwnOrOfNobodyBlamesNobody() {
    readsNull(change("writer", "Link.engine", 1));
    assertThat(behind(new NullPointerException(), 20)).isEmpty();
    readsNull(null);
    assertThat(behind(new NullPointerException(), 20)).isEmpty();
  }

  @Test
  void aListThatAnotherThreadHasChangedIsItsDoingIfItIsUsedAtTheLine() {
    Change changed = change("other", "", Points.CONTENTS);
    trail.accesses(site(21, ""), outbox, Points.CONTENTS, changed, null);
    assertThat(behind(new ConcurrentModificationException(), 22)).isEmpty();
    assertThat(behind(new ConcurrentModificationException(), 21).orElseThrow().message())
        .isEqualTo("writer used ArrayList, which other had changed");
  }

  @Test
  void anExceptionThatSaysNothingOfTheKindBlamesNobody() {
    readsNull(change("freer", "Link.engine", 1));
    assertThat(behind(new IllegalArgumentException(), 20)).isEmpty();
  }
}
