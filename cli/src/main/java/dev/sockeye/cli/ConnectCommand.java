// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A conversation with a server, in a terminal or a script. */
@Command(
    name = "connect",
    description = {
      "Talks with a server: prints the events that come, sends the lines that are typed.",
      "",
      "  chat {\"to\":\"all\"} \"two words\" 12   sends the event chat with three arguments",
      "  upload hex:0102 base64:AQI=         sends bytes; so does {\"$hex\":\"0102\"} within JSON",
      "  /ask EVENT ARGS…                    sends an event and shows the answer",
      "  /answer N ARGS…                     answers the event that came with [answer N]",
      "  /disconnect, /connect               leaves the namespace, and joins it again",
      "  /quit, or Ctrl-D                    ends",
      "",
      "Events and answers go to the standard output, all else to the standard error.",
      ""
    })
final class ConnectCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ClientOptions options = new ClientOptions();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long to wait for answers. Default: 10s")
  private Duration timeout = Duration.ofSeconds(10);

  @Option(
      names = {"-w", "--wait"},
      paramLabel = "TIME",
      description = "How long to go on listening when the input has ended. Default: 0s")
  private Duration wait = Duration.ZERO;

  ConnectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Client client = options.open(console)) {
      Chat chat = new Chat(client.socket(), console, options.values(), timeout);
      chat.begin();
      client.tellTo(console);
      client.connect();
      client.awaitConnected();
      CompletableFuture<?> typed = CompletableFuture.runAsync(() -> read(chat), Daemon::start);
      try {
        Client.await(CompletableFuture.anyOf(typed, client.over(), console.stopped()));
      } finally {
        // Answers come beside the events: one that came before the goodbye may not be shown yet.
        Client.await(chat.answered(), timeout);
      }
      if (!wait.isZero()) {
        Client.await(CompletableFuture.anyOf(client.over(), console.stopped()), wait);
      }
      return chat.hasFailed() ? ExitCode.TIMEOUT : ExitCode.OK;
    }
  }

  private void read(Chat chat) {
    try {
      for (String line = console.in().readLine(); line != null; line = console.in().readLine()) {
        if (!chat.type(line)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
