package com.example.woven;

import dev.lockjaw.adapter.Hook;
import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.adapter.UserSession;
import java.util.Set;

/** Opens sessions of a class, by its full name. */
public final class Opener implements SessionAdapter {
  private String type = "";

  public Opener() {}

  public Opener(String type) {
    this.type = type;
  }

  @Override
  public String id() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** What else a session does not have, it throws {@link UnsupportedOperationException} for. */
  @Override
  public Set<Hook> hooks() {
    return type.contains(".opening.")
        ? Set.of(Hook.HANDSHAKE)
        : Set.of(Hook.READERS, Hook.PROMPT_FREE, Hook.STATUS);
  }

  @Override
  public UserSession open(Opening with) throws Exception {
    return (UserSession) Class.forName(type).getConstructor(Opening.class).newInstance(with);
  }
}
