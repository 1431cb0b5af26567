package dev.lockjaw.woven.calls;

import dev.lockjaw.mark.Marks;
import dev.lockjaw.woven.Site;

/** Names of what threads meet at. */
public final class Names {
  private Names() {}

  /** By the code, if it has a name there, or else by the class. */
  public static String of(Site site, Object object) {
    if (!site.object().isEmpty()) {
      return site.object();
    }
    Class<?> type = object.getClass();
    boolean own = Marks.ours(type.getName());
    Class<?> shown = own && type.getSuperclass() != Object.class ? type.getSuperclass() : type;
    return shown.getSimpleName();
  }
}
