package dev.lockjaw.woven.net;

import java.util.List;

/** Which classes here hold what woven code calls in place of the JDK. */
public final class Networks {
  /** Their public methods replace the JDK's in all woven code. */
  public static final List<Class<?>> EVERYWHERE = List.of(SelectorCalls.class);

  /** Their public methods replace the JDK's where runs have a network of their own. */
  public static final List<Class<?>> HOLDERS = List.of(NetworkCalls.class, FactoryCalls.class);

  /** Their public methods are called in place of the JDK's constructors. */
  public static final List<Class<?>> MAKERS = List.of(SocketCalls.class);

  private Networks() {}
}
