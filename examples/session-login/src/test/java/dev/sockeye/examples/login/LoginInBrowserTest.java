// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logging in as people do: {@code e2e/login.mjs} tells the story, this is its server and clock. */
class LoginInBrowserTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final Path LOG = Path.of("target/login.log");
  private static final String CHROMIUM =
      Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium");

  private final MovableClock clock = new MovableClock();
  private final Sessions sessions =
      new Sessions(Duration.ofMinutes(30), clock, ForkJoinPool.commonPool());
  private Listening server;

  @BeforeEach
  void start() throws IOException {
    needs(Path.of("e2e/node_modules/playwright-core"), "run npm ci in examples/session-login/e2e");
    needs(Path.of(CHROMIUM), "install chromium, or name it in the environment variable CHROMIUM");
    Files.createDirectories(SCREENSHOTS);
    server = LoginServer.start(0, sessions);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Timeout(180)
  void twoProfilesHaveTwoSessionsAndLogoutDisconnectsEveryTab() throws Exception {
    Process story =
        new ProcessBuilder(
                "node",
                "e2e/login.mjs",
                "http://localhost:" + server.port(),
                SCREENSHOTS.toString())
            .redirectError(LOG.toFile())
            .start();
    try {
      letTimePass(story);
      assertThat(story.waitFor()).as(Files.readString(LOG)).isZero();
    } finally {
      story.destroy();
    }
  }

  /** Moves the clock as the story wants it, until the story ends. */
  private void letTimePass(Process story) throws IOException {
    try (BufferedReader asked = story.inputReader();
        BufferedWriter done = story.outputWriter()) {
      for (String line = asked.readLine(); line != null; line = asked.readLine()) {
        clock.advance(Duration.ofMinutes(20));
        sessions.endIdle();
        done.write("done\n");
        done.flush();
      }
    }
  }

  private static void needs(Path path, String remedy) {
    assertThat(path).as("%s is missing: %s; ./check does it", path, remedy).exists();
  }
}
