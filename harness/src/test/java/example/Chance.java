package example;

import static java.time.ZoneOffset.UTC;

import example.Executions.Log;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Programs that draw by chance: each says what it drew. */
public final class Chance {
  private static final Random SHARED = new Random();

  private Chance() {}

  /** From every source there is. */
  public static final class Sources extends Log {
    @Override
    public void one() {
      byte[] bytes = new byte[4];
      new SecureRandom().nextBytes(bytes);
      add(
          ThreadLocalRandom.current().nextInt(1000)
              + " "
              + new Random().nextInt(1000)
              + " "
              + SHARED.nextLong()
              + " "
              + bytes[0]
              + " "
              + Math.random()
              + " "
              + UUID.randomUUID());
    }
  }

  /** The clock, however it is asked. */
  public static final class Now extends Log {

    @Override
    public void one() throws Exception {
      long before = System.currentTimeMillis();
      Thread.sleep(60_000);
      add(Clock.systemUTC().millis() - before + " ");
      add(new Date().getTime() - before + " ");
      add(LocalDateTime.now(UTC).toLocalTime() + "," + LocalTime.now(UTC));
    }
  }

  /** No two threads draw the same name. */
  public static final class Names extends Log {
    private final Set<UUID> drawn = new HashSet<>();

    @Override
    public void one() {
      draw();
    }

    @Override
    public void other() {
      draw();
    }

    private void draw() {
      UUID name = UUID.randomUUID();
      synchronized (drawn) {
        drawn.add(name);
      }
    }

    @Override
    public String outcome() {
      return "" + drawn.size();
    }
  }

  /** The order of a hash set of objects that have no hash of their own. */
  public static final class Hashes extends Log {
    private static final class Named {
      private final String name;

      Named(String name) {
        this.name = name;
      }
    }

    @Override
    public void one() {
      Set<Named> all = new HashSet<>();
      for (int i = 0; i < 9; i++) {
        all.add(new Named("" + i));
      }
      for (Named one : all) {
        add(one.name);
      }
      add(" " + System.identityHashCode(new Object()));
    }
  }
}
