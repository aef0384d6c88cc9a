// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.DecodedPacket;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Something that happens to a client, or to one of its sockets.
 *
 * @param name its name in the reference
 * @param <L> who hears of it
 */
@SuppressWarnings("UnusedTypeParameter") // whoever asks for the listeners of one gets these
record Moment<L>(String name) {
  // Of the connection that sockets share.
  static final Moment<Runnable> OPEN = new Moment<>("open");
  static final Moment<Consumer<? super ConnectException>> ERROR = new Moment<>("error");
  static final Moment<Runnable> PING = new Moment<>("ping");
  static final Moment<Consumer<? super DecodedPacket>> PACKET = new Moment<>("packet");
  static final Moment<DisconnectListener> CLOSE = new Moment<>("close");
  static final Moment<IntConsumer> RECONNECT_ATTEMPT = new Moment<>("reconnect_attempt");
  static final Moment<IntConsumer> RECONNECT = new Moment<>("reconnect");
  static final Moment<Consumer<? super ConnectException>> RECONNECT_ERROR =
      new Moment<>("reconnect_error");
  static final Moment<Runnable> RECONNECT_FAILED = new Moment<>("reconnect_failed");

  // Of a socket.
  static final Moment<Runnable> CONNECT = new Moment<>("connect");
  static final Moment<Consumer<? super ConnectException>> CONNECT_ERROR =
      new Moment<>("connect_error");
  static final Moment<DisconnectListener> DISCONNECT = new Moment<>("disconnect");

  /** The listener that was added under this name. */
  @SuppressWarnings("unchecked") // LifeListeners adds no other
  L listener(Object added) {
    return (L) added;
  }
}
