package dev.lockjaw.watch.judge;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.Witness;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Held;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.watch.event.Event;
import dev.lockjaw.watch.event.TlsCall;
import dev.lockjaw.watch.event.TlsStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The TLS sessions of a program, each under the {@link ContractMonitor} that watches sessions of
 * explore and stress, too. A session made where another was freed is a new one.
 */
final class WatchedSessions {
  /** So many sessions are kept; then those that are freed are forgotten. */
  private static final int MOST = 20_000;

  private static final class Session {
    final ContractMonitor monitor;
    final boolean known;
    final TlsStack stack;
    int owners = 1;

    Session(ContractMonitor monitor, boolean known, TlsStack stack) {
      this.monitor = monitor;
      this.known = known;
      this.stack = stack;
    }
  }

  /** The monitor asks only about visits that are given to it ready. */
  private static final Witness SILENT =
      new Witness() {
        @Override
        public String thread() {
          return "";
        }

        @Override
        public boolean recording() {
          return true;
        }

        @Override
        public List<Held> held() {
          return List.of();
        }

        @Override
        public List<StackTraceElement> stack() {
          return List.of();
        }
      };

  private final StackSource source;
  private final FindingCollector findings;
  private final Map<Long, Session> sessions = new HashMap<>();
  private final Map<TlsStack, Integer> numbers = new HashMap<>();

  WatchedSessions(StackSource source, FindingCollector findings) {
    this.source = source;
    this.findings = findings;
  }

  void made(Event event) {
    sessions.put(event.object(), session(TlsStack.numbered(event.detail()), true));
    if (sessions.size() > MOST) {
      sessions.values().removeIf(session -> session.monitor.isFreed());
    }
  }

  private Session session(TlsStack stack, boolean known) {
    String name = stack.title() + " session " + numbers.merge(stack, 1, Integer::sum);
    return new Session(
        new ContractMonitor(
            name,
            stack.duplex() ? ThreadContract.DUPLEX : ThreadContract.SERIAL,
            false,
            SILENT,
            (kind, key, evidence) -> {
              Finding finding = evidence.get();
              findings.report(kind, places(finding), () -> finding);
            }),
        known,
        stack);
  }

  private static String places(Finding finding) {
    return finding.threads().stream()
        .map(thread -> thread.stack().isEmpty() ? "?" : thread.stack().get(0).toString())
        .sorted()
        .toList()
        .toString();
  }

  void enter(JudgedThread thread, Event event) {
    TlsCall call = TlsCall.numbered(event.detail());
    Session session =
        sessions.computeIfAbsent(event.object(), unknown -> session(TlsStack.OPENSSL, false));
    if (call == TlsCall.SHARE) {
      session.owners++;
      push(thread, event, null, null);
      return;
    }
    if (call == TlsCall.FREE && isNoEnd(session)) {
      push(thread, event, null, null);
      return;
    }
    ContractMonitor.Visit visit =
        new ContractMonitor.Visit(
            thread,
            thread.name(),
            kind(call),
            thread.evidence(),
            new Later<>(() -> source.stack(event.stack())));
    push(thread, event, session.monitor, session.monitor.enter(visit));
    if (call == TlsCall.FREE && !session.known) {
      sessions.remove(event.object(), session);
    }
  }

  /** Whether a free leaves the session to its other owners, or is harmless. */
  private static boolean isNoEnd(Session session) {
    return session.stack == TlsStack.MBEDTLS && session.monitor.isFreed()
        || session.owners > 1 && session.owners-- > 0;
  }

  private static void push(
      JudgedThread thread, Event event, ContractMonitor monitor, ContractMonitor.Visit visit) {
    thread.calls.add(new JudgedThread.Call(event.object(), monitor, visit, thread.held.size()));
  }

  void leave(JudgedThread thread, Event event) {
    for (int i = thread.calls.size() - 1; i >= 0; i--) {
      JudgedThread.Call call = thread.calls.get(i);
      if (Objects.equals(call.session(), event.object())) {
        thread.calls.remove(i);
        if (call.monitor() != null) {
          call.monitor().leave(call.visit());
        }
        return;
      }
    }
  }

  /** Forgets everything, because events are missing. */
  void forget() {
    sessions.clear();
  }

  private static OperationKind kind(TlsCall call) {
    return switch (call) {
      case READ -> OperationKind.READ;
      case HANDSHAKE -> OperationKind.HANDSHAKE;
      case FREE -> OperationKind.FREE;
      case WRITE, SHUTDOWN, SHARE, OTHER -> OperationKind.WRITE;
    };
  }
}
