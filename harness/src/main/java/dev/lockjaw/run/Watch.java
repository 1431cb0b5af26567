package dev.lockjaw.run;

/** Looks on while cells are run. Any thread. */
public interface Watch {
  /** Nobody looks on, and nobody wants an end. */
  Watch NONE =
      new Watch() {
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
