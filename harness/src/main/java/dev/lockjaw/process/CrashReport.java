package dev.lockjaw.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM's report of its own crash (its {@code hs_err} file). A corrupt heap can end the report
 * anywhere, so any part may be missing.
 *
 * @param signal such as {@code SIGSEGV}, or the JVM's own name for the fault; or null
 * @param siginfo the operating system's account of the signal, or null
 * @param frame the frame in which it happened, or null
 * @param function the native function of that frame, if it has a name, else null
 * @param nativeMethod the thread's innermost native Java method, or null. It shows what Java had
 *     called when the frame is only a bare address
 * @param javaFrames the thread's Java frames, innermost first
 */
public record CrashReport(
    String signal,
    String siginfo,
    String frame,
    String function,
    String nativeMethod,
    List<String> javaFrames) {
  private static final Pattern SIGNAL =
      Pattern.compile("^#\\s+(SIG[A-Z]+|Internal Error|Out of Memory Error)\\b", Pattern.MULTILINE);
  private static final Pattern SIGINFO = Pattern.compile("^siginfo: (.*)$", Pattern.MULTILINE);
  private static final Pattern FRAME =
      Pattern.compile("^# Problematic frame:\\R# (.*)$", Pattern.MULTILINE);
  private static final Pattern FUNCTION =
      Pattern.compile("^[CV]\\s+\\[[^\\]]*\\]\\s+([A-Za-z_][\\w:~]*)");
  private static final Pattern MODULE = Pattern.compile("^[CV]\\s+\\[([^\\]]*)\\]");
  private static final Pattern JAVA_FRAME =
      Pattern.compile("^[jJ]\\s+(?:\\d+\\s+(?:c[12]\\s+)?)?(.*)$");
  private static final String JAVA_FRAMES = "Java frames:";

  /** Reads a report. Parts that are missing in it are missing in the result. */
  public static CrashReport parse(String text) {
    String frame = first(FRAME, text);
    List<String> javaFrames = javaFrames(text);
    return new CrashReport(
        first(SIGNAL, text),
        first(SIGINFO, text),
        frame,
        frame == null ? null : first(FUNCTION, frame),
        javaFrames.isEmpty() ? null : method(javaFrames.get(0)),
        javaFrames);
  }

  /**
   * The place of the crash, as far as it is known: {@code BIO_test_flags, called by
   * LibSsl.SSL_read}.
   */
  public Optional<String> place() {
    String innermost = function != null ? function : module();
    if (innermost == null || nativeMethod == null) {
      return Optional.ofNullable(innermost != null ? innermost : nativeMethod);
    }
    return Optional.of(innermost + ", called by " + nativeMethod);
  }

  /**
   * The frame's library and offset, for a frame without a function name; null for a bare address.
   */
  private String module() {
    return frame == null ? null : first(MODULE, frame);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1).strip() : null;
  }

  private static List<String> javaFrames(String text) {
    List<String> frames = new ArrayList<>();
    int at = text.indexOf(JAVA_FRAMES);
    if (at >= 0) {
      for (String line : text.substring(at).lines().skip(1).toList()) {
        Matcher frame = JAVA_FRAME.matcher(line);
        if (frame.find()) {
          frames.add(frame.group(1).strip());
        } else if (line.isBlank()) {
          break;
        }
      }
    }
    return List.copyOf(frames);
  }

  /** {@code a.b.C.name(JI)I+0} as {@code C.name}. */
  private static String method(String frame) {
    int end = frame.indexOf('(');
    String whole = end < 0 ? frame : frame.substring(0, end);
    int name = whole.lastIndexOf('.');
    int type = whole.lastIndexOf('.', name - 1);
    return whole.substring(type + 1);
  }
}
