package dev.lockjaw.body;

import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.MalformedTokenException;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Token;
import dev.lockjaw.run.Cell;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.WeavingLoader;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Explores code that starts its own threads, without JUnit:
 *
 * <pre>{@code
 * CellResult result =
 *     LockjawExplorer.named("closeBesideWrap")
 *         .weave("com.example.link..")
 *         .budget(Duration.ofSeconds(30))
 *         .explore(
 *             explored -> {
 *               SSLEngine engine = explored.tls().createSSLEngine("localhost", 443);
 *               engine.setUseClientMode(true);
 *               Thread closer = new Thread(engine::closeOutbound, "closer");
 *               closer.start();
 *               engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(20_000));
 *               closer.join();
 *             });
 * }</pre>
 *
 * <p>Each interleaving calls a copy of the lambda. The package of its class and those below it are
 * woven. The lambda may use values from around it, and those of the object that it is in; of an
 * object of a woven class it gets a copy. Immutable; any thread.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LockjawExplorer {
  private final String name;
  private final List<String> weave;
  private final int preemptions;
  private final Duration budget;

  /** What is explored: a lambda. It is serializable only so that it can be copied. */
  @FunctionalInterface
  public interface Body extends Serializable {
    void run(Explored with) throws Exception;
  }

  private LockjawExplorer(String name, List<String> weave, int preemptions, Duration budget) {
    this.name = name;
    this.weave = weave;
    this.preemptions = preemptions;
    this.budget = budget;
  }

  /**
   * BodyExplorations of at most two preemptions and twenty seconds.
   *
   * @param name of the test in findings and tokens: letters, digits, {@code -}, {@code _} and
   *     {@code .}
   * @throws IllegalArgumentException if it has others
   */
  public static LockjawExplorer named(String name) {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name of a test: it is made of letters, digits, '-', '_' and '.'");
    }
    return new LockjawExplorer(name, List.of(), 2, Duration.ofSeconds(20));
  }

  /** The same, with more classes woven: patterns such as {@code com.example.link..}. */
  public LockjawExplorer weave(String... patterns) {
    return new LockjawExplorer(name, List.of(patterns), preemptions, budget);
  }

  /**
   * The same, within another preemption bound.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public LockjawExplorer preemptions(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("preemptions = " + most + "; it begins at 0");
    }
    return new LockjawExplorer(name, weave, most, budget);
  }

  /** The same, within another time. */
  public LockjawExplorer budget(Duration most) {
    return new LockjawExplorer(name, weave, preemptions, most);
  }

  /**
   * Explores a body, on threads of its own.
   *
   * @throws IllegalArgumentException if it is no lambda
   * @throws dev.lockjaw.weave.UnwovenException if it cannot be copied, with the reason
   * @throws InterruptedException if the caller is interrupted
   */
  public CellResult explore(Body body) throws InterruptedException {
    Limits limits = new Limits(Mode.EXPLORE, preemptions, true, Long.MAX_VALUE, false, 0);
    return SingleCell.explore(cell(body), limits.within(budget.toNanos()));
  }

  /**
   * Runs one schedule of a body.
   *
   * @param token as a finding shows it
   * @throws MalformedTokenException if it is no token
   * @throws IllegalArgumentException if it is one of something else
   */
  public CellResult replay(String token, Body body) throws IOException {
    Token read = Token.parse(token);
    Cell cell = cell(body);
    if (!read.cell().equals(cell.id())) {
      throw new IllegalArgumentException(
          "the token is for " + read.cell().brief() + ", not for " + cell.id().brief());
    }
    return SingleCell.replay(cell, read);
  }

  private Cell cell(Body body) {
    LambdaEntry entry = new LambdaEntry(body);
    String type = entry.owner();
    String inPackage = type.substring(0, Math.max(0, type.lastIndexOf('.')));
    List<String> patterns = new ArrayList<>(weave);
    patterns.add(inPackage + "..");
    WeavingLoader loader =
        WeavingLoader.ofTest(body.getClass().getClassLoader(), new Scope(patterns));
    String owner = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    return new TestBody(name, owner, entry, new Start(loader)).cell();
  }
}
