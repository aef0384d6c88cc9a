// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static dev.sockeye.cli.Shell.shell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SockeyeTest {
  private final Shell shell = shell();

  @Test
  void wrongUsageIsOneLine() {
    shell.run("emit", "http://localhost");
    assertThat(shell.err())
        .containsExactly(
            "sockeye: Missing required parameter: 'EVENT' (sockeye emit --help tells more)");
  }

  @Test
  void wrongUsageEndsWithTwo() {
    assertThat(shell.run("serve", "--prot", "1")).isEqualTo(2);
  }

  @Test
  void theVersionIsTold() {
    shell.run("--version");
    assertThat(shell.out()).first().asString().startsWith("sockeye ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connect", "emit", "listen", "serve", "load"})
  void eachCommandHasHelp(String command) {
    shell.run(command, "--help");
    assertThat(shell.out()).first().asString().startsWith("Usage: sockeye " + command);
  }

  @Test
  void remoteServersAreNotLoadedUnasked() {
    shell.run("load", "https://chat.example");
    assertThat(shell.err())
        .containsExactly(
            "sockeye: chat.example is not this machine; --allow-remote loads it all the same, if it"
                + " is yours");
  }

  @Test
  void aTransportThatDoesNotExistIsNamed() {
    shell.run("emit", "http://localhost:1", "x", "-t", "pigeon");
    assertThat(shell.err())
        .containsExactly("sockeye: --transport must be polling or websocket, not pigeon");
  }
}
