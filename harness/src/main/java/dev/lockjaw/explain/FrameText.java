package dev.lockjaw.explain;

import dev.lockjaw.mark.LambdaNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stack frame as text: {@code package.Class.method(File.java:12)}. Unlike {@link
 * StackTraceElement#toString} never with a class loader or a module.
 */
public final class FrameText {
  private static final String NATIVE = "Native Method";
  private static final String UNKNOWN = "Unknown Source";
  private static final int NATIVE_LINE = -2;
  private static final Pattern FORM = Pattern.compile("(.*?)\\.?([^.(]+)\\((.*)\\)");
  private static final Pattern PLACE = Pattern.compile("(.*):(\\d{1,9})");

  private FrameText() {}

  public static String text(StackTraceElement frame) {
    return prefix(frame.getClassName()) + frame.getMethodName() + '(' + place(frame) + ')';
  }

  /** As a line of a shown stack: {@code Session.read (Session.java:171)}. Safe to show. */
  public static String call(StackTraceElement frame) {
    String name = frame.getClassName();
    String simple = name.substring(name.lastIndexOf('.') + 1).replaceAll("\\$(?=\\D)", ".");
    String method = LambdaNames.enclosing(frame.getMethodName());
    return Text.clean(prefix(simple) + method + " (" + place(frame) + ')');
  }

  /** Native functions have no class. */
  private static String prefix(String type) {
    return type.isEmpty() ? "" : type + '.';
  }

  /** The frame's place: {@code File.java:12}. */
  public static String place(StackTraceElement frame) {
    if (frame.isNativeMethod()) {
      return NATIVE;
    }
    if (frame.getFileName() == null) {
      return UNKNOWN;
    }
    return frame.getFileName() + (frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber());
  }

  /** Reads what {@link #text} wrote. Makes a similar frame from any other text. */
  public static StackTraceElement parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return new StackTraceElement("", text, null, -1);
    }
    String place = form.group(3);
    Matcher numbered = PLACE.matcher(place);
    boolean line = numbered.matches();
    return new StackTraceElement(
        form.group(1),
        form.group(2),
        place.equals(NATIVE) || place.equals(UNKNOWN) ? null : line ? numbered.group(1) : place,
        place.equals(NATIVE) ? NATIVE_LINE : line ? Integer.parseInt(numbered.group(2)) : -1);
  }
}
