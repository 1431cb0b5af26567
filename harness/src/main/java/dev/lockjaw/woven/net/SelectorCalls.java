package dev.lockjaw.woven.net;

import dev.lockjaw.woven.calls.Of;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;

/** What makes selectors for the channels that woven code has. */
public final class SelectorCalls {
  private SelectorCalls() {}

  @Of(SelectorProvider.class)
  public static SelectorProvider provider(int site) {
    return Provided.here();
  }

  @Of(Selector.class)
  public static Selector open(int site) throws IOException {
    return Provided.here().openSelector();
  }
}
