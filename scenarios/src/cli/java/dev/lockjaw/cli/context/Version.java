package dev.lockjaw.cli.context;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Lockjaw's version, as the build filled it in. */
public final class Version implements IVersionProvider {
  public static String text() {
    Properties properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
      if (file == null) {
        return "unknown";
      }
      properties.load(file);
    } catch (IOException e) {
      return "unknown";
    }
    return properties.getProperty("version", "unknown");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"lockjaw " + text() + ", Java " + Runtime.version()};
  }
}
