package dev.lockjaw.explain;

/** How text is highlighted: not at all in a file or a pipe, in colour on a terminal. */
public enum Style {
  PLAIN {
    @Override
    String paint(String code, String text) {
      return text;
    }
  },
  ANSI {
    @Override
    String paint(String code, String text) {
      return text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
  };

  private static final String ESCAPE = "\u001b[";

  abstract String paint(String code, String text);

  /** Nothing was found. */
  public String good(String text) {
    return paint("32", text);
  }

  /** Something unexpected. */
  public String bad(String text) {
    return paint("31", text);
  }

  /** Something known and expected. */
  public String known(String text) {
    return paint("33", text);
  }

  /** Something of little importance. */
  public String dim(String text) {
    return paint("2", text);
  }

  /** A heading. */
  public String bold(String text) {
    return paint("1", text);
  }
}
