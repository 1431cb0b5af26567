package com.example.woven;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.adapter.UserSession;

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

  @Override
  public UserSession open(Opening with) throws Exception {
    return (UserSession) Class.forName(type).getConstructor(Opening.class).newInstance(with);
  }
}
