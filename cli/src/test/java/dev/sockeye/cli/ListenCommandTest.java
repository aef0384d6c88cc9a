// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static dev.sockeye.cli.Shell.shell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenCommandTest {
  private final PlaygroundServer server = new PlaygroundServer();
  private final Shell shell = shell();

  ListenCommandTest() {
    server
        .io()
        .onConnection(
            socket -> {
              socket.emit("news", "one", 1);
              socket.emit("noise");
              socket.emit("news", new byte[] {1, 2});
            });
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void eachEventIsALineOfJson() {
    shell.run("listen", server.url(), "--count", "3");
    assertThat(shell.out())
        .containsExactly(
            "{\"event\":\"news\",\"args\":[\"one\",1]}",
            "{\"event\":\"noise\",\"args\":[]}",
            "{\"event\":\"news\",\"args\":[{\"$hex\":\"0102\"}]}");
  }

  @Test
  void onlyTheEventsThatWereNamedCount() {
    shell.run("listen", server.url(), "news", "-c", "2");
    assertThat(shell.out()).hasSize(2).noneMatch(line -> line.contains("noise"));
  }

  @Test
  void tooFewEventsAreAFailure() {
    assertThat(shell.run("listen", server.url(), "-c", "9", "--timeout", "300ms")).isEqualTo(4);
  }

  @Test
  void withoutACountTheTimeIsTheEnd() {
    assertThat(shell.run("listen", server.url(), "--timeout", "100ms")).isZero();
  }
}
