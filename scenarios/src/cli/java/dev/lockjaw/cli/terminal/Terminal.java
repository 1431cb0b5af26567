package dev.lockjaw.cli.terminal;

import dev.lockjaw.explain.Style;
import dev.lockjaw.explain.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * Takes the output of a command.
 *
 * @param out takes what the user asked for
 * @param err takes progress and errors
 * @param width columns to use at most
 * @param colour whether {@code out} shows colour
 * @param live whether a line on {@code err} can be rewritten
 */
public record Terminal(PrintWriter out, PrintWriter err, int width, boolean colour, boolean live) {
  private static final int DEFAULT_WIDTH = 80;
  private static final int LEAST_WIDTH = 40;

  /** The launcher sets it to the numbers of the descriptors that are terminals, such as "12". */
  private static final String LAUNCHER_SAYS = "lockjaw.terminals";

  /** The terminal of this process. */
  public static Terminal ofProcess(ColourChoice choice, Map<String, String> environment) {
    boolean out = isTerminal('1');
    boolean dumb = "dumb".equals(environment.get("TERM"));
    return new Terminal(
        new PrintWriter(System.out, true),
        new PrintWriter(System.err, true),
        width(environment.get("COLUMNS")),
        choice.colour(out && !dumb, environment),
        isTerminal('2') && !dumb);
  }

  /** Prints a paragraph, wrapped. */
  public void say(String text) {
    Text.wrapWords(text, width).forEach(out::println);
    out.flush();
  }

  /** Prints a heading, wrapped, and what it heads follows directly. */
  public void heading(String text) {
    Text.wrapWords(text, width).forEach(line -> out.println(style().bold(line)));
    out.flush();
  }

  /** Prints text as it is. */
  public void print(String text) {
    out.print(text);
    out.flush();
  }

  /** Prints an error: one line in a pipe, wrapped on a terminal. */
  public void complain(String text) {
    out.flush();
    (live ? Text.wrapWords(text, width) : List.of(text)).forEach(err::println);
    err.flush();
  }

  /** The style of text on {@code out}. */
  public Style style() {
    return colour ? Style.ANSI : Style.PLAIN;
  }

  private static boolean isTerminal(char descriptor) {
    String said = System.getProperty(LAUNCHER_SAYS);
    return said == null ? hasConsole() : said.indexOf(descriptor) >= 0;
  }

  /** From Java 22 on, there is a console even without a terminal. */
  private static boolean hasConsole() {
    if (System.console() == null) {
      return false;
    }
    try {
      return (boolean)
          java.io.Console.class.getMethod("isTerminal").invoke((Object) System.console());
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  static int width(String columns) {
    if (columns == null || !columns.matches("[1-9]\\d{0,4}")) {
      return DEFAULT_WIDTH;
    }
    return Math.max(LEAST_WIDTH, Integer.parseInt(columns));
  }
}
