package dev.lockjaw.cli.doctor;

import dev.lockjaw.transport.TlsLibrary;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;

/** The versions of the libraries that a transport uses. A plug-in may bring its own. */
final class Libraries {
  private static final List<String> VERSIONS = List.of("Bundle-Version", "Implementation-Version");

  private Libraries() {}

  /** One line for each jar, such as {@code 5.19.1, /lib/jna-5.19.1.jar}. */
  static List<String> of(Transport transport) {
    List<String> lines = new ArrayList<>();
    for (TlsLibrary library : TlsLibrary.values()) {
      if (library.isUsedBy(transport.getClass().getName())) {
        library.samples().forEach(sample -> add(sample, transport, lines));
      }
    }
    return lines;
  }

  private static void add(String type, Transport transport, List<String> lines) {
    String file = type.replace('.', '/') + ".class";
    URL found = transport.getClass().getClassLoader().getResource(file);
    if (found != null) {
      lines.add("uses " + line(found, file));
    }
  }

  private static String line(URL found, String file) {
    try {
      if (found.openConnection() instanceof JarURLConnection jar) {
        return version(jar) + ", " + jar.getJarFileURL().getPath();
      }
    } catch (IOException unreadable) {
      return "an unreadable jar: " + unreadable.getMessage();
    }
    String path = found.getPath();
    return "an unknown version, " + path.substring(0, path.length() - file.length());
  }

  private static String version(JarURLConnection jar) throws IOException {
    Attributes main =
        jar.getManifest() == null ? new Attributes() : jar.getManifest().getMainAttributes();
    return VERSIONS.stream()
        .map(main::getValue)
        .filter(value -> value != null)
        .findFirst()
        .orElse("an unknown version");
  }
}
