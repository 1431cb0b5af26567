package com.example.body;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.body.LockjawExplorer;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import org.junit.jupiter.api.Test;

/** Code that is explored without JUnit. */
class LambdaTest {
  private static void addBesideAnother(Account account, int more, Runnable add) throws Exception {
    Thread other = new Thread(add, "other");
    other.start();
    add.run();
    other.join();
    if (account.balance() != 2 * more) {
      throw new IllegalStateException("one is lost");
    }
  }

  private static final LockjawExplorer.Body LOSES =
      with -> {
        Account account = new Account();
        addBesideAnother(account, 1, () -> account.addUnlocked(1));
      };

  @Test
  void whatIsWrongFailsAndItsTokenReplaysIt() throws Exception {
    CellResult result = LockjawExplorer.named("loses").explore(LOSES);
    assertThat(result).failsWith(FindingKind.ESCAPED_EXCEPTION);
    String token = result.findings().get(0).token();
    assertThat(LockjawExplorer.named("loses").replay(token, LOSES))
        .failsWith(FindingKind.ESCAPED_EXCEPTION);
    assertThatThrownBy(() -> LockjawExplorer.named("other").replay(token, LOSES))
        .hasMessage("the token is for loses/LambdaTest, not for other/LambdaTest");
  }

  @Test
  void whatIsRightPasses() throws Exception {
    int more = 3;
    CellResult result =
        LockjawExplorer.named("adds")
            .explore(
                with -> {
                  Account account = new Account();
                  addBesideAnother(account, more, () -> account.add(more));
                });
    assertThat(result).hasNoFindings().isExhausted();
  }

  /** Not a lambda. */
  private static final class Named implements LockjawExplorer.Body {
    private static final long serialVersionUID = 1L;

    @Override
    public void run(dev.lockjaw.body.Explored with) {}
  }

  @Test
  void whatIsNoLambdaIsRefused() {
    assertThatThrownBy(() -> LockjawExplorer.named("named").explore(new Named()))
        .hasMessage(
            "com.example.body.LambdaTest$Named is no lambda: give explore(...) a lambda of your"
                + " test");
  }
}
