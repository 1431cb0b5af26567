package example.owned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.Owners;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The names of locks say whose they are, by the fields that lead to them. */
class OwnersTest {
  private static final Object FOR_ALL = new Object();

  /** Belongs to one session. */
  private static class Link {
    final ReentrantLock lock = new ReentrantLock();
    final Semaphore[] permits = {new Semaphore(1), new Semaphore(1)};
  }

  /** A session with a part that may belong to others, too. */
  private record Client(Link link, Object shared) {}

  private final Owners owners = new Owners();

  private Client session(String name, Object shared) {
    Client client = new Client(new Link(), shared);
    owners.add(name, () -> client);
    return client;
  }

  @Test
  void aLockIsOfTheSessionWhoseFieldsLeadToIt() {
    Client left = session("left", null);
    Client right = session("right", null);
    assertThat(owners.name(left.link().lock, "Link.lock"))
        .isEqualTo("ReentrantLock Link.lock of left");
    assertThat(owners.name(right.link().lock, "Link.lock #2"))
        .isEqualTo("ReentrantLock Link.lock of right");
    assertThat(owners.name(right.link().permits[1], "Semaphore"))
        .isEqualTo("Semaphore Link.permits[1] of right");
  }

  @Test
  void aMonitorIsOfTheObjectAndTheSession() {
    Client left = session("left", List.of());
    assertThat(owners.monitor(left, "")).isEqualTo("the monitor of Client of left");
    assertThat(owners.monitor(left.link(), "")).isEqualTo("the monitor of Client.link of left");
  }

  @Test
  void whatTwoSessionsShareIsOfBothAndWhatIsStaticOfNone() {
    ReentrantLock shared = new ReentrantLock();
    session("left", shared);
    session("right", shared);
    assertThat(owners.name(shared, "")).isEqualTo("ReentrantLock Client.shared of left and right");
    Owners others = new Owners();
    OwnersTest test = new OwnersTest();
    others.add("client", () -> test);
    assertThat(others.monitor(FOR_ALL, "")).isEqualTo("the monitor of OwnersTest.FOR_ALL");
  }

  @Test
  void aSessionBehindALambdaIsFound() {
    Client hidden = new Client(new Link(), null);
    Supplier<Object> session = hidden::link;
    owners.add("client", () -> session);
    assertThat(owners.name(hidden.link().lock, "")).isEqualTo("ReentrantLock Link.lock of client");
  }

  @Test
  void aLockThatNoFieldLeadsToKeepsTheNameThatItHasInTheCode() {
    session("client", null);
    assertThat(owners.name(new ReentrantLock(), "Link.lock")).isEqualTo("Link.lock");
    owners.add("late", () -> null);
    assertThat(owners.monitor(new Object(), "the monitor of Object"))
        .isEqualTo("the monitor of Object");
  }

  @Test
  void stepsSayWhoseOnlyIfThereAreSeveralSessions() {
    Client left = session("left", null);
    assertThat(owners.whose(left.link().lock)).isEmpty();
    Client right = session("right", null);
    assertThat(owners.whose(left.link().lock)).isEqualTo(" of left");
    assertThat(owners.whose(right.link().lock)).isEqualTo(" of right");
    assertThat(owners.whose(new Object())).isEmpty();
  }
}
