package dev.lockjaw.reports.junit;

import java.util.ArrayDeque;
import java.util.Deque;

/** Builds an XML document. All text is escaped, so no content can break the structure. */
final class Xml {
  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; attributes with a null value are left out
   */
  Xml open(String name, String... attributes) {
    indent();
    tag(name, attributes).append('>');
    open.push(name);
    return this;
  }

  /** Closes the innermost open element. */
  Xml close() {
    String name = open.pop();
    indent();
    text.append("</").append(name).append('>');
    return this;
  }

  /** An element without content. */
  Xml empty(String name, String... attributes) {
    indent();
    tag(name, attributes).append("/>");
    return this;
  }

  /** An element with text, whose line feeds and blanks are kept. */
  Xml leaf(String name, String content, String... attributes) {
    indent();
    tag(name, attributes).append('>').append(escape(content));
    text.append("</").append(name).append('>');
    return this;
  }

  private void indent() {
    text.append('\n').append("  ".repeat(open.size()));
  }

  private StringBuilder tag(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        text.append(' ').append(attributes[i]);
        text.append("=\"").append(escape(attributes[i + 1])).append('"');
      }
    }
    return text;
  }

  /** A character that XML 1.0 can't contain even when escaped becomes a question mark. */
  private static String escape(String content) {
    StringBuilder escaped = new StringBuilder(content.length());
    content
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(legal(point) ? point : '?');
              }
            });
    return escaped.toString();
  }

  private static boolean legal(int point) {
    return point == '\t'
        || point == '\n'
        || point >= 0x20 && point <= 0xd7ff
        || point >= 0xe000 && point <= 0xfffd
        || point >= 0x10000;
  }

  @Override
  public String toString() {
    return text + "\n";
  }
}
