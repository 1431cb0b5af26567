package example;

import dev.lockjaw.explore.programs.Parts;

/** Loops that meet no other thread. */
public final class Endless {
  private Endless() {}

  /** One thread never leaves. */
  public static final class Spins implements Parts {
    @Override
    public void one() {
      while (Thread.currentThread().isAlive()) {
        // it is alive as long as it asks
      }
    }

    @Override
    public void other() {}

    @Override
    public String outcome() {
      return "";
    }
  }

  /** A long loop that ends. */
  public static final class Counts implements Parts {
    private int counted;

    @Override
    public void one() {
      int sum = 0;
      for (int i = 0; i < 1_000_000; i++) {
        sum += i % 2;
      }
      counted = sum;
    }

    @Override
    public void other() {}

    @Override
    public String outcome() {
      return String.valueOf(counted);
    }
  }
}
