package dev.lockjaw.cli.terminal;

import dev.lockjaw.explain.Style;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * Where output goes.
 *
 * @param out for what was asked for
 * @param err for progress and complaints
 * @param width columns that may be used
 * @param colour whether {@code out} shows colour
 * @param live whether a line on {@code err} can be rewritten
 */
public record Terminal(PrintWriter out, PrintWriter err, int width, boolean colour, boolean live) {
  private static final int DEFAULT_WIDTH = 80;
  private static final int LEAST_WIDTH = 40;

  /** Set by the launcher to the numbers of those descriptors that are terminals, such as "12". */
  private static final String LAUNCHER_SAYS = "lockjaw.terminals";

  /** The process's own. */
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

  /** Prints a sentence or two. */
  public void say(String text) {
    Lines.wrap(text, width).forEach(out::println);
    out.flush();
  }

  /** Prints a sentence that stands above what it is about. */
  public void heading(String text) {
    Lines.wrap(text, width).forEach(line -> out.println(style().bold(line)));
    out.flush();
  }

  /** Prints text that has been laid out. */
  public void print(String text) {
    out.print(text);
    out.flush();
  }

  /** Prints a complaint: in one line, unless somebody looks at it. */
  public void complain(String text) {
    out.flush();
    (live ? Lines.wrap(text, width) : List.of(text)).forEach(err::println);
    err.flush();
  }

  /** How what goes to {@code out} is set off. */
  public Style style() {
    return colour ? Style.ANSI : Style.PLAIN;
  }

  private static boolean isTerminal(char descriptor) {
    String said = System.getProperty(LAUNCHER_SAYS);
    return said == null ? hasConsole() : said.indexOf(descriptor) >= 0;
  }

  /** From Java 22 on there is a console even where there is no terminal. */
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
