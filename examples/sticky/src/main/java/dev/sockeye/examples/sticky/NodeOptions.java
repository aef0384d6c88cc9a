// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a node is told on its command line.
 *
 * @param name its name, which the load balancer knows it by
 * @param address where it listens
 * @param journal the file that the notes go into
 * @param cookie whether it sends the session cookie
 * @param origins the pages elsewhere that may use it with cookies
 */
record NodeOptions(
    String name, InetSocketAddress address, Path journal, boolean cookie, List<String> origins) {
  static final String USAGE =
      "usage: Node --name NAME --journal FILE [--address IP] [--port N] [--no-cookie] [--origin URL]…";

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,24}");

  NodeOptions {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "--name wants 1 to 24 small letters, digits and dashes, not '" + name + "'");
    }
    origins = List.copyOf(origins);
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  static NodeOptions parse(String... args) {
    String name = "";
    String journal = "";
    String address = "127.0.0.1";
    int port = 0;
    boolean cookie = true;
    List<String> origins = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--name" -> name = value(args, ++i);
        case "--journal" -> journal = value(args, ++i);
        case "--address" -> address = value(args, ++i);
        case "--port" -> port = Integer.parseInt(value(args, ++i));
        case "--origin" -> origins.add(value(args, ++i));
        case "--no-cookie" -> cookie = false;
        default -> throw new IllegalArgumentException("unknown: " + args[i] + "; " + USAGE);
      }
    }
    if (journal.isEmpty()) {
      throw new IllegalArgumentException("--journal is missing; " + USAGE);
    }
    InetSocketAddress bound = new InetSocketAddress(address, port);
    return new NodeOptions(name, bound, Path.of(journal), cookie, origins);
  }

  private static String value(String[] args, int index) {
    if (index == args.length) {
      throw new IllegalArgumentException(args[index - 1] + " wants a value; " + USAGE);
    }
    return args[index];
  }

  /** The command line that says this, with {@code address} instead of its own. */
  List<String> arguments(InetSocketAddress address) {
    List<String> arguments = new ArrayList<>(List.of("--name", name));
    arguments.addAll(List.of("--journal", journal.toString()));
    arguments.addAll(List.of("--address", address.getAddress().getHostAddress()));
    arguments.addAll(List.of("--port", Integer.toString(address.getPort())));
    if (!cookie) {
      arguments.add("--no-cookie");
    }
    origins.forEach(origin -> arguments.addAll(List.of("--origin", origin)));
    return arguments;
  }
}
