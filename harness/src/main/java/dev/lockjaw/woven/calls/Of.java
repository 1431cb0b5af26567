package dev.lockjaw.woven.calls;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what stands for a static method. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Of {
  /** The class that has it. */
  Class<?> value();

  /** Its name there, unless it is the same. */
  String name() default "";
}
