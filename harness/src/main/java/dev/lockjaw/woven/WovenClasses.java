package dev.lockjaw.woven;

/** A class loader that knows which of its classes are woven. */
public interface WovenClasses {
  /** Whether a class that this loader has defined is woven. */
  boolean weaves(Class<?> type);
}
