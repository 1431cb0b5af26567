package dev.lockjaw.probe;

import dev.lockjaw.engine.Call;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Looks for handshakes that do not end. One that waits for its peer gets twice the patience, and is
 * reported only if nothing else was found: it is what any other fault leaves behind.
 *
 * <p>An engine that nothing refers to any more was given up, and its handshake need not end. The
 * watchdog's thread, except for {@link #begun}.
 */
final class Handshakes {
  private final Probe probe;
  private final int patience;
  private final ConcurrentLinkedQueue<WeakReference<Handshake>> all = new ConcurrentLinkedQueue<>();

  /**
   * @param patience in looks
   */
  Handshakes(Probe probe, int patience) {
    this.probe = probe;
    this.patience = patience;
  }

  /** From now on this one is watched, until nothing refers to it. Any thread. */
  void begun(Handshake handshake) {
    all.add(new WeakReference<>(handshake));
  }

  /** One look at each. */
  void look() {
    all.removeIf(reference -> reference.get() == null);
    for (WeakReference<Handshake> reference : all) {
      if (stands(reference) && inUse(reference)) {
        report(reference);
      }
    }
    for (Stay stay : probe.inside()) {
      if (stay.shakesHands() && stay.looks == 2 * patience && silent()) {
        report(stay.connection(), waits(stay), 2 * patience, List.of());
      }
    }
  }

  private static String waits(Stay stay) {
    boolean begun = stay.call() == Call.START_HANDSHAKE;
    return stay.thread().getName()
        + ' '
        + stay.text()
        + (begun ? "" : ", whose handshake has not ended,")
        + " and waits for the peer";
  }

  private boolean silent() {
    return probe.reported() == 0;
  }

  private boolean stands(WeakReference<Handshake> reference) {
    Handshake handshake = reference.get();
    return handshake != null
        && handshake.look() == looks(handshake)
        && (!handshake.waitsForPeer() || silent());
  }

  private int looks(Handshake handshake) {
    return handshake.waitsForPeer() ? 2 * patience : patience;
  }

  /** Holds no reference of its own while it asks. */
  private static boolean inUse(WeakReference<Handshake> reference) {
    System.gc();
    return reference.get() != null;
  }

  private void report(WeakReference<Handshake> reference) {
    Handshake handshake = reference.get();
    if (handshake != null) {
      report(handshake.connection(), handshake.need(), looks(handshake), handshake.threads());
    }
  }

  private void report(String connection, String text, int looks, List<ThreadEvidence> last) {
    List<ThreadEvidence> threads = new ArrayList<>(Insiders.others(probe, connection, null));
    last.forEach(threads::add);
    String message = text + ProbeWatchdog.limit(looks);
    probe.report(() -> new Finding(FindingKind.STALL, message, threads, null));
  }
}
