package dev.lockjaw.transport;

import org.apiguardian.api.API;

/** A TLS version. */
@API(status = API.Status.STABLE)
public enum Protocol {
  TLS_1_2("tls1.2"),
  TLS_1_3("tls1.3");

  private final String id;

  Protocol(String id) {
    this.id = id;
  }

  /** The name on the command line and in tokens. */
  public String id() {
    return id;
  }
}
