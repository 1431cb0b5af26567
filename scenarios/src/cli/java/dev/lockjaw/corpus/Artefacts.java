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
 * Libraries out of Maven repositories, by way of the user's local one, which is the cache. The
 * user's settings and mirrors hold, also those of the Maven that {@code MAVEN_HOME} names. One
 * thread.
 */
public final class Artefacts implements AutoCloseable {
  private final Context context =
      Runtimes.INSTANCE
          .getRuntime()
          .create(ContextOverrides.create().withUserSettings(true).build());

  /**
   * The class path of an artefact: itself and all that it needs at run time.
   *
   * @throws UnresolvableException if any of it can't be had
   */
  public List<Path> classPath(String artefact) throws UnresolvableException {
    DefaultRepositorySystemSession session =
        new DefaultRepositorySystemSession(context.repositorySystemSession());
    // Old POMs name repositories that are long gone; all of these are on Maven Central.
    session.setIgnoreArtifactDescriptorRepositories(true);
    session.setOffline(isOffline());
    // As a project's dependency, not as the root: of a root the optional dependencies count too.
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

  /** MIMA takes all from the settings but this. */
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
      throw new IllegalStateException(malformed.getMessage(), malformed); // MIMA has read them
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
