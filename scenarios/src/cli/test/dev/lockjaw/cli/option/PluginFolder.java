package dev.lockjaw.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Makes plug-ins below a directory, as users do. */
record PluginFolder(Path directory) {
  /** Compiles a class into a folder and registers it there. */
  Path plugin(String folder, Class<?> service, String name, String source) throws IOException {
    Path out = Files.createDirectories(directory.resolve(folder));
    compile(out, name, source);
    Path services = Files.createDirectories(out.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), "org.acme." + name + "\n");
    return out;
  }

  /** Compiles a class. */
  void compile(Path out, String name, String source) throws IOException {
    Path file = Files.createDirectories(directory.resolve("src")).resolve(name + ".java");
    Files.writeString(file, source);
    String path = out + File.pathSeparator + System.getProperty("java.class.path");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null, null, null, "-proc:none", "-cp", path, "-d", out.toString(), file.toString());
    assertThat(failed).isZero();
  }

  /** Puts what is in a folder into a jar beside it. */
  Path jar(Path folder) throws IOException {
    Path jar = directory.resolve(folder.getFileName() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
    return jar;
  }
}
