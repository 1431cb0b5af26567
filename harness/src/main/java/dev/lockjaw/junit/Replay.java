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
 * On a method of a {@link dev.lockjaw.adapter.SessionAdapter}: runs the schedule that a token
 * stands for, and fails while it shows a finding. A method with a {@link
 * dev.lockjaw.result.CellResult} as its parameter is given what the schedule shows, and judges for
 * itself.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(Replays.class)
@API(status = API.Status.STABLE)
public @interface Replay {
  /** Tokens, as findings name them; each is a test. */
  String[] value();
}
