// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code sockeye}: Socket.IO in the terminal. */
@Command(
    name = "sockeye",
    description = "Socket.IO in the terminal: a client, a server to try clients with, a load test.",
    versionProvider = Sockeye.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 can't connect, 4 nothing came in time,",
      "5 disconnected, 6 a load test had too many errors.",
      "Help on one command: sockeye COMMAND --help"
    })
public final class Sockeye implements Runnable {
  private static final long END_SECONDS = 15;

  @Option(
      names = "--help",
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  private Sockeye() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> end(console, ended));
    Runtime.getRuntime().addShutdownHook(hook);
    int exitCode = ExitCode.FAILURE;
    try {
      exitCode = run(console, args);
    } finally {
      ended.countDown();
    }
    System.exit(exitCode);
  }

  /** Runs a command to its end. */
  static int run(Console console, String... args) {
    CommandLine commands = new CommandLine(new Sockeye());
    commands.addSubcommand(new ConnectCommand(console));
    commands.addSubcommand(new EmitCommand(console));
    commands.addSubcommand(new ListenCommand(console));
    commands.addSubcommand(new ServeCommand(console));
    commands.addSubcommand(new LoadCommand(console));
    int exitCode =
        commands
            .setOut(console.out())
            .setErr(console.err())
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(
                    console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
            .registerConverter(Duration.class, new DurationConverter())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true)
            .setAbbreviatedOptionsAllowed(false)
            .setExpandAtFiles(false)
            .setParameterExceptionHandler((error, rejected) -> misused(console, error))
            .setExecutionExceptionHandler((error, command, parsed) -> failed(console, error))
            .execute(args);
    console.out().flush();
    console.err().flush();
    return exitCode;
  }

  /** Without a command. */
  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }

  private static int misused(Console console, ParameterException error) {
    String command = error.getCommandLine().getCommandSpec().qualifiedName();
    console.complain("sockeye: " + error.getMessage() + " (" + command + " --help tells more)");
    return ExitCode.USAGE;
  }

  private static int failed(Console console, Exception error) {
    console.complain("sockeye: " + message(error));
    if (error instanceof CommandException known) {
      return known.exitCode();
    }
    boolean isUsage = error instanceof IllegalArgumentException;
    return isUsage ? ExitCode.USAGE : ExitCode.FAILURE;
  }

  private static String message(Exception error) {
    String message = error.getMessage();
    return message != null && !message.isBlank()
        ? message.replaceAll("\\s*\\R\\s*", " ")
        : error.toString();
  }

  /** The process is told to end: so is the command, which then has some time to do so. */
  private static void end(Console console, CountDownLatch ended) {
    console.stopped().complete(null);
    try {
      if (!ended.await(END_SECONDS, TimeUnit.SECONDS)) {
        console.complain("sockeye: gave up after " + END_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Sockeye.class.getPackage().getImplementationVersion();
      return new String[] {"sockeye " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
