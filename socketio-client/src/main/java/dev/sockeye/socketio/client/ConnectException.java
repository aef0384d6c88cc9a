// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.engineio.client.EngineException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a socket, or the connection below it, could not be opened.
 *
 * <p>Implements the event "connect_error" of the Socket.IO documentation.
 */
public final class ConnectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient Args data;

  /** What stood in the way. */
  public enum Kind {
    /**
     * The server's middleware, or the server because it has no such namespace, said no: see {@link
     * #data()}. The socket stays away until {@link ClientSocket#connect()}.
     */
    REFUSED,
    /** The server could not be reached: see {@link #engine()}. Tried again. */
    TRANSPORT,
    /** Connecting took longer than the option {@code timeout} allows. Tried again. */
    TIMEOUT,
    /** The supplier of the option {@code auth} failed: the cause says how. Tried again. */
    AUTH,
    /** The server is of Socket.IO 2. The socket stays away. */
    OLD_SERVER
  }

  private ConnectException(Kind kind, String message, Args data, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.data = data;
  }

  /** A CONNECT_ERROR packet: an object with a message and data, or a string of old servers. */
  static ConnectException refused(DecodedPacket packet) {
    Object payload = packet.args().get(0);
    Object message = payload instanceof Map<?, ?> map ? map.get("message") : payload;
    return new ConnectException(Kind.REFUSED, String.valueOf(message), packet.args(), null);
  }

  static ConnectException transport(CloseDetails details) {
    EngineException error = details.error();
    return new ConnectException(Kind.TRANSPORT, details.description(), Args.empty(), error);
  }

  static ConnectException transport(Throwable cause) {
    return new ConnectException(
        Kind.TRANSPORT, "the connection can't be opened: " + cause, Args.empty(), cause);
  }

  static ConnectException timeout(Duration timeout) {
    return new ConnectException(
        Kind.TIMEOUT,
        "timeout: not connected within " + timeout + " (the option timeout)",
        Args.empty(),
        null);
  }

  static ConnectException auth(Throwable cause) {
    return new ConnectException(
        Kind.AUTH, "there is no auth to send: " + cause.getMessage(), Args.empty(), cause);
  }

  static ConnectException oldServer() {
    return new ConnectException(
        Kind.OLD_SERVER,
        "It seems you are trying to reach a Socket.IO server in v2.x with a v3.x client, but they"
            + " are not compatible (more information here:"
            + " https://socket.io/docs/v3/migrating-from-2-x-to-3-0/)",
        Args.empty(),
        null);
  }

  /** What stood in the way. */
  public Kind kind() {
    return kind;
  }

  /** What failed below; empty unless the server could not be reached. */
  public Optional<EngineException> engine() {
    return Optional.ofNullable(getCause() instanceof EngineException error ? error : null);
  }

  /** What the server's refusal carries besides its message; null if nothing. */
  public @Nullable Object data() {
    return data.get(0) instanceof Map<?, ?> map ? map.get("data") : null;
  }

  /**
   * The refusal as a whole, bound to a type, such as a record with {@code message} and {@code
   * data}.
   *
   * @return null if the server refused nothing
   * @throws dev.sockeye.socketio.BindingException if it doesn't fit the type
   */
  public <T> @Nullable T refusal(Class<T> type) {
    return data.get(0, type);
  }
}
