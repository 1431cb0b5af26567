package dev.lockjaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Cells;
import dev.lockjaw.campaign.Cells.Shown;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On real sessions, too, pruning loses no finding. */
@Timeout(120)
class PrunedCellsTest {
  private final Cells cells = new Cells();

  @AfterEach
  void end() {
    cells.close();
  }

  static Stream<Arguments> plainText() {
    return Stream.of(Scene.values())
        .flatMap(
            scene -> Cells.strategies().stream().map(strategy -> Arguments.of(scene, strategy)));
  }

  @ParameterizedTest
  @MethodSource("plainText")
  void plainText(Scene scene, LockStrategy strategy) throws IOException {
    same(scene, strategy, PlainTextTransport.SERIAL, scene == Scene.READ_WRITE_FREE ? 1 : 2);
  }

  static Stream<Arguments> bouncyCastle() {
    return Stream.of(Scene.WRITE_WRITE, Scene.WRITE_FREE, Scene.SEND_IN_CALLBACK)
        .flatMap(
            scene -> Cells.strategies().stream().map(strategy -> Arguments.of(scene, strategy)));
  }

  @ParameterizedTest
  @MethodSource("bouncyCastle")
  void bouncyCastle(Scene scene, LockStrategy strategy) throws IOException {
    same(scene, strategy, Cells.transport("bc"), 1);
  }

  private void same(Scene scene, LockStrategy strategy, Transport transport, int bound)
      throws IOException {
    Cell cell = Cell.of(scene, strategy, transport, Protocol.TLS_1_3);
    Tls tls = transport.open(cell.protocol());
    Shown full = cells.shown(cell, tls, bound, false);
    Shown pruned = cells.shown(cell, tls, bound, true);
    assertThat(pruned.signatures()).isEqualTo(full.signatures());
    assertThat(pruned.schedules()).isLessThanOrEqualTo(full.schedules());
  }
}
