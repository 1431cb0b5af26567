package dev.lockjaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What users build on is as {@code stable-interface.txt} has it. Once there are releases, a tool
 * that compares with the last of them can take this over.
 */
class StableInterfaceTest {
  private static final List<String> PACKAGES =
      List.of("dev.lockjaw.adapter", "dev.lockjaw.assertj", "dev.lockjaw.junit");

  private static final List<String> CLASSES =
      List.of(
          "dev.lockjaw.lock.LockStrategy",
          "dev.lockjaw.lock.Locking",
          "dev.lockjaw.lock.Operation",
          "dev.lockjaw.lock.OperationKind",
          "dev.lockjaw.lock.SessionGuard",
          "dev.lockjaw.lock.Status",
          "dev.lockjaw.monitor.Finding",
          "dev.lockjaw.monitor.FindingKind",
          "dev.lockjaw.monitor.Held",
          "dev.lockjaw.monitor.Step",
          "dev.lockjaw.monitor.ThreadEvidence",
          "dev.lockjaw.probe.LockjawProvider",
          "dev.lockjaw.probe.Probe",
          "dev.lockjaw.probe.Probe$Seen",
          "dev.lockjaw.run.Connection",
          "dev.lockjaw.run.Scenario",
          "dev.lockjaw.run.SessionPair",
          "dev.lockjaw.run.Stage",
          "dev.lockjaw.session.Delivery",
          "dev.lockjaw.session.Driving",
          "dev.lockjaw.session.Peer",
          "dev.lockjaw.session.Receiver",
          "dev.lockjaw.session.SessionUnderTest",
          "dev.lockjaw.sync.Mutex",
          "dev.lockjaw.sync.ReadWriteLock",
          "dev.lockjaw.sync.Rundown",
          "dev.lockjaw.sync.Shared",
          "dev.lockjaw.sync.Sync",
          "dev.lockjaw.sync.TaskQueue",
          "dev.lockjaw.sync.Waiting",
          "dev.lockjaw.sync.Word",
          "dev.lockjaw.transport.Endpoint",
          "dev.lockjaw.transport.Io",
          "dev.lockjaw.transport.Protocol",
          "dev.lockjaw.transport.ThreadContract",
          "dev.lockjaw.transport.Tls",
          "dev.lockjaw.transport.Transport");

  @Test
  void isAsItWas() throws Exception {
    List<String> now = new ArrayList<>();
    for (String name : names()) {
      Class<?> type = Class.forName(name, false, getClass().getClassLoader());
      if (Modifier.isPublic(type.getModifiers()) && !type.getName().endsWith("AdaptedSession")) {
        now.addAll(lines(type));
      }
    }
    Path written = Path.of("target", "stable-interface.txt");
    Files.createDirectories(written.getParent());
    Files.write(written, now);
    List<String> before;
    try (InputStream in = getClass().getResourceAsStream("stable-interface.txt")) {
      before = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(now)
        .as(
            "what users build on may only grow: what is gone or changed here breaks them. Once that"
                + " is settled, copy harness/%s to"
                + " harness/src/test/resources/dev/lockjaw/stable-interface.txt",
            written)
        .containsExactlyElementsOf(before);
  }

  private static TreeSet<String> names() throws IOException {
    TreeSet<String> names = new TreeSet<>(CLASSES);
    for (String name : PACKAGES) {
      try (Stream<Path> files = Files.list(Path.of("target/classes", name.split("\\.")))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
            .forEach(file -> names.add(name + '.' + file.replace(".class", "")));
      }
    }
    return names;
  }

  private static List<String> lines(Class<?> type) {
    TreeSet<String> members = new TreeSet<>();
    for (Method method : type.getDeclaredMethods()) {
      if (visible(method.getModifiers()) && !method.isSynthetic()) {
        members.add("  " + method.toGenericString());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (visible(constructor.getModifiers())) {
        members.add("  " + constructor.toGenericString());
      }
    }
    for (Field field : type.getDeclaredFields()) {
      if (visible(field.getModifiers()) && !field.isSynthetic()) {
        members.add("  " + field.toGenericString());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        type.toGenericString()
            + Arrays.stream(type.getGenericInterfaces())
                .map(one -> " : " + one.getTypeName())
                .reduce("", String::concat));
    lines.addAll(members);
    return lines;
  }

  private static boolean visible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
