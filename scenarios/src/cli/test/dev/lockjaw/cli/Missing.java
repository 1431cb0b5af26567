package dev.lockjaw.cli;

import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.util.Optional;

/** A transport that this machine lacks. */
public final class Missing implements Transport {
  @Override
  public String id() {
    return "missing";
  }

  @Override
  public String description() {
    return "a stack that is nowhere";
  }

  @Override
  public ThreadContract contract() {
    return ThreadContract.SERIAL;
  }

  @Override
  public String contractSource() {
    return "nobody";
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.of("libmissing.so.1 is not installed; apt-get install libmissing1");
  }

  @Override
  public Tls open(Protocol protocol) {
    throw new AssertionError("opened though unavailable");
  }
}
