package beside;

/** What Fray runs again and again. */
public final class UnderFray {
  private UnderFray() {}

  /** @param args a session's class, {@code write-free} or {@code write-write}, and a transport */
  public static void main(String[] args) throws Exception {
    Rate.schedule();
    if (Rate.schedules() % 10 == 0) {
      System.err.println("RATE " + Rate.text());
    }
    Trial trial = new Trial(args[0], args[2]);
    if (args[1].equals("write-free")) {
      trial.writeFree();
    } else {
      trial.writeWrite();
    }
  }
}
