package dev.lockjaw.run;

import dev.lockjaw.result.FindingKind;
import dev.lockjaw.session.Peer;
import dev.lockjaw.websocket.Frame;
import dev.lockjaw.websocket.FrameReader;
import dev.lockjaw.websocket.Opcode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Checks which WebSocket frames a peer has received, in any order. */
@API(status = API.Status.STABLE)
public final class Frames {
  private Frames() {}

  /**
   * Adds a check to the stage: the peer has received one frame of each opcode, and no other frame.
   * It reports {@link FindingKind#RECORD_CORRUPTION} if the peer rejects what arrived, {@link
   * FindingKind#LOST_MESSAGE} if a frame is missing, and {@link FindingKind#REORDERED} if there is
   * one that nobody sent. Called while the scenario is arranged.
   *
   * @param opcodes one for each frame
   */
  public static void expect(Stage stage, Peer peer, Opcode... opcodes) {
    stage.check(
        () -> {
          List<Opcode> missing = new ArrayList<>(List.of(opcodes));
          FrameReader reader = new FrameReader(true);
          try {
            reader.feed(peer.drain());
          } catch (IOException rejected) {
            String what = "the peer rejected what it received";
            stage.report(FindingKind.RECORD_CORRUPTION, what, what + ": " + rejected.getMessage());
            return;
          }
          for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            if (!missing.remove(frame.opcode())) {
              stage.report(
                  FindingKind.REORDERED, "a " + frame.opcode() + " frame arrived that nobody sent");
            }
          }
          if (!missing.isEmpty()) {
            stage.report(FindingKind.LOST_MESSAGE, "never arrived: " + missing);
          }
        });
  }
}
