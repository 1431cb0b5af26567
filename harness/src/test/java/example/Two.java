package example;

/** A program of two threads, to be woven. */
public abstract class Two {
  protected int x;

  /** Something to do with what was read. */
  protected int seen;

  public abstract void first() throws Exception;

  public abstract void second() throws Exception;
}
