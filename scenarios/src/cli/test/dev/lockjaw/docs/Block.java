package dev.lockjaw.docs;

import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param line that of its opening fence, from 0
 * @param language what follows the fence, such as {@code console}
 * @param note the comment above it, if there is one
 * @param body the lines between the fences
 */
record Block(int line, String language, Optional<Note> note, List<String> body) {
  boolean has(Note.Kind kind) {
    return note.map(Note::kind).filter(kind::equals).isPresent();
  }

  /** The index of its closing fence. */
  int end() {
    return line + body.size() + 1;
  }
}
