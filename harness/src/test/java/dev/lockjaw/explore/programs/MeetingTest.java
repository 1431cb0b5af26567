package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import example.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where threads of woven code wait for each other, in all interleavings with two preemptions. */
@Timeout(120)
class MeetingTest {
  @Test
  void aBarrierOpensForAll() throws Exception {
    assertThat(Outcomes.of(Meeting.Barrier.class, 2)).containsExactly("2 3");
  }

  @Test
  void aBarrierBreaksForAll() throws Exception {
    assertThat(Outcomes.of(Meeting.BarrierBreaks.class, 2))
        .contains("late broken false ", "broken false late ")
        .allMatch(log -> log.contains("late ") && log.contains("broken "));
  }

  @Test
  void aPhaserAdvances() throws Exception {
    assertThat(Outcomes.of(Meeting.Phases.class, 2)).containsExactly("3");
  }

  @Test
  void anExchangerSwaps() throws Exception {
    assertThat(Outcomes.of(Meeting.Exchanged.class, 2)).containsExactly("b!a");
  }

  @Test
  void anOfferNeedsOneThatWaits() throws Exception {
    assertThat(Outcomes.of(Meeting.HandOff.class, 2))
        .contains("false b ", "true ab ")
        .allMatch(log -> log.contains("false b ") || log.contains("ab "));
  }

  @Test
  void aTransferWaitsUntilItIsTaken() throws Exception {
    assertThat(Outcomes.of(Meeting.Transfer.class, 2)).containsExactly("falsefalse");
  }

  @Test
  void delaysEndInTheirOrder() throws Exception {
    assertThat(Outcomes.of(Meeting.Delays.class, 2)).contains("soonlate.");
  }

  @Test
  void aDequeHasRoomAtBothEnds() throws Exception {
    assertThat(Outcomes.of(Meeting.Deque.class, 2)).containsExactly("abc", "acb");
  }
}
