package dev.lockjaw.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoReasonTest {
  @Test
  void isAReasonInsteadOfAPath() {
    assertThat(IoReason.of(new AccessDeniedException("/a"))).isEqualTo("permission denied");
    assertThat(IoReason.of(new NoSuchFileException("/a"))).isEqualTo("no such file or directory");
    assertThat(IoReason.of(new FileAlreadyExistsException("/a")))
        .isEqualTo("there is a file of that name");
  }

  @Test
  void isWhatTheSystemSays() {
    assertThat(IoReason.of(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(IoReason.of(new IOException("Broken pipe"))).isEqualTo("Broken pipe");
    assertThat(IoReason.of(new IOException())).isEqualTo("IOException");
  }
}
