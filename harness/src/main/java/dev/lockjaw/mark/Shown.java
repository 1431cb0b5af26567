package dev.lockjaw.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a package of Lockjaw's whose calls are shown in an explanation, with the packages below it.
 * Calls of Lockjaw's other packages are left out.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Shown {}
