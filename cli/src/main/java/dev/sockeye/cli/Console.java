// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What a command reads and writes: its input, its results on {@code out}, what there is to say
 * about them on {@code err}. Lines appear whole, whichever threads print them.
 *
 * @param in where typed lines come from
 * @param out gets results
 * @param err gets news and errors
 * @param colour whether to print in colour
 * @param interactive whether a human sits in front of it
 * @param stopped completed when the command is asked to end, as by Ctrl-C
 */
record Console(
    BufferedReader in,
    PrintWriter out,
    PrintWriter err,
    boolean colour,
    boolean interactive,
    CompletableFuture<Void> stopped) {

  /** That of the process. */
  static Console ofProcess() {
    boolean terminal = isTerminal();
    return new Console(
        new BufferedReader(new InputStreamReader(System.in, UTF_8)),
        new PrintWriter(System.out, true, UTF_8),
        new PrintWriter(System.err, true, UTF_8),
        terminal && allowsColour(System.getenv()),
        terminal,
        new CompletableFuture<>());
  }

  /** Whether a terminal may be coloured: see no-color.org, where an empty value is none. */
  static boolean allowsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Prints a result. */
  void print(String line) {
    out.println(line);
  }

  /** Prints what is not a result. */
  void tell(String line) {
    err.println(paint(Style.NEWS, line));
  }

  /** Prints what went wrong. */
  void complain(String line) {
    err.println(paint(Style.ERROR, line));
  }

  /** A text in a colour, where there are colours. */
  String paint(Style style, String text) {
    return colour ? style.paint(text) : text;
  }

  @SuppressWarnings("SystemConsoleNull") // null before JDK 22; asked for isTerminal() from then on
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true; // before JDK 22 there was no console without a terminal
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
