package dev.lockjaw.lock;

import dev.lockjaw.result.Act;
import java.util.Locale;
import org.apiguardian.api.API;

/** The operations on a session. */
@API(status = API.Status.STABLE)
public enum OperationKind {
  HANDSHAKE,
  READ,
  WRITE,
  FREE,
  /**
   * A call that asks the stack and changes nothing. A strategy is asked to run it as a {@link
   * #READ}.
   */
  STATUS;

  private final Act entering = Act.of(Act.Kind.ENTER, verb(), "enter " + verb());
  private final Act leaving = Act.of(Act.Kind.LEAVE, verb(), "leave " + verb());

  /** The word for it in a sentence. */
  public String verb() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The step with which a thread enters the TLS stack for this operation. */
  public Act entering() {
    return entering;
  }

  /** The step with which a thread leaves the TLS stack after this operation. */
  public Act leaving() {
    return leaving;
  }
}
