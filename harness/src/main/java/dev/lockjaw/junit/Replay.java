package dev.lockjaw.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a method of a {@link dev.lockjaw.adapter.SessionAdapter} replay the schedules of tokens.
 * The test fails while the schedule shows a finding, so it guards a repair:
 *
 * <pre>{@code
 * @Replay("LJ1/write-free/LinkTest/jsse/tls1.2/4.1/3f2a")
 * void writeSurvivesAFree() {}
 * }</pre>
 *
 * <p>A method with a {@link dev.lockjaw.result.CellResult} as its parameter gets the result of the
 * replay and judges it itself:
 *
 * <pre>{@code
 * @Replay("LJ1/write-free/LinkTest/jsse/tls1.2/4.1/3f2a")
 * void stillFails(CellResult shown) {
 *   assertThat(shown).failsWith(FindingKind.USE_AFTER_FREE);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(Replays.class)
@API(status = API.Status.STABLE)
public @interface Replay {
  /** Tokens, as findings show them. Each is a test. */
  String[] value();
}
