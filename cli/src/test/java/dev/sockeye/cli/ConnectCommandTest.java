// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static dev.sockeye.cli.Shell.typing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectCommandTest {
  private final PlaygroundServer server = new PlaygroundServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void answersAreShownWithTheNumberOfTheQuestion() {
    Shell shell = typing("/ask echo {\"a\": 1} hex:0102", "/ask echo");
    shell.run("connect", server.url());
    assertThat(shell.out())
        .containsExactlyInAnyOrder("answer 1 {\"a\":1} {\"$hex\":\"0102\"}", "answer 2");
  }

  @Test
  void eventsAreShownAsTheyAreTyped() {
    // The server's goodbye comes after all that it sent before.
    Shell shell = typing("chat \"two words\" 2", "leave-me");
    shell.run("connect", server.url(), "--wait", "10s");
    assertThat(shell.out()).containsExactly("chat \"two words\" 2");
  }

  @Test
  void theServersQuestionsHaveNumbers() {
    server.io().onConnection(socket -> socket.emitWithAck("question", 1));
    Shell shell = typing("leave-me");
    shell.run("connect", server.url(), "--wait", "10s");
    assertThat(shell.out()).containsExactly("question 1 [answer 1]");
  }

  @Test
  void aQuestionOfTheServerIsAnsweredByItsNumber() throws InterruptedException {
    BlockingQueue<List<Object>> answers = new LinkedBlockingQueue<>();
    server
        .io()
        .onConnection(
            socket ->
                socket.on(
                    "now",
                    (args, ack) ->
                        socket
                            .emitWithAck("question", 1)
                            .thenAccept(
                                answer -> {
                                  answers.add(answer.toList());
                                  socket.disconnect();
                                })));
    try (TypedShell shell = TypedShell.begin("connect", server.url(), "--wait", "10s")) {
      shell.type("now");
      shell.awaitLine("question 1 [answer 1]");
      shell.type("/answer 2 too high");
      shell.type("/answer 1 {\"a\": 1} hex:0102");
      List<Object> answer = answers.poll(20, TimeUnit.SECONDS);
      assertThat(answer).hasSize(2);
      assertThat(answer.get(0)).isEqualTo(Map.of("a", 1));
      assertThat(answer.get(1)).isEqualTo(new byte[] {1, 2});
      assertThat(shell.err()).contains("not sent: there is nothing to answer with the number 2");
    }
  }

  @Test
  void aLineThatCanNotBeReadIsNotSent() {
    Shell shell = typing("chat {");
    shell.run("connect", server.url());
    assertThat(shell.err()).contains("not sent: a bracket is not closed in '{'");
  }

  @Test
  void theEndOfTheInputIsASuccess() {
    assertThat(typing("hello").run("connect", server.url())).isZero();
  }

  @Test
  void aServerThatDisconnectsEndsItWithFive() {
    assertThat(typing("leave-me").run("connect", server.url(), "--wait", "10s")).isEqualTo(5);
  }

  @Test
  void anUnknownCommandIsNamed() {
    Shell shell = typing("/hello");
    shell.run("connect", server.url());
    assertThat(shell.err())
        .contains(
            "not sent: there is no /hello (/help tells what there is; an event of this name is"
                + " written in quotes)");
  }
}
