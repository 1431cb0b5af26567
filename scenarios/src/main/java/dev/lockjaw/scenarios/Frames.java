package dev.lockjaw.scenarios;

import dev.lockjaw.result.FindingKind;
import dev.lockjaw.run.Stage;
import dev.lockjaw.session.Peer;
import dev.lockjaw.websocket.Frame;
import dev.lockjaw.websocket.FrameReader;
import dev.lockjaw.websocket.Opcode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Checks that a peer has received certain WebSocket frames, in any order. */
final class Frames {
  private Frames() {}

  static void expect(Stage stage, Peer peer, Opcode... opcodes) {
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
