package dev.lockjaw.worker;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.sync.Shared;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Scenarios for worker JVMs; some of them kill the worker. */
public final class Fates {
  private Fates() {}

  abstract static class Fate implements Scenario {
    @Override
    public String id() {
      return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public String description() {
      return "for a test";
    }
  }

  /** Frees while writing. */
  public static final class WriteFree extends Fate {
    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      Traffic traffic = Traffic.to(stage, connection);
      stage.actor("writer", () -> traffic.send("writer"));
      stage.actor("freer", connection.session()::free);
    }
  }

  /** Dies of a fault if one actor has overtaken the other. */
  public static final class Faulty extends Fate {
    @Override
    public void arrange(Stage stage) {
      Shared thing = new Shared("thing");
      boolean[] first = {false};
      stage.actor(
          "one",
          () -> {
            stage.sync().point("comes", thing);
            first[0] = true;
          });
      stage.actor(
          "other",
          () -> {
            stage.sync().point("comes too", thing);
            if (!first[0]) {
              new Pointer(8).getInt(0);
            }
          });
    }
  }

  /** Stays in native code for longer than any patience. */
  public static final class Stuck extends Fate {
    @Override
    public void arrange(Stage stage) {
      // outside any actor, because the explorer itself ends an actor that hangs
      Function.getFunction("c", "sleep").invokeInt(new Object[] {600});
    }
  }

  /** Has more interleavings than can be run. */
  public static final class Endless extends Fate {
    @Override
    public void arrange(Stage stage) {
      Shared thing = new Shared("thing");
      for (String name : List.of("one", "two", "three", "four")) {
        stage.actor(
            name,
            () -> {
              for (int i = 0; i < 20; i++) {
                stage.sync().point("goes on", thing);
              }
            });
      }
    }
  }

  /** Ends the process silently. */
  public static final class Leaves extends Fate {
    @Override
    public void arrange(Stage stage) {
      Runtime.getRuntime().halt(7);
    }
  }

  /** Locks two monitors in opposite orders; the explorer can't unwind the threads. */
  public static final class Embrace extends Fate {
    @Override
    public void arrange(Stage stage) {
      Object left = new Object();
      Object right = new Object();
      stage.actor("one", () -> both(stage, left, right));
      stage.actor("other", () -> both(stage, right, left));
    }

    private static void both(Stage stage, Object outer, Object inner) {
      synchronized (outer) {
        stage.sync().point("holds one", null);
        synchronized (inner) {
          stage.sync().point("holds both", null);
        }
      }
    }
  }
}
