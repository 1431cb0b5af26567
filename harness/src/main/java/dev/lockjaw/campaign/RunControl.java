package dev.lockjaw.campaign;

/** Looks on while cells are run. Any thread. */
public interface RunControl {
  /** Nobody looks on, and nobody wants an end. */
  RunControl NONE =
      new RunControl() {
        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public void ran(long more) {}
      };

  /** Whether to come to an end; what there is so far is then the result. */
  boolean cancelled();

  /** So many more interleavings or iterations have been run. */
  void ran(long more);
}
