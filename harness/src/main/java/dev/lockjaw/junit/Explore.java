package dev.lockjaw.junit;

import dev.lockjaw.result.FindingKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An ordinary test whose threads Lockjaw schedules. Its body starts what threads it likes; Lockjaw
 * runs it in one interleaving after another, and shows the one that fails:
 *
 * <pre>{@code
 * class HandshakeTest {
 *   @Explore
 *   void closeBesideWrap(Explored with) throws Exception {
 *     SSLEngine engine = with.tls().createSSLEngine("localhost", 443);
 *     engine.setUseClientMode(true);
 *     Thread closer = new Thread(engine::closeOutbound, "closer");
 *     closer.start();
 *     engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(20_000));
 *     closer.join();
 *   }
 * }
 * }</pre>
 *
 * <p>The method takes an {@link dev.lockjaw.body.Explored}, or nothing. Each interleaving runs on a
 * new copy of the test object, which has the fields that JUnit has set. An interleaving is over
 * when the body has returned and the threads are over that it has started, but for daemons and
 * threads that wait for work. It fails if it throws, if a thread throws what nobody catches, if
 * threads wait for each other, or if there is a data race.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(BodyExplorations.class)
@API(status = API.Status.EXPERIMENTAL)
public @interface Explore {
  /**
   * What is woven besides the package of the test class and those below it: the libraries under
   * test. See {@link Lockjaw#weave}.
   */
  String[] weave() default {};

  /** The preemption bound; see {@link Lockjaw#preemptions}. */
  int preemptions() default 2;

  /**
   * The most time, such as {@code 500ms}, {@code 60s} or {@code 5m}. Half of it is for the
   * interleavings within the bound, in order of preemptions. If those take longer, the rest goes to
   * random ones. A test that finds nothing passes, and prints how much it has explored; one that
   * finds more than a data race stops there.
   */
  String budget() default "20s";

  /** Whether the test fails if it has not run every interleaving within the bound. */
  boolean exhaustive() default false;

  /** Kinds of findings that do not count here. */
  FindingKind[] allow() default {};

  /** Tokens, as findings show them. If there are any, these schedules are run, and no others. */
  String[] replay() default {};
}
