package dev.lockjaw.reports;

import dev.lockjaw.explain.FrameText;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Passing;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Results made by hand, shaped as real runs shape them. */
public final class Samples {
  public static final List<String> SCENARIOS =
      List.of(
          "read-write",
          "write-write",
          "read-free",
          "write-free",
          "read-write-free",
          "double-free",
          "blocked-read-free",
          "free-in-callback",
          "double-lock-ping",
          "data-ping",
          "ping-send-inversion",
          "relay",
          "loopback-dependency",
          "full-wire",
          "key-update",
          "send-after-free",
          "send-order",
          "handshake-race");

  public static final List<String> STRATEGIES =
      List.of(
          "none",
          "global",
          "plain",
          "recursive",
          "async-send",
          "free-aware-published",
          "free-aware",
          "read-write-lock",
          "queue-drain");

  private static final List<StackTraceElement> INTO_READ =
      stack(
          "dev.lockjaw.lock.MutexGuard.run(MutexGuard.java:9)",
          "dev.lockjaw.session.Session.receive(Session.java:155)",
          "dev.lockjaw.websocket.WebSocket.receive(WebSocket.java:43)");

  private static final List<StackTraceElement> IDLE =
      under(
          INTO_READ,
          "dev.lockjaw.websocket.WebSocket$Incoming.idle(WebSocket.java:94)",
          "dev.lockjaw.session.Session.callBack(Session.java:219)",
          "dev.lockjaw.session.Session.idleInsideRead(Session.java:202)",
          "dev.lockjaw.session.SessionIo.read(SessionIo.java:53)",
          "dev.lockjaw.transport.NetInput.fill(NetInput.java:44)",
          "dev.lockjaw.transport.jsse.EngineEndpoint.read(EngineEndpoint.java:81)",
          "dev.lockjaw.session.Session.read(Session.java:171)",
          "dev.lockjaw.session.Session.inside(Session.java:334)",
          "dev.lockjaw.session.Session$1.perform(Session.java:321)");

  private static final List<StackTraceElement> PING =
      under(
          IDLE,
          "dev.lockjaw.websocket.WebSocket.sendFrame(WebSocket.java:65)",
          "dev.lockjaw.websocket.WebSocket.lambda$send$0(WebSocket.java:59)",
          "dev.lockjaw.lock.SessionGuard.dispatch(SessionGuard.java:20)",
          "dev.lockjaw.session.Session.dispatch(Session.java:131)",
          "dev.lockjaw.websocket.WebSocket.send(WebSocket.java:59)",
          "dev.lockjaw.websocket.WebSocket.ping(WebSocket.java:54)");

  /** The stack on which the ping's lock is asked for, under the one on which the read took it. */
  public static final List<StackTraceElement> SECOND_LOCK =
      under(
          PING,
          "dev.lockjaw.lock.MutexGuard.run(MutexGuard.java:9)",
          "dev.lockjaw.session.Session.sendNow(Session.java:135)",
          "dev.lockjaw.session.Session.lambda$send$2(Session.java:126)",
          "dev.lockjaw.lock.SessionGuard.dispatch(SessionGuard.java:20)",
          "dev.lockjaw.session.Session.dispatch(Session.java:131)",
          "dev.lockjaw.session.Session.send(Session.java:126)");

  private Samples() {}

  /** The seed bug: one thread, one lock, two stacks. */
  public static Finding doubleLock() {
    return new Finding(
        FindingKind.DOUBLE_LOCK,
        "worker asked for S(client), which it already holds: a plain mutex blocks forever here",
        List.of(
            new ThreadEvidence(
                "worker",
                "asks for S(client) a second time",
                List.of(
                    new Held(
                        "R", stack("dev.lockjaw.websocket.WebSocket.receive(WebSocket.java:41)")),
                    new Held("S(client)", INTO_READ),
                    new Held("C", IDLE),
                    new Held("W", PING)),
                "S(client)",
                SECOND_LOCK)),
        null,
        "LJ1/double-lock-ping/plain/jsse/tls1.2/0/850e",
        List.of(
            step("worker", Act.Kind.LOCK, "R", "lock R"),
            step("worker", Act.Kind.LOCK, "S(client)", "lock S(client)"),
            step("worker", Act.Kind.ENTER, "read", "enter read"),
            step("worker", Act.Kind.WIRE, "client to client", "read wire"),
            step("worker", Act.Kind.DELIVER, "client", "deliver"),
            step("worker", Act.Kind.LOCK, "C", "lock C"),
            step("worker", Act.Kind.LOCK, "W", "lock W"),
            step(
                "worker",
                Act.Kind.REFUSED,
                "S(client)",
                "lock S(client): already held by this thread")));
  }

  /** Two threads, each with the lock that the other wants. */
  public static Finding deadlock() {
    List<StackTraceElement> send =
        stack(
            "dev.lockjaw.websocket.WebSocket.sendFrame(WebSocket.java:63)",
            "dev.lockjaw.websocket.WebSocket.sendText(WebSocket.java:50)",
            "dev.lockjaw.scenarios.PingSendInversion.lambda$arrange$0(PingSendInversion.java:39)");
    return new Finding(
        FindingKind.DEADLOCK,
        "worker holds S(client) and wants W; application holds W and wants S(client)",
        List.of(
            new ThreadEvidence(
                "worker", "waits for W", List.of(new Held("S(client)", INTO_READ)), "W", PING),
            new ThreadEvidence(
                "application",
                "waits for S(client)",
                List.of(new Held("W", send)),
                "S(client)",
                under(send, "dev.lockjaw.lock.MutexGuard.run(MutexGuard.java:9)"))),
        null,
        "LJ1/ping-send-inversion/recursive/jsse/tls1.2/3.1/0317",
        List.of(
            step("worker", Act.Kind.LOCK, "S(client)", "lock S(client)"),
            step("application", Act.Kind.LOCK, "W", "lock W"),
            step("application", Act.Kind.LOCK, "S(client)", "lock S(client)"),
            step("application", Act.Kind.WAIT, "S(client)", "waits for S(client)"),
            step("worker", Act.Kind.ENTER, "read", "enter read"),
            step("worker", Act.Kind.DELIVER, "client", "deliver"),
            step("worker", Act.Kind.LOCK, "W", "lock W"),
            step("worker", Act.Kind.WAIT, "W", "waits for W")));
  }

  /** What a free does to a write that is about to begin. */
  public static Finding nullDereference() {
    return new Finding(
        FindingKind.NULL_DEREFERENCE,
        "writer used the session's engine after it was set to null",
        List.of(
            new ThreadEvidence(
                "writer",
                "used the session's engine after it was set to null",
                List.of(),
                null,
                stack(
                    "dev.lockjaw.session.Session.write(Session.java:141)",
                    "dev.lockjaw.session.Session.lambda$sendNow$3(Session.java:135)",
                    "dev.lockjaw.session.Session.inside(Session.java:334)",
                    "dev.lockjaw.session.Session.sendNow(Session.java:135)",
                    "dev.lockjaw.session.Session.send(Session.java:126)",
                    "dev.lockjaw.run.Traffic.send(Traffic.java:56)",
                    "dev.lockjaw.scenarios.ending.WriteFree.lambda$arrange$0(WriteFree.java:39)"))),
        "java.lang.NullPointerException: Cannot invoke"
            + " \"dev.lockjaw.transport.Endpoint.write(java.nio.ByteBuffer)\" because"
            + " \"this.endpoint\" is null",
        "LJ1/write-free/none/jsse/tls1.2/1.1/7940",
        List.of(
            step("freer", Act.Kind.ENTER, "free", "enter free"),
            step("freer", Act.Kind.WIRE, "client to server", "write wire"),
            step("freer", Act.Kind.OTHER, "client", "clear reference"),
            step("freer", Act.Kind.LEAVE, "free", "leave free"),
            step("writer", Act.Kind.ENTER, "write", "enter write")));
  }

  /** The same with the interleaving in which the write is done before. */
  public static Finding besidePassing() {
    return nullDereference()
        .beside(
            new Passing(
                1,
                "LJ1/write-free/none/jsse/tls1.2/0/dc5b",
                1,
                List.of(
                    step("writer", Act.Kind.ENTER, "write", "enter write"),
                    step("writer", Act.Kind.LEAVE, "write", "leave write"),
                    step("freer", Act.Kind.WIRE, "client to server", "write wire")),
                2));
  }

  /** A finding of a kind, without evidence. */
  public static Finding bare(FindingKind kind) {
    return new Finding(kind, kind.id() + " was found", List.of(), null);
  }

  /** Every text of it is out to do harm. */
  public static Finding hostile() {
    String bad = "\u001b[31m\u001b]0;x\u0007 a\r\nb\u202e\u2028c\u0000 \ud800 " + "W".repeat(300);
    List<StackTraceElement> stack =
        List.of(new StackTraceElement(bad, bad, bad, 1), new StackTraceElement("", "", null, -1));
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      steps.add(new Step(i + bad, bad));
    }
    return new Finding(
        FindingKind.LEAK,
        bad,
        List.of(
            new ThreadEvidence(bad, bad, List.of(new Held(bad, stack)), bad, stack),
            new ThreadEvidence(bad, bad, List.of(new Held(bad + 1, stack)), null, stack)),
        bad,
        bad,
        steps);
  }

  public static CellResult passed(String scenario, String strategy, String transport) {
    return result(scenario, strategy, transport, Verdict.PASS, true, List.of(), Ending.COMPLETE);
  }

  public static CellResult failed(
      String scenario, String strategy, String transport, Finding... findings) {
    return result(
        scenario, strategy, transport, Verdict.FAIL, true, List.of(findings), Ending.COMPLETE);
  }

  public static CellResult cutShort(String scenario, String strategy, String transport) {
    return result(
        scenario,
        strategy,
        transport,
        Verdict.PASS,
        false,
        List.of(),
        new Ending(EndingKind.BUDGET, "cut short by the budget after 20 schedules"));
  }

  /** Ran free. */
  public static CellResult stressed(
      String scenario, String strategy, String transport, Finding... findings) {
    boolean failed = findings.length > 0;
    Times times = Times.elapsed(1500).withConnect(500);
    return new CellResult(
        new CellId(scenario, strategy, transport, "tls1.2"),
        Mode.STRESS,
        failed ? Verdict.FAIL : Verdict.PASS,
        Extent.NONE,
        Counts.of(3000, failed ? 70 : 0).withRaces(120),
        failed ? times.withFirstFinding(11, 4.25) : times,
        9,
        List.of(findings),
        Ending.COMPLETE);
  }

  public static CellResult notReached(String scenario, String strategy, String transport) {
    return skipped(scenario, strategy, transport, Ending.NOT_REACHED);
  }

  /** Can't be run on this machine. */
  public static CellResult skipped(
      String scenario, String strategy, String transport, String reason) {
    return skipped(scenario, strategy, transport, new Ending(EndingKind.UNAVAILABLE, reason));
  }

  private static CellResult skipped(
      String scenario, String strategy, String transport, Ending ending) {
    CellId id = new CellId(scenario, strategy, transport, "tls1.2");
    return CellResult.skipped(id, Mode.EXPLORE, ending);
  }

  public static CellResult error(
      String scenario, String strategy, String transport, String reason) {
    CellId id = new CellId(scenario, strategy, transport, "tls1.2");
    return CellResult.error(id, Mode.EXPLORE, reason);
  }

  public static CellResult result(
      String scenario,
      String strategy,
      String transport,
      Verdict verdict,
      boolean exhausted,
      List<Finding> findings,
      Ending ending) {
    boolean failed = !findings.isEmpty();
    String protocol = scenario.equals("key-update") ? "tls1.3" : "tls1.2";
    Times times = Times.elapsed(12.5).withConnect(4.25);
    return new CellResult(
        new CellId(scenario, strategy, transport, protocol),
        Mode.EXPLORE,
        verdict,
        new Extent(2, exhausted),
        Counts.of(20, failed ? 7 : 0).withPruned(4).withRaces(failed ? 5 : 0),
        failed ? times.withFirstFinding(3, 1.125) : times,
        1,
        findings,
        ending);
  }

  /** All cells of two transports, as the built-in baseline expects them. */
  public static List<CellLine> asExpected() {
    Expectations builtIn = Expectations.builtIn();
    List<CellLine> cells = new ArrayList<>();
    for (String transport : List.of("jsse", "bc")) {
      for (String scenario : SCENARIOS) {
        for (String strategy : STRATEGIES) {
          Expected expected = builtIn.of(scenario, strategy, transport);
          CellResult result =
              expected.verdict() == Verdict.PASS
                  ? passed(scenario, strategy, transport)
                  : failed(scenario, strategy, transport, bare(expected.kinds().get(0)));
          cells.add(new CellLine(result, expected));
        }
      }
    }
    return cells;
  }

  /** A run of which a bit of everything came, otherwise on the second transport. */
  public static List<CellLine> mixed() {
    Expected known = Expected.failure(List.of(FindingKind.USE_AFTER_FREE));
    return List.of(
        new CellLine(passed("read-write", "none", "jsse"), Expected.PASS),
        new CellLine(failed("read-write", "plain", "jsse", doubleLock()), Expected.PASS),
        new CellLine(passed("write-free", "none", "jsse"), known),
        new CellLine(
            failed(
                "write-free", "plain", "jsse", bare(FindingKind.USE_AFTER_FREE), nullDereference()),
            known),
        new CellLine(failed("key-update", "none", "jsse", bare(FindingKind.USE_AFTER_FREE)), known),
        new CellLine(cutShort("key-update", "plain", "jsse"), Expected.PASS),
        new CellLine(notReached("read-write", "none", "bc"), Expected.PASS),
        new CellLine(
            skipped("read-write", "plain", "bc", "there is no libssl.so.3"), Expected.PASS),
        new CellLine(error("write-free", "none", "bc", "not deterministic"), known));
  }

  public static List<StackTraceElement> stack(String... frames) {
    return List.of(frames).stream().map(FrameText::parse).toList();
  }

  private static List<StackTraceElement> under(List<StackTraceElement> outer, String... inner) {
    List<StackTraceElement> all = new ArrayList<>(stack(inner));
    all.addAll(outer);
    return List.copyOf(all);
  }

  private static Step step(String thread, Act.Kind kind, String object, String wording) {
    return new Step(thread, Act.of(kind, object, wording));
  }
}
