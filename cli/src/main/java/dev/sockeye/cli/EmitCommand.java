// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends one event. */
@Command(
    name = "emit",
    description = {
      "Sends one event, and with --ack prints the server's answer: a JSON array.",
      "",
      "An argument that is JSON is sent as such, hex:0102 and base64:AQI= as bytes, all others as"
          + " strings: '\"12\"' is a string, 12 a number.",
      ""
    })
final class EmitCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ClientOptions options = new ClientOptions();

  @Parameters(index = "1", paramLabel = "EVENT", description = "The event's name.")
  private String event = "";

  @Parameters(index = "2..*", arity = "0..*", paramLabel = "ARG", description = "Its arguments.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = {"-a", "--ack"},
      description = "Wait for the server's answer and print it.")
  private boolean ack;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long to wait for it. Default: 10s")
  private Duration timeout = Duration.ofSeconds(10);

  EmitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<@Nullable Object> args = new ArrayList<>();
    arguments.forEach(argument -> args.add(Words.value(argument)));
    try (Client client = options.open(console)) {
      client.connect();
      client.awaitConnected();
      if (ack) {
        console.print(options.values().write(answer(client, args)));
      } else {
        client.socket().emit(event, args.toArray());
      }
      return ExitCode.OK;
    }
  }

  private List<@Nullable Object> answer(Client client, List<@Nullable Object> args) {
    try {
      Args answer =
          Client.await(client.socket().timeout(timeout).emitWithAck(event, args.toArray()));
      return answer.toList();
    } catch (AckTimeoutException e) {
      throw new CommandException(
          ExitCode.TIMEOUT,
          "no answer to '%s' within %s (--timeout)"
              .formatted(event, DurationConverter.format(timeout)));
    }
  }
}
