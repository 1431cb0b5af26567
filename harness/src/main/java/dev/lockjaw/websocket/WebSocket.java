package dev.lockjaw.websocket;

import dev.lockjaw.lock.Status;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Receiver;
import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.Sync;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A WebSocket client over a session, with the locks that libdatachannel has above its TLS
 * transport: W ({@code WsTransport::mSendMutex}) is held while a frame is sent, including the
 * session's send; R ({@code TlsTransport::mRecvMutex}) while something is received; C, which is
 * recursive, during the receive callback. A message takes W, then the session. An idle tick takes
 * R, the session, C, W, and the session again.
 *
 * <p>Any thread may call any method.
 */
@API(status = API.Status.STABLE)
public final class WebSocket {
  /** A constant will do: masking protects proxies and hides nothing (RFC 6455, section 10.3). */
  private static final int MASKING_KEY = 0x37FA213D;

  private final SessionUnderTest session;
  private final Mutex sendLock;
  private final Mutex receiveLock;
  private final Mutex callbackLock;
  private final FrameReader reader = new FrameReader(false);
  private final List<Frame> received = new ArrayList<>();

  public WebSocket(Sync sync, SessionUnderTest session) {
    this.session = session;
    this.sendLock = sync.mutex("W", false);
    this.receiveLock = sync.mutex("R", false);
    this.callbackLock = sync.mutex("C", true);
    session.onReceive(Delivery.AFTER_RELEASE, new Incoming());
  }

  /** Receives once: data or an idle tick. */
  public Status receive() {
    receiveLock.lock();
    try {
      return session.receive();
    } finally {
      receiveLock.unlock();
    }
  }

  public Status sendText(String text) {
    return send(Frame.text(text));
  }

  public Status ping() {
    return send(Frame.ping(new byte[0]));
  }

  /** Sends one frame. */
  public Status send(Frame frame) {
    return session.dispatch(() -> sendFrame(frame));
  }

  private Status sendFrame(Frame frame) {
    sendLock.lock();
    try {
      return session.send(frame.encodeMasked(MASKING_KEY));
    } finally {
      sendLock.unlock();
    }
  }

  /** The text, binary, pong and close frames received, in order. */
  public List<Frame> received() {
    return List.copyOf(received);
  }

  private final class Incoming implements Receiver {
    @Override
    public void received(byte[] data) {
      callbackLock.lock();
      try {
        reader.feed(data);
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          incoming(frame);
        }
      } finally {
        callbackLock.unlock();
      }
    }

    @Override
    public void idle() {
      callbackLock.lock();
      try {
        ping();
      } finally {
        callbackLock.unlock();
      }
    }

    private void incoming(Frame frame) {
      if (frame.opcode() == Opcode.PING) {
        send(Frame.pong(frame.payload()));
      } else {
        received.add(frame);
      }
    }
  }
}
