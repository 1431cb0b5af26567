package dev.lockjaw.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.html.Act.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lock S(client)                                  | LOCK    | S(client)",
        "lock S(client) alone                            | LOCK    | S(client)",
        "has the lock alone                              | LOCK    | ''",
        "lock S(client) shared                           | SHARE   | S(client)",
        "has S(client) shared                            | SHARE   | S(client)",
        "lock G again, 2 deep                            | RELOCK  | G",
        "lock S(client): already held by this thread     | REFUSED | S(client)",
        "lock S(client) alone: already held by this thread | REFUSED | S(client)",
        "unlock W                                        | UNLOCK  | W",
        "waits for W                                     | WAIT    | ''",
        "waits for input                                 | WAIT    | ''",
        "waits for the lock, alone                       | WAIT    | ''",
        "is blocked in foreign code                      | WAIT    | ''",
        "enter handshake                                 | ENTER   | handshake",
        "leave free                                      | LEAVE   | free",
        "deliver                                         | DELIVER | ''",
        "read wire                                       | WIRE    | ''",
        "write wire                                      | WIRE    | ''",
        "finds the session closed                        | LOOK    | ''",
      })
  void aStepIsKnownByItsWords(String action, Kind kind, String what) {
    assertThat(Act.of(action)).isEqualTo(new Act(kind, what, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ask for W: held by application                | W         | application",
        "ask for S(client) alone: held by one, another | S(client) | one, another",
        "ask for S(client) shared: held by freer       | S(client) | freer",
      })
  void whoAsksNamesWhoHasIt(String action, String lock, String holder) {
    assertThat(Act.of(action)).isEqualTo(new Act(Kind.ASK, lock, holder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"read count(client): 0", "clear reference", "relock S", "enter", "", "\n"})
  void allElseIsJustText(String action) {
    assertThat(Act.of(action).kind()).isEqualTo(Kind.OTHER);
  }

  @Test
  void aLockMayHaveAnyName() {
    assertThat(Act.of("lock <b>\n \u202e$1").what()).isEqualTo("<b>\n \u202e$1");
  }
}
