package dev.lockjaw.reports.html;

import dev.lockjaw.explain.Text;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML. All text and all values of attributes are made safe to show and then escaped. */
public final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; a null value leaves the attribute out
   */
  public Markup open(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
        out.append('"');
      }
    }
    out.append('>');
    open.push(element);
    return this;
  }

  public Markup text(String text) {
    out.append(escape(text));
    return this;
  }

  /** A name that a browser may break at its hyphens. */
  public Markup name(String name) {
    out.append(escape(name).replace("-", "-<wbr>"));
    return this;
  }

  /** Closes the element that was opened last. */
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Ends the element that was opened last, if it is a void element, which has no end tag. */
  public Markup empty() {
    open.pop();
    return this;
  }

  /** An element with nothing but text in it. */
  public Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** A line feed, for readers of the source. */
  public Markup line() {
    out.append('\n');
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  private static String escape(String text) {
    return Text.clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
