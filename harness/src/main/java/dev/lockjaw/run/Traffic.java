package dev.lockjaw.run;

import dev.lockjaw.lock.Status;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.session.SessionUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Sends numbered messages and checks what arrives. Each message that a session accepted must arrive
 * once, whole, and after the earlier messages of the same sender. A message that was only queued
 * may be lost if the session was freed, unless the thread that sent it was the one that freed the
 * session afterwards, or the session's executor had refused the message. Reports {@link
 * FindingKind#RECORD_CORRUPTION}, {@link FindingKind#REORDERED} and {@link
 * FindingKind#LOST_MESSAGE}.
 */
@API(status = API.Status.STABLE)
public final class Traffic {
  private final Stage stage;
  private final SessionUnderTest session;
  private final int size;
  private final Map<String, List<Sent>> accepted = new LinkedHashMap<>();

  /**
   * How the session answered a send.
   *
   * @param thread that sent
   * @param step of the run at which it began to, if the run counts them
   * @param refused whether an executor refused a task of that thread meanwhile
   * @param beforeFree whether no thread had called free when the send returned
   */
  private record Sent(Status status, String thread, int step, boolean refused, boolean beforeFree) {
    static final Sent NOT_ACCEPTED = new Sent(Status.CLOSED, "", 0, false, false);
  }

  /** Reads everything that has arrived at the other end. */
  @FunctionalInterface
  @API(status = API.Status.STABLE)
  public interface Arrivals {
    byte[] drain() throws IOException;
  }

  /**
   * Adds the check to the stage.
   *
   * @param session the session that sends
   * @param size bytes of a message, at least 8; the sender's name and the number must fit
   * @param arrivals reads what has arrived, after all actors have ended
   */
  public Traffic(Stage stage, SessionUnderTest session, int size, Arrivals arrivals) {
    this.stage = stage;
    this.session = session;
    this.size = size;
    stage.check(() -> compare(arrivals));
  }

  /** Sends messages of 16 bytes to the peer of a connection. */
  public static Traffic to(Stage stage, Connection connection) {
    return new Traffic(stage, connection.session(), 16, connection.peer()::drain);
  }

  /**
   * Sends the next message of a sender. Any thread; the calls of one sender come from one thread.
   *
   * @param sender its name, without {@code #} and blanks
   * @return how the session answered
   */
  public Status send(String sender) {
    List<Sent> mine;
    synchronized (accepted) {
      mine = accepted.computeIfAbsent(sender, s -> new ArrayList<>());
    }
    int number = mine.size();
    mine.add(Sent.NOT_ACCEPTED);
    int refusals = stage.refusals();
    int step = stage.steps() + 1;
    Status status = session.send(message(sender, number, size));
    boolean refused = stage.refusals() > refusals;
    boolean beforeFree = freers().isEmpty();
    mine.set(number, new Sent(status, stage.thread(), step, refused, beforeFree));
    return status;
  }

  /**
   * A message of a sender.
   *
   * @param number from 0
   * @param size in bytes
   * @throws IndexOutOfBoundsException if name and number do not fit
   */
  public static byte[] message(String sender, int number, int size) {
    byte[] message = new byte[size];
    Arrays.fill(message, (byte) '.');
    byte[] head = (sender + '#' + number + ' ').getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, message, 0, head.length);
    return message;
  }

  private void compare(Arrivals arrivals) {
    byte[] bytes;
    try {
      bytes = arrivals.drain();
    } catch (IOException rejected) {
      String what = "the peer of " + session.name() + " rejected what it received";
      stage.report(FindingKind.RECORD_CORRUPTION, what, what + ": " + rejected.getMessage());
      return;
    }
    if (bytes.length % size != 0) {
      stage.report(
          FindingKind.RECORD_CORRUPTION,
          "the peer of " + session.name() + " received a message in part");
      return;
    }
    Map<String, List<Integer>> numbers = new LinkedHashMap<>();
    for (int at = 0; at < bytes.length; at += size) {
      String text = new String(bytes, at, size, StandardCharsets.US_ASCII);
      int hash = text.indexOf('#');
      int space = text.indexOf(' ');
      if (hash < 1 || space < hash || !text.substring(hash + 1, space).matches("\\d{1,9}")) {
        stage.report(
            FindingKind.RECORD_CORRUPTION,
            "the peer of " + session.name() + " received a message that nobody sent");
        return;
      }
      numbers
          .computeIfAbsent(text.substring(0, hash), s -> new ArrayList<>())
          .add(Integer.parseInt(text.substring(hash + 1, space)));
    }
    numbers.forEach(
        (sender, arrived) -> {
          int sent = accepted.getOrDefault(sender, List.of()).size();
          if (arrived.stream().anyMatch(number -> number >= sent)) {
            stage.report(
                FindingKind.RECORD_CORRUPTION,
                "the peer of " + session.name() + " received a message that nobody sent");
          }
        });
    accepted.forEach(
        (sender, all) -> compare(sender, all, numbers.getOrDefault(sender, List.of())));
  }

  private void compare(String sender, List<Sent> all, List<Integer> arrived) {
    for (int i = 1; i < arrived.size(); i++) {
      int before = arrived.get(i - 1);
      int after = arrived.get(i);
      if (after <= before) {
        String what =
            after == before
                ? "message " + after + " of " + sender + " arrived twice"
                : "message " + after + " of " + sender + " arrived after message " + before;
        stage.report(
            FindingKind.REORDERED,
            what,
            what
                + answer(sender, after, all)
                + (after == before ? "" : answer(sender, before, all)));
        return;
      }
    }
    for (int number = 0; number < all.size(); number++) {
      String lost = arrived.contains(number) ? null : whyDue(all.get(number));
      if (lost != null) {
        String what = "message " + number + " of " + sender + " was " + lost;
        stage.report(FindingKind.LOST_MESSAGE, what, what + answer(sender, number, all));
      }
    }
  }

  /** Who sent a message, and what the session answered, as a clause after another one. */
  private String answer(String sender, int number, List<Sent> all) {
    Sent sent = number < all.size() ? all.get(number) : null;
    if (sent == null) {
      return ""; // no thread sent it, which is reported by itself
    }
    if (sent == Sent.NOT_ACCEPTED) {
      return "; the send of message " + number + " ended with an exception";
    }
    return "; "
        + sent.thread()
        + " sent message "
        + number
        + inStep(sent.step())
        + ", and the session answered "
        + sent.status()
        + passed(sender, number);
  }

  /** The threads that have called free, in the order of the calls. */
  private List<String> freers() {
    return stage.monitor(session).map(ContractMonitor::freers).orElse(List.of());
  }

  private String inStep(int step) {
    return stage.steps() > 0 ? " in step " + step : "";
  }

  /**
   * Which thread has passed a message to the TLS stack, and when, as a clause after another one.
   */
  private String passed(String sender, int number) {
    String head = sender + '#' + number + ' ';
    return stage
        .monitor(session)
        .flatMap(monitor -> monitor.carried(head))
        .map(one -> "; " + one.thread() + " passed it to the TLS stack" + inStep(one.step()))
        .orElse("; no thread passed it to the TLS stack");
  }

  /** What a message is due for, if it has not arrived; null if it may be lost. */
  private String whyDue(Sent sent) {
    if (sent.status() == Status.OK) {
      return "accepted and never arrived";
    }
    if (sent.status() != Status.QUEUED) {
      return null;
    }
    if (sent.refused()) {
      return "refused by an executor, and the sender was not informed";
    }
    if (!session.closed()) {
      return "accepted and never arrived";
    }
    boolean freedIt = freers().stream().allMatch(sent.thread()::equals);
    return sent.beforeFree() && freedIt
        ? "accepted before " + sent.thread() + " freed " + session.name() + ", and never arrived"
        : null;
  }
}
