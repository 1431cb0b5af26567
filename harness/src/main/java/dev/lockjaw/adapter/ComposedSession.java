package dev.lockjaw.adapter;

/** A session of what does its operations. */
record ComposedSession(Action handshaking, Sending sending, Action receiving, Action freeing)
    implements UserSession {
  @Override
  public void handshake() throws Exception {
    handshaking.run();
  }

  @Override
  public void send(byte[] data) throws Exception {
    sending.send(data);
  }

  @Override
  public void receive() throws Exception {
    receiving.run();
  }

  @Override
  public void free() throws Exception {
    freeing.run();
  }
}
