package dev.lockjaw.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import org.bouncycastle.tls.TlsClientProtocol;
import org.junit.jupiter.api.Test;

/** Classes of a library, woven as a whole: the JVM's verifier accepts them. */
class WeavingLoaderTest {
  private static List<String> classesBesides(Class<?> one) throws IOException {
    String jar = one.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (JarFile file = new JarFile(jar)) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
          .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
          .filter(name -> !name.endsWith("-info"))
          .toList();
    }
  }

  @Test
  void everyClassOfALibraryIsWovenAndVerified() throws Exception {
    WeavingLoader loader =
        new WeavingLoader(getClass().getClassLoader(), new Scope(List.of("org.bouncycastle..")));
    List<String> names = classesBesides(TlsClientProtocol.class);
    for (String name : names) {
      Class.forName(name, false, loader).getDeclaredMethods(); // links it, which verifies it
    }
    assertThat(names).hasSizeGreaterThan(500);
    assertThat(loader.woven()).isGreaterThanOrEqualTo(names.size());
    assertThat(loader.leftOut()).allMatch(line -> line.contains(", which is not modelled: "));
    assertThat(loader.scope().unmatched()).isEmpty();
  }

  @Test
  void callsThatAreNotModelledAreNamed() throws Exception {
    WeavingLoader loader =
        new WeavingLoader(getClass().getClassLoader(), new Scope(List.of("example.Outside")));
    loader.loadClass("example.Outside");
    assertThat(loader.leftOut())
        .containsExactly(
            "example.Outside.all: line 19 calls PipedInputStream.read, which is not modelled: a"
                + " thread that waits there is recognised after a while",
            "example.Outside.all: line 20 calls Selector.select, which is not modelled: a thread"
                + " that waits there is recognised after a while, unless the selector is one for"
                + " Opening.channel()",
            "example.Outside.all: line 21 calls AbstractQueuedSynchronizer.acquire, which is not"
                + " modelled: a thread that waits there is recognised after a while",
            "example.Outside.all: line 22 calls Collection.parallelStream, which is not modelled:"
                + " its threads do not belong to the run",
            "example.Outside.all: line 23 calls ForkJoinTask.invokeAll, which is not modelled:"
                + " its threads do not belong to the run");
  }
}
