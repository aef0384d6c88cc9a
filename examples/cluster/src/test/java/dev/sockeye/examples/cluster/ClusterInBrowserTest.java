// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole cluster as people see it, with Redis, HAProxy and all three nodes: {@code
 * e2e/cluster.mjs} starts them and tells the story.
 */
class ClusterInBrowserTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final Path LOG = Path.of("target/cluster.log");
  private static final String CHROMIUM =
      Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium");

  @Test
  @Timeout(240)
  void usersOnJavaAndOnNodeJsAreTogetherAlsoWhenNodesDie() throws Exception {
    needs(Path.of("e2e/node_modules/playwright-core"), "run npm ci in examples/cluster/e2e");
    needs(Path.of("node/node_modules/socket.io"), "run npm ci in examples/cluster/node");
    needs(Path.of(CHROMIUM), "install chromium, or name it in the environment variable CHROMIUM");
    Files.createDirectories(SCREENSHOTS);
    Process story = story();
    try {
      assertThat(story.waitFor()).as(() -> "what all of them said:\n" + log()).isZero();
    } finally {
      end(story);
    }
  }

  private static Process story() throws IOException {
    ProcessBuilder story =
        new ProcessBuilder("node", "e2e/cluster.mjs", SCREENSHOTS.toString())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile());
    story.environment().put("JAVA_HOME", System.getProperty("java.home"));
    story.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    // Debian keeps HAProxy where only root looks for programs.
    story.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
    return story.start();
  }

  /** Whatever went wrong, no process is left. */
  private static void end(Process story) {
    List<ProcessHandle> children = story.descendants().toList();
    story.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private static String log() {
    try {
      return Files.readString(LOG);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void needs(Path path, String remedy) {
    assertThat(path).as("%s is missing: %s; ./check does it", path, remedy).exists();
  }
}
