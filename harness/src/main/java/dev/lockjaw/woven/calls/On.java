package dev.lockjaw.woven.calls;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what stands for a method of a class that this JDK need not have. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface On {
  /** The class of the receiver, which is the first parameter. */
  String value();
}
