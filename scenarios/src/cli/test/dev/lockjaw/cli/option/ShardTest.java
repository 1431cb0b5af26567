package dev.lockjaw.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.Careless;
import dev.lockjaw.cli.Odd;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static final List<Cell> CELLS = cells();

  private static List<Cell> cells() {
    Registry registry = Registry.load(ShardTest.class.getClassLoader());
    List<Cell> cells = new ArrayList<>();
    for (Scenario scenario : registry.scenarios()) {
      for (Locking strategy : registry.strategies()) {
        for (Transport transport : registry.transports()) {
          cells.add(Cell.of(scenario, strategy, transport, Protocol.TLS_1_2));
        }
      }
    }
    return cells;
  }

  private static long cost(List<Cell> cells) {
    return cells.stream().mapToLong(Costs.known()::of).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void everyCellIsInOneShardAndAllCostAboutTheSame(int count) {
    Set<Cell> all = new HashSet<>();
    long dearest = CELLS.stream().mapToLong(Costs.known()::of).max().orElseThrow();
    for (int index = 1; index <= count; index++) {
      List<Cell> shard = new Shard(index, count).of(CELLS);
      assertThat(all).doesNotContainAnyElementsOf(shard);
      all.addAll(shard);
      // No more than a fair share and the dearest cell.
      assertThat(cost(shard)).isBetween(cost(CELLS) / count * 2 / 3, cost(CELLS) / count + dearest);
    }
    assertThat(all).hasSize(CELLS.size());
  }

  @Test
  void theOrderOfCellsMakesNoDifference() {
    List<Cell> shuffled = new ArrayList<>(CELLS);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(new Shard(2, 3).of(shuffled))
        .containsExactlyInAnyOrderElementsOf(new Shard(2, 3).of(CELLS));
  }

  @Test
  void aShardKeepsTheOrder() {
    List<Cell> inOrder = new ArrayList<>(CELLS);
    inOrder.retainAll(new Shard(1, 3).of(CELLS));
    assertThat(new Shard(1, 3).of(CELLS)).isEqualTo(inOrder);
  }

  @Test
  void aScenarioThatIsInNoTableHasACostAndDearOnesAreDear() {
    Costs costs = Costs.known();
    Cell unknown = new Cell(new Odd("odd", stage -> {}), new Careless(), null, null);
    assertThat(costs.of(unknown)).isPositive();
    assertThat(CELLS)
        .filteredOn(cell -> cell.scenario().id().equals("full-wire"))
        .allMatch(cell -> costs.of(cell) >= 70);
    assertThat(CELLS)
        .filteredOn(cell -> cell.scenario().id().equals("data-ping"))
        .allMatch(cell -> costs.of(cell) < 10);
  }
}
