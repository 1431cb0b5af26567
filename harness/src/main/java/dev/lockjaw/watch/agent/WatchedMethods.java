package dev.lockjaw.watch.agent;

import static org.objectweb.asm.Opcodes.ACC_STATIC;

import dev.lockjaw.watch.event.TlsCall;
import dev.lockjaw.watch.hook.BlockingIo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods whose beginning and end are recorded. Engines and callbacks are known by the
 * signatures of their methods, which no other class has, so every provider's are seen.
 */
final class WatchedMethods {
  private static final String RESULT = ")Ljavax/net/ssl/SSLEngineResult;";
  private static final String BUFFER = "Ljava/nio/ByteBuffer;";

  /** Methods of an {@code SSLEngine}: those that its other overloads call. */
  private static final Map<String, TlsCall> ENGINE =
      Map.of(
          "wrap([" + BUFFER + "II" + BUFFER + RESULT,
          TlsCall.WRITE,
          "unwrap(" + BUFFER + "[" + BUFFER + "II" + RESULT,
          TlsCall.READ,
          "closeOutbound()V",
          TlsCall.SHUTDOWN,
          "closeInbound()V",
          TlsCall.SHUTDOWN,
          "beginHandshake()V",
          TlsCall.HANDSHAKE);

  /** Methods that TLS calls back. */
  private static final Set<String> CALLBACKS =
      Set.of(
          "checkClientTrusted",
          "checkServerTrusted",
          "chooseClientAlias",
          "chooseServerAlias",
          "chooseEngineClientAlias",
          "chooseEngineServerAlias",
          "handshakeCompleted");

  private static final Pattern CALLED_BACK_WITH =
      Pattern.compile(
          "\\((\\[Ljava/security/cert/X509Certificate;|\\[?Ljava/lang/String;"
              + "|Ljavax/net/ssl/HandshakeCompletedEvent;)");

  private static final Map<String, TlsCall> SOCKET =
      Map.of(
          "sun/security/ssl/SSLSocketImpl$AppInputStream.read([BII)I", TlsCall.READ,
          "sun/security/ssl/SSLSocketImpl$AppOutputStream.write([BII)V", TlsCall.WRITE,
          "sun/security/ssl/SSLSocketImpl.startHandshake()V", TlsCall.HANDSHAKE,
          "sun/security/ssl/SSLSocketImpl.close()V", TlsCall.SHUTDOWN);

  private static final Map<String, BlockingIo> IO =
      Map.of(
          "java/net/Socket$SocketInputStream.read([BII)I",
          BlockingIo.READ,
          "java/net/Socket$SocketOutputStream.write([BII)V",
          BlockingIo.WRITE,
          "sun/nio/ch/SocketChannelImpl.read(" + BUFFER + ")I",
          BlockingIo.CHANNEL_READ,
          "sun/nio/ch/SocketChannelImpl.write(" + BUFFER + ")I",
          BlockingIo.CHANNEL_WRITE,
          "sun/nio/ch/SelectorImpl.select()I",
          BlockingIo.SELECT,
          "sun/nio/ch/SelectorImpl.select(J)I",
          BlockingIo.SELECT);

  /**
   * What is called at the beginning of a method.
   *
   * @param hook the method of CallHooks
   * @param number its second argument
   * @param outer the type of the enclosing object, if that is the first argument
   */
  record Bounds(String hook, int number, Optional<String> outer) {}

  private WatchedMethods() {}

  static Optional<Bounds> of(ClassNode type, MethodNode method) {
    if ((method.access & ACC_STATIC) != 0) {
      return Optional.empty();
    }
    String signature = method.name + method.desc;
    String full = type.name + '.' + signature;
    if (IO.containsKey(full)) {
      return bounds("io", IO.get(full).ordinal());
    }
    if (SOCKET.containsKey(full)) {
      boolean stream = type.name.contains("$");
      return Optional.of(
          new Bounds(
              "socket",
              SOCKET.get(full).number(),
              stream ? Optional.of("Lsun/security/ssl/SSLSocketImpl;") : Optional.empty()));
    }
    if (ENGINE.containsKey(signature) && isEngine(type)) {
      return bounds("engine", ENGINE.get(signature).number());
    }
    boolean callback =
        CALLBACKS.contains(method.name)
            && CALLED_BACK_WITH.matcher(method.desc).lookingAt()
            && !type.name.startsWith("sun/")
            && !type.name.startsWith("jdk/");
    return callback ? bounds("callback", 0) : Optional.empty();
  }

  private static Optional<Bounds> bounds(String hook, int number) {
    return Optional.of(new Bounds(hook, number, Optional.empty()));
  }

  private static boolean isEngine(ClassNode type) {
    return type.methods.stream()
        .anyMatch(
            method ->
                method.name.equals("wrap")
                    && method.desc.equals("([" + BUFFER + "II" + BUFFER + RESULT));
  }
}
