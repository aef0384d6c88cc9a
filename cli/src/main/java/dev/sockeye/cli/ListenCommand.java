// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.socketio.Args;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints events as they come. */
@Command(
    name = "listen",
    description = {
      "Prints the events that come, each as one line of JSON:",
      "{\"event\":\"chat\",\"args\":[\"hello\",1]}",
      ""
    })
final class ListenCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ClientOptions options = new ClientOptions();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "EVENT",
      description = "The events to print. Default: all")
  private List<String> events = new ArrayList<>();

  @Option(
      names = {"-c", "--count"},
      paramLabel = "N",
      description = "End after so many events. Default: never")
  private long count = Long.MAX_VALUE;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "End after this time; with exit code 4 if --count was not reached.")
  private @Nullable Duration timeout;

  /** The events printed. Used by listeners only, which never overlap. */
  private long printed;

  /** Completed when all that were asked for have been printed. */
  private final CompletableFuture<Void> complete = new CompletableFuture<>();

  ListenCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (count < 1) {
      throw new IllegalArgumentException("--count must be positive, not " + count);
    }
    try (Client client = options.open(console)) {
      Values values = options.values();
      Set<String> wanted = Set.copyOf(events);
      client
          .socket()
          .onAny(
              (event, args, ack) -> {
                if (wanted.isEmpty() || wanted.contains(event)) {
                  print(values, event, args);
                }
              });
      client.tellTo(console);
      client.connect();
      client.awaitConnected();
      return await(client);
    }
  }

  private void print(Values values, String event, Args args) {
    if (printed == count) {
      return;
    }
    printed++;
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("event", event);
    line.put("args", args.toList());
    console.print(values.write(line));
    if (printed == count) {
      complete.complete(null);
    }
  }

  private int await(Client client) throws InterruptedException {
    CompletableFuture<?> end = CompletableFuture.anyOf(complete, client.over(), console.stopped());
    if (!Client.await(end, timeout) && count < Long.MAX_VALUE) {
      throw new CommandException(
          ExitCode.TIMEOUT, "fewer than %d events came in time (--timeout)".formatted(count));
    }
    return ExitCode.OK;
  }
}
