package dev.lockjaw.junit;

import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Says what a {@link LockjawTest} explores. All settings have defaults.
 *
 * <pre>{@code
 * @Lockjaw(scenarios = {"write-free", "read-*"}, transports = {"jsse", "bc"}, budget = "60s")
 * abstract class LinkTest implements LockjawTest {}
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@API(status = API.Status.STABLE)
public @interface Lockjaw {
  /** Choices or globs of scenarios. Each scenario on each transport is a test. */
  String[] scenarios() default "*";

  /** Choices or globs of transports, which are TLS stacks. */
  String[] transports() default "jsse";

  /** The TLS version, {@code tls1.2} or {@code tls1.3}, unless a scenario needs another. */
  String protocol() default "tls1.2";

  /**
   * {@link Mode#EXPLORE} runs each interleaving within the bound. {@link Mode#STRESS} lets the
   * threads run unscheduled, over and over, for the {@link #budget}, which it needs; nothing is
   * woven, and what it finds has no replay token.
   */
  Mode mode() default Mode.EXPLORE;

  /**
   * The preemption bound: the most switches away from a thread that could have continued, from 0.
   * Every interleaving within the bound is run.
   */
  int preemptions() default 2;

  /**
   * The most time for all tests of the class together, such as {@code 500ms}, {@code 60s}, {@code
   * 5m} or {@code 1h}. Each test gets an equal part of what the tests before it have left. One that
   * runs out of time without a finding is aborted, which reports show as skipped, with the reason.
   * Empty for no limit.
   */
  String budget() default "";

  /**
   * Whether a test fails if it has not run every interleaving within the bound, for any reason. By
   * default a test that was cut short is aborted: with a budget less is accepted, and reports show
   * and count the tests that proved nothing.
   */
  boolean exhaustive() default false;

  /**
   * Kinds of findings that do not count here, such as {@link FindingKind#DATA_RACE} for sessions
   * whose races are known to be harmless.
   */
  FindingKind[] allow() default {};

  /** Stands for the package of the annotated class and those below it. */
  String OWN_PACKAGE = ".";

  /**
   * Stands for {@link #OWN_PACKAGE}, unless weaving could change what the test class does. Nothing
   * is woven then, and a report entry says why.
   */
  String WHERE_POSSIBLE = "?";

  /**
   * Which classes get scheduling points woven into them, so that threads are switched at what they
   * do with fields, locks and threads too: {@code com.example.link} for a package, {@code
   * com.example.link..} for it and those below, or the name of a class. Empty for none.
   */
  String[] weave() default WHERE_POSSIBLE;
}
