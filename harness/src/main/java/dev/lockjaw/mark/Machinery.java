package dev.lockjaw.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks code that drives a run or watches it: a package, with the packages below it, or a class,
 * with the classes inside it. A stack that is kept as evidence neither begins nor ends in it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface Machinery {}
