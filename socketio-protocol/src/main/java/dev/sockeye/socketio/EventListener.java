// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

/**
 * Hears an event that the other side has sent.
 *
 * <p>For all sockets of one connection the calls come in the order in which the events arrived and
 * never overlap, on a thread that the server's or the client's options decide. What a listener
 * throws goes to those who listen for errors; the socket lives on.
 */
@FunctionalInterface
public interface EventListener {
  /**
   * An event has come.
   *
   * @param args the arguments, without the event's name
   * @param ack what answers the event, if the client asked for an answer
   */
  void onEvent(Args args, Ack ack) throws Exception;
}
