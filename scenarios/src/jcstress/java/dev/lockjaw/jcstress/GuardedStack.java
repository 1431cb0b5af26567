package dev.lockjaw.jcstress;

/** What the session guards: a TLS stack or a stand-in for one. Each method returns its outcome. */
interface GuardedStack {
  String FREED = "freed";

  String write();

  String read();

  /** Returns {@link #FREED}. */
  String free();
}
