package example;

/** A program of two threads that do the same. */
abstract class Same extends Two {
  @Override
  public void second() throws Exception {
    first();
  }
}
