// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

import dev.sockeye.engineio.spi.Scheduler;
import java.util.concurrent.CompletableFuture;

/**
 * What carries the connections of clients: a library's threads, its HTTP and its WebSockets. One
 * network serves any number of connections with a fixed number of threads, all of them daemons.
 *
 * <p>A request is made on the thread of a scheduler of this network, and all that comes of it is
 * told on that thread.
 */
public interface Network {
  /** The thread for one more connection: those of the network in turn. From any thread. */
  Scheduler scheduler();

  /** Where the engine keeps the deadlines of this network's connections; always the same. */
  Deadlines deadlines();

  /**
   * Sends a request. Connections are kept alive for later requests on the same route and thread.
   *
   * @param call the request
   * @param scheduler the calling thread
   * @param callback gets the response or what went wrong; one call
   * @return what gives the request up: nothing is told any more then
   */
  Scheduler.Cancellable send(HttpCall call, Scheduler scheduler, HttpCallback callback);

  /**
   * Opens a WebSocket.
   *
   * @param call the handshake
   * @param scheduler the calling thread
   * @param callback gets what happens
   * @return what gives the attempt up: nothing is told any more then. Without effect after {@link
   *     WebSocketCallback#onOpen}
   */
  Scheduler.Cancellable openWebSocket(
      WebSocketCall call, Scheduler scheduler, WebSocketCallback callback);

  /**
   * Closes the connections of a thread that wait for another request: a server has vanished without
   * a word, and these may be as dead. Does nothing for a network that keeps none.
   *
   * @param scheduler the calling thread
   */
  default void closeIdle(Scheduler scheduler) {}

  /**
   * Ends the threads, and the connections that are still open with them. From any thread.
   *
   * @return complete when the last thread has ended its work
   */
  CompletableFuture<Void> close();
}
