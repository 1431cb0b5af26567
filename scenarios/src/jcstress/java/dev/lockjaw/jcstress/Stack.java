package dev.lockjaw.jcstress;

/** What the session guards: a TLS stack or what stands in for one. Each answers what it came to. */
interface Stack {
  String FREED = "freed";

  String write();

  String read();

  /** Answers {@link #FREED}. */
  String free();
}
