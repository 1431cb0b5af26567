package dev.lockjaw.session;

import dev.lockjaw.result.Act;

/** The steps of a session outside of its TLS stack and its wire. */
record SessionActs(Act deliver, Act findsClosed, Act findsAlive, Act clearReference) {
  static SessionActs of(String session) {
    return new SessionActs(
        Act.of(Act.Kind.DELIVER, session, "deliver"),
        Act.of(Act.Kind.LOOK, session, "finds the session closed"),
        Act.of(Act.Kind.LOOK, session, "finds the session alive"),
        Act.of(Act.Kind.OTHER, session, "clear reference"));
  }
}
