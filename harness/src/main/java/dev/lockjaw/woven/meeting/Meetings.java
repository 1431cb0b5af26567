package dev.lockjaw.woven.meeting;

import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Sites;
import java.util.List;

/** Which classes here hold what woven code calls in place of the JDK. */
public final class Meetings {
  /** Their public methods replace the JDK's. */
  public static final List<Class<?>> HOLDERS = List.of(PhaserCalls.class, ExchangerCalls.class);

  /** Made in place of what they extend. */
  public static final List<Class<?>> STAND_INS =
      List.of(WovenBarrier.class, WovenHandOff.class, WovenTransferQueue.class);

  private Meetings() {}

  static Site site(String type, String method, String what) {
    return Sites.add(-1, Act.Kind.OTHER, type, method, 0, what, "");
  }
}
