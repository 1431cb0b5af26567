package dev.lockjaw.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/** Says what a {@link LockjawTest} explores. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@API(status = API.Status.STABLE)
public @interface Lockjaw {
  /** Names or globs; each scenario, on each transport, is a test. */
  String[] scenarios() default "*";

  /** Names or globs of TLS stacks. */
  String[] transports() default "jsse";

  /** The TLS version, where a scenario doesn't need another. */
  String protocol() default "tls1.2";

  /** Switches away from a thread that could have gone on, at most. */
  int preemptions() default 2;

  /**
   * The most time for all tests of the class together, such as {@code 500ms}, {@code 60s} or {@code
   * 5m}; each gets an equal part. A test that is cut short says so in the report. By default each
   * takes as long as the bound takes.
   */
  String budget() default "";

  /** Stands for the package of the annotated class and those below it. */
  String OWN_PACKAGE = ".";

  /**
   * Which classes get scheduling points woven into them, so that threads are switched at what they
   * do with fields, locks and threads too: {@code com.example.link} for a package, {@code
   * com.example.link..} for it and those below, or the name of a class. Empty for none.
   */
  String[] weave() default {};
}
