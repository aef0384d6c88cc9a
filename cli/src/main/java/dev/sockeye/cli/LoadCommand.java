// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A load test. */
@Command(
    name = "load",
    description = {
      "Lets many clients connect, each with cookies of its own, and measures how the server does.",
      "",
      "  connect   they connect and stay",
      "  echo      they send the event echo and wait for the answer",
      "  listen    they count the events that come",
      "  room      they join a room and send to it; each member counts",
      "",
      "echo and room want a server that answers as 'sockeye serve' does. Latencies count from when a"
          + " message was due, so a server that stalls can't hide it. Only servers of this machine"
          + " are loaded, unless --allow-remote says that the server is yours.",
      ""
    })
final class LoadCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = {"-s", "--scenario"},
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Scenario scenario = Scenario.ECHO;

  @Option(
      names = {"-c", "--clients"},
      paramLabel = "N",
      description = "How many clients. Default: ${DEFAULT-VALUE}")
  private int clients = 100;

  @Option(
      names = {"-a", "--arrival"},
      paramLabel = "N",
      description = "How many begin each second. Default: ${DEFAULT-VALUE}")
  private double arrival = 100;

  @Option(
      names = {"-r", "--rate"},
      paramLabel = "N",
      description = "How many messages each sends per second. Default: ${DEFAULT-VALUE}")
  private double rate = 1;

  @Option(
      names = "--size",
      paramLabel = "BYTES",
      description = "The size of a message's payload. Default: ${DEFAULT-VALUE}")
  private int bytes = 64;

  @Option(
      names = {"-d", "--duration"},
      paramLabel = "TIME",
      description = "How long it goes on once all clients have begun. Default: 10s")
  private Duration duration = Duration.ofSeconds(10);

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "After which a missing answer is an error. Default: 10s")
  private Duration timeout = Duration.ofSeconds(10);

  @Option(
      names = "--room",
      paramLabel = "NAME",
      description = "What the rooms' names begin with. Default: ${DEFAULT-VALUE}")
  private String room = "load";

  @Option(
      names = "--room-size",
      paramLabel = "N",
      description = "How many clients share a room. Default: ${DEFAULT-VALUE}")
  private int roomSize = 10;

  @Option(
      names = "--max-errors",
      paramLabel = "N",
      description = "With more errors the exit code is 6. Default: ${DEFAULT-VALUE}")
  private long maxErrors;

  @Option(
      names = {"-o", "--report"},
      paramLabel = "FILE",
      description = "Write a page with plots (HTML).")
  private @Nullable Path report;

  @Option(names = "--allow-remote", description = "Load a server of another machine.")
  private boolean allowRemote;

  LoadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    LoadPlan plan =
        new LoadPlan(
            connection.url(),
            scenario,
            clients,
            arrival,
            rate,
            bytes,
            duration,
            timeout,
            room,
            roomSize);
    if (!allowRemote && !connection.isLoopback()) {
      throw new IllegalArgumentException(
          connection.server().host()
              + " is not this machine; --allow-remote loads it all the same, if it is yours");
    }
    Progress progress = new Progress(plan, console);
    LoadResult result = new LoadRun(plan, connection, console.stopped(), progress).run();
    progress.end();
    new LoadSummary(plan, result).lines().forEach(console::print);
    write(plan, result);
    if (result.errorCount() > maxErrors) {
      throw new CommandException(
          ExitCode.TOO_MANY_ERRORS,
          "%d errors, more than %d (--max-errors)".formatted(result.errorCount(), maxErrors));
    }
    return ExitCode.OK;
  }

  private void write(LoadPlan plan, LoadResult result) {
    Path file = report;
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, new LoadReport(plan, result).html());
      console.tell("report: " + file);
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILURE, "can't write the report " + file + ": " + e);
    }
  }
}
