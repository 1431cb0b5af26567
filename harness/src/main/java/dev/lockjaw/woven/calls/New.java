package dev.lockjaw.woven.calls;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what stands for a constructor. It takes what that takes, and the number of the site. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface New {
  /** The class whose constructor it is. */
  Class<?> value();
}
