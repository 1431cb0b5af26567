package dev.lockjaw.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A command line's words, as a shell takes them: with quotes, and up to a comment. */
final class Words {
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");

  private Words() {}

  static List<String> of(String line) {
    return WORD.matcher(line)
        .results()
        .map(MatchResult::group)
        .takeWhile(word -> !word.startsWith("#"))
        .map(word -> word.replace("'", ""))
        .toList();
  }
}
