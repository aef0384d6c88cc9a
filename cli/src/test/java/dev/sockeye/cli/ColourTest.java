// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is shown in a terminal; elsewhere the same comes without colours, as other tests see it. */
class ColourTest {
  private final PlaygroundServer server = new PlaygroundServer();

  @AfterEach
  void close() {
    server.close();
  }

  /** Types lines into a terminal, up to the server's goodbye. */
  private Shell talk(String line, String... options) {
    Shell shell = Shell.typing(line, "leave-me").inColour();
    String[] args = new String[options.length + 4];
    System.arraycopy(new String[] {"connect", server.url(), "--wait", "10s"}, 0, args, 0, 4);
    System.arraycopy(options, 0, args, 4, options.length);
    shell.run(args);
    return shell;
  }

  @Test
  void eventsAreCyanAndTheirArgumentsPlain() {
    assertThat(talk("chat \"two words\" 2").out())
        .containsExactly("\u001b[36mchat\u001b[0m \"two words\" 2");
  }

  @Test
  void answersAreGreen() {
    assertThat(talk("/ask echo 1").out()).containsExactly("\u001b[32manswer 1\u001b[0m 1");
  }

  @Test
  void theServersQuestionsSayInGreenHowToAnswer() {
    server.io().onConnection(socket -> socket.emitWithAck("question", 1));
    assertThat(talk("").out())
        .containsExactly("\u001b[36mquestion\u001b[0m 1\u001b[32m [answer 1]\u001b[0m");
  }

  @Test
  void newsAreDimAndErrorsRed() {
    assertThat(talk("/hop").err())
        .anyMatch(line -> line.matches("\u001b\\[2mconnected: .*\u001b\\[0m"))
        .anyMatch(line -> line.matches("\u001b\\[31mnot sent: there is no /hop .*\u001b\\[0m"));
  }

  @Test
  void packetsAreMagenta() {
    assertThat(talk("chat", "--raw", "-t=websocket").err())
        .contains("\u001b[35mraw websocket > 42[\"chat\"]  (message, event)\u001b[0m");
  }

  @Test
  void aTerminalIsColouredUnlessItOrItsUserSaysNo() {
    assertThat(Console.allowsColour(Map.of("TERM", "xterm-256color"))).isTrue();
    assertThat(Console.allowsColour(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Console.allowsColour(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Console.allowsColour(Map.of("NO_COLOR", ""))).isTrue();
  }
}
