// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

/** The names that mean something else to a listener, so that no peer may use them for an event. */
final class ReservedEvents {
  private ReservedEvents() {}

  /**
   * Lets all other names pass.
   *
   * @throws ParseException if the name is reserved
   */
  static void refuse(String name) {
    switch (name) {
      case "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener" ->
          throw new ParseException("invalid payload: \"" + name + "\" is a reserved event name");
      default -> {}
    }
  }
}
