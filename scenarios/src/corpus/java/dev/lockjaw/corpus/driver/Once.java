package dev.lockjaw.corpus.driver;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * The main class of the child JVM of one attempt. Its arguments are a black box, which it ignores,
 * the driver's class, the key store, and the driver's own arguments. It halts by itself, at the
 * latest after {@link #MOST}.
 */
public final class Once {
  /** The environment variable with the password of the key store. */
  public static final String PASSWORD = "LOCKJAW_CORPUS_PASSWORD";

  /** The longest time for an attempt. */
  public static final Duration MOST = Duration.ofSeconds(100);

  /** The exit code of an attempt that took too long. */
  public static final int TOO_LONG = 70;

  /** The exit code of an attempt that failed. */
  public static final int FAILED = 71;

  private static final int ARGUMENTS = 3;

  private Once() {}

  /** Makes one attempt. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
    System.setOut(System.err); // output of libraries must not mix with observations
    endInTime();
    try {
      Keys keys = new Keys(Path.of(args[2]), System.getenv(PASSWORD).toCharArray());
      driver(args[1], Arrays.copyOfRange(args, ARGUMENTS, args.length))
          .run(keys, new Observations(out));
    } catch (Throwable failed) {
      failed.printStackTrace();
      System.err.println(failed.toString().replace('\n', ' '));
      Runtime.getRuntime().halt(FAILED);
    }
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static Driver driver(String name, String... settings)
      throws ReflectiveOperationException {
    Class<? extends Driver> type = Class.forName(name).asSubclass(Driver.class);
    return settings.length == 0
        ? type.getDeclaredConstructor().newInstance()
        : type.getDeclaredConstructor(String.class).newInstance(settings[0]);
  }

  private static void endInTime() {
    Daemons.start(
        "time-limit",
        () -> {
          Thread.sleep(MOST.toMillis());
          System.err.println("the attempt took more than " + MOST.toSeconds() + " s");
          Runtime.getRuntime().halt(TOO_LONG);
        });
  }
}
