package dev.lockjaw.weave;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.woven.Opener;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be woven, in a line. */
class NeverWovenTest {
  private final WeavingLoader loader =
      new WeavingLoader(getClass().getClassLoader(), new Scope(List.of("dev.lockjaw..")));

  /** Could be a user's, in a package that should not be. */
  static final class Misplaced {}

  @Test
  void aClassInAPackageOfLockjawsMustMove() {
    assertThatThrownBy(() -> Copies.of(new Misplaced(), loader))
        .isInstanceOf(UnwovenException.class)
        .hasMessage(
            "dev.lockjaw.weave.NeverWovenTest$Misplaced cannot be woven: classes of the JDK, of"
                + " JUnit and of Lockjaw never are, so move it out of package dev.lockjaw.weave");
  }

  @Test
  void aClassInAnyOtherPackageIsCopied() {
    org.assertj.core.api.Assertions.assertThat(WeavingLoader.made(Copies.of(new Opener(), loader)))
        .isTrue();
  }
}
