package dev.lockjaw.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.corpus.search.Search;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class SearchesTest {
  @TempDir Path folder;

  private final Entry duplex = Corpus.named("jdk-keyupdate-duplex").orElseThrow();

  @Test
  void aBugIsFoundAndFoundAgainInAnotherJvm() throws Exception {
    Release buggy = duplex.releases().get(0);
    try (Searches searches = new Searches(folder, Duration.ofMinutes(2))) {
      CellResult found = searches.search(duplex, buggy);
      assertThat(found.findings())
          .extracting(Finding::kind)
          .contains(FindingKind.BLOCKED_IO_UNDER_LOCK);

      String token = found.findings().get(0).token();
      assertThat(searches.replay(duplex, buggy, token).findings())
          .extracting(Finding::kind)
          .contains(found.findings().get(0).kind());
    }
  }

  @Test
  void nothingIsFoundWhereTheBugIsNot() throws Exception {
    try (Searches searches = new Searches(folder, Duration.ofSeconds(2))) {
      assertThat(searches.search(duplex, duplex.releases().get(1)).findings()).isEmpty();
    }
  }

  @Test
  void eachSearchIsForABugOfTheCorpus() {
    assertThat(Corpus.entries()).extracting(Entry::id).containsAll(Search.bugs());
  }
}
