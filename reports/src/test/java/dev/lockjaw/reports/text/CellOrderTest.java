package dev.lockjaw.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellOrderTest {
  @Test
  void knownNamesHaveTheirOrderAndOthersFollow() {
    CellOrder order = new CellOrder(List.of("s2", "s1"), List.of("l2", "l1"), List.of("t2", "t1"));
    List<String> shuffled =
        List.of("s1/l1/t2", "s2/l1/t2", "s1/b/t2", "s1/l2/t2", "s1/a/t2", "s1/l2/t1", "s9/l1/t2");
    List<CellLine> cells =
        shuffled.stream()
            .map(name -> name.split("/"))
            .map(parts -> Samples.passed(parts[0], parts[1], parts[2]))
            .map(result -> new CellLine(result, Expected.PASS))
            .toList();
    assertThat(order.sort(cells).stream().map(CellLine::shortName))
        .containsExactly(
            "s2/l1/t2", "s1/l2/t2", "s1/l1/t2", "s1/a/t2", "s1/b/t2", "s9/l1/t2", "s1/l2/t1");
  }
}
