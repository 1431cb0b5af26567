package dev.lockjaw.corpus;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Libraries from Maven repositories. The user's local repository is the cache. The user's settings
 * and mirrors apply, and so do those of the Maven that {@code MAVEN_HOME} names. One thread at a
 * time may use it.
 */
public final class Artefacts implements AutoCloseable {
  private final Context context =
      Runtimes.INSTANCE
          .getRuntime()
          .create(ContextOverrides.create().withUserSettings(true).build());

  /**
   * The class path of an artefact: itself and its run-time dependencies.
   *
   * @throws UnresolvableException if one of them can't be resolved
   */
  public List<Path> classPath(String artefact) throws UnresolvableException {
    DefaultRepositorySystemSession session =
        new DefaultRepositorySystemSession(context.repositorySystemSession());
    // Old POMs name repositories that no longer exist; all artefacts are on Maven Central.
    session.setIgnoreArtifactDescriptorRepositories(true);
    session.setOffline(isOffline());
    // As a dependency, because for a root Maven also resolves the optional dependencies.
    CollectRequest collect =
        new CollectRequest()
            .addDependency(new Dependency(new DefaultArtifact(artefact), JavaScopes.RUNTIME))
            .setRepositories(context.remoteRepositories());
    DependencyRequest request =
        new DependencyRequest(collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
    try {
      return context
          .repositorySystem()
          .resolveDependencies(session, request)
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(found -> found.getFile().toPath())
          .toList();
    } catch (DependencyResolutionException failed) {
      throw new UnresolvableException(artefact, failed);
    }
  }

  /** MIMA applies all settings except this one. */
  private boolean isOffline() {
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    request.setSystemProperties(System.getProperties());
    request.setUserSettingsFile(context.mavenUserHome().settingsXml().toFile());
    if (context.mavenSystemHome() != null) {
      request.setGlobalSettingsFile(context.mavenSystemHome().settingsXml().toFile());
    }
    try {
      return new DefaultSettingsBuilderFactory()
          .newInstance()
          .build(request)
          .getEffectiveSettings()
          .isOffline();
    } catch (SettingsBuildingException malformed) {
      throw new IllegalStateException(malformed.getMessage(), malformed); // MIMA could read them
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
