package dev.lockjaw.reports.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.FrameText;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.ThreadEvidence;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The lines of the user's sources that the stacks and the steps of a finding name, by the text of
 * the call. The page shows them when the call or the step is clicked.
 */
final class SourcesJson {
  /** Lines before and after the one in question. */
  private static final int AROUND = 4;

  /** Longest line, in characters. */
  private static final int LONGEST = 160;

  private SourcesJson() {}

  /** Adds nothing where no frame is in the sources. */
  static void write(Finding finding, Sources sources, ObjectNode json) {
    ObjectNode calls = json.objectNode();
    Stream.concat(finding.threads().stream().flatMap(SourcesJson::frames), steps(finding))
        .distinct()
        .forEach(
            frame ->
                sources
                    .excerpt(frame, AROUND)
                    .ifPresent(excerpt -> write(excerpt, calls.putObject(key(frame)))));
    if (!calls.isEmpty()) {
      json.set("sources", calls);
    }
  }

  private static Stream<StackTraceElement> frames(ThreadEvidence thread) {
    return Stream.concat(
        thread.stack().stream(),
        thread.held().stream().map(Held::since).flatMap(since -> since.stream()));
  }

  private static Stream<StackTraceElement> steps(Finding finding) {
    Stream<Step> beside =
        finding.passing() == null ? Stream.of() : finding.passing().steps().stream();
    return Stream.concat(finding.interleaving().stream(), beside)
        .map(step -> step.act().at())
        .filter(Objects::nonNull);
  }

  /** The call as the page shows it. */
  static String key(StackTraceElement frame) {
    return Text.cut(FrameText.call(frame), Explanation.LONGEST);
  }

  private static void write(Sources.Excerpt excerpt, ObjectNode json) {
    json.put("file", Text.cut(Text.clean(excerpt.place().uri()), Explanation.LONGEST));
    json.put("line", excerpt.place().line());
    json.put("first", excerpt.first());
    ArrayNode lines = json.putArray("lines");
    excerpt.lines().stream()
        .map(line -> Text.cut(Text.clean(line.replace("\t", "    ")), LONGEST))
        .forEach(lines::add);
  }
}
