package dev.lockjaw.watch.nativ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a program's file says about whether a library can be preloaded into it. */
public final class ElfProgram {
  private static final int MAGIC = 0x464c457f;
  private static final int INTERPRETER = 3;
  private static final int SET_USER_OR_GROUP_ID = 06000;

  private static final Set<String> SANITIZERS =
      Set.of("__asan_init", "__tsan_init", "__msan_init", "__lsan_init", "__hwasan_init");
  private static final Set<String> TLS_FUNCTIONS =
      Set.of("SSL_read", "SSL_do_handshake", "mbedtls_ssl_read", "wolfSSL_read");

  /** Names of source files that OpenSSL, BoringSSL and mbedTLS keep in their messages. */
  private static final List<String> TLS_SOURCES =
      List.of("ssl/statem/statem", "ssl/handshake_client.cc", "library/ssl_tls.c");

  private ElfProgram() {}

  /** The file of a command: that path, or the first in {@code PATH}; empty if there is none. */
  public static Optional<Path> find(
      String command, Path directory, Map<String, String> environment) {
    if (command.contains("/")) {
      return Optional.of(directory.resolve(command)).filter(ElfProgram::executable);
    }
    for (String folder : environment.getOrDefault("PATH", "").split(":")) {
      Path file = directory.resolve(folder).resolve(command);
      if (!folder.isEmpty() && executable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static boolean executable(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /** Why nothing can be preloaded into a program, as a clause; empty if nothing is known. */
  public static Optional<String> obstacle(Path program) {
    try {
      if (((int) Files.getAttribute(program, "unix:mode") & SET_USER_OR_GROUP_ID) != 0) {
        return Optional.of(
            "it runs with another user's or group's id, so the system preloads nothing into it");
      }
      try (FileChannel file = FileChannel.open(program, StandardOpenOption.READ)) {
        ByteBuffer head = read(file, 0, 64);
        if (head.limit() < 64 || head.getInt(0) != MAGIC) {
          return Optional.empty(); // a script: its interpreter is what is watched
        }
        if (head.get(4) != 2 || head.get(5) != 1) {
          return Optional.of("it is no program for a 64-bit little-endian machine");
        }
        return ofInterpreter(interpreter(file, head)).or(() -> sanitizer(new ElfFile(program)));
      }
    } catch (IOException unreadable) {
      return Optional.empty(); // starting it will say more
    }
  }

  private static Optional<String> ofInterpreter(String interpreter) {
    if (interpreter == null) {
      return Optional.of("it is statically linked, so nothing can be preloaded into it");
    }
    return interpreter.contains("ld-musl")
        ? Optional.of("it uses the C library musl; Lockjaw's library needs glibc")
        : Optional.empty();
  }

  private static Optional<String> sanitizer(ElfFile program) {
    boolean linked =
        program.needed().stream().anyMatch(library -> library.matches("lib([atlm]|hwa)san\\b.*"));
    return linked || program.hasOneOf(SANITIZERS)
        ? Optional.of(
            "it is built with a sanitizer, which has to be the first library of the program; watch"
                + " a build without it")
        : Optional.empty();
  }

  /**
   * What of a program can't be seen though it can be watched, as a sentence: a TLS library that is
   * linked into it, whose calls go past every preloaded library.
   */
  public static Optional<String> unseen(Path program) {
    ElfFile file = new ElfFile(program);
    boolean dynamic =
        file.needed().stream().anyMatch(name -> name.matches("lib(ssl|mbedtls|gnutls|curl).*"));
    boolean included = file.hasOneOf(TLS_FUNCTIONS) || !dynamic && file.contains(TLS_SOURCES);
    return included
        ? Optional.of(
            "A TLS library is linked statically into "
                + program.getFileName()
                + ": its calls are not seen. The program's locks and its I/O are.")
        : Optional.empty();
  }

  private static String interpreter(FileChannel file, ByteBuffer head) throws IOException {
    long offset = head.getLong(32);
    int size = head.getShort(54);
    int count = head.getShort(56);
    for (int i = 0; i < count; i++) {
      ByteBuffer segment = read(file, offset + (long) i * size, size);
      if (segment.limit() >= 40 && segment.getInt(0) == INTERPRETER) {
        ByteBuffer text = read(file, segment.getLong(8), (int) segment.getLong(32));
        return new String(text.array(), 0, text.limit(), StandardCharsets.UTF_8).trim();
      }
    }
    return null;
  }

  private static ByteBuffer read(FileChannel file, long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.min(length, 4096)).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) > 0) {}
    return bytes.flip();
  }
}
