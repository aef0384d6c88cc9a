// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The chat as people see it: {@code e2e/chat.mjs} tells the story, this is its server. */
class ChatInBrowserTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final Path LOG = Path.of("target/chat.log");
  private static final String CHROMIUM =
      Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium");

  private Listening server;

  @BeforeEach
  void start() throws IOException {
    needs(Path.of("e2e/node_modules/playwright-core"), "run npm ci in examples/chat/e2e");
    needs(Path.of(CHROMIUM), "install chromium, or name it in the environment variable CHROMIUM");
    Files.createDirectories(SCREENSHOTS);
    server = ChatServer.start(0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Timeout(180)
  void peopleTalkInTheirBrowsersAlsoAcrossARestartOfTheServer() throws Exception {
    int port = server.port();
    Process story =
        new ProcessBuilder(
                "node", "e2e/chat.mjs", "http://localhost:" + port, SCREENSHOTS.toString())
            .redirectError(LOG.toFile())
            .start();
    try {
      serve(story, port);
      assertThat(story.waitFor()).as(Files.readString(LOG)).isZero();
    } finally {
      story.destroy();
    }
  }

  /** Stops and starts the server as the story wants it, until the story ends. */
  private void serve(Process story, int port) throws IOException {
    try (BufferedReader asked = story.inputReader();
        BufferedWriter done = story.outputWriter()) {
      for (String word = asked.readLine(); word != null; word = asked.readLine()) {
        if (word.equals("stop")) {
          server.close();
        } else {
          server = ChatServer.start(port);
        }
        done.write(word + " done\n");
        done.flush();
      }
    }
  }

  private static void needs(Path path, String remedy) {
    assertThat(path).as("%s is missing: %s; ./check does it", path, remedy).exists();
  }
}
