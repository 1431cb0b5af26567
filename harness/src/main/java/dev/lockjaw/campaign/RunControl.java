package dev.lockjaw.campaign;

/** Observes the runs of cells and can cancel them. Any thread. */
public interface RunControl {
  /** Observes nothing and never cancels. */
  RunControl NONE =
      new RunControl() {
        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public void ran(long more) {}
      };

  /** Whether to end early. The result then covers the runs so far. */
  boolean cancelled();

  /** This many more interleavings or iterations have run. */
  void ran(long more);
}
