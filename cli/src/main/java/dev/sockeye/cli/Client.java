// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.client.EngineException;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.ConnectException;
import dev.sockeye.socketio.client.DisconnectReason;
import dev.sockeye.socketio.client.SocketIoClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The connection of a command, from its first attempt to the end of the command. */
final class Client implements AutoCloseable {
  private final SocketIoClient client;
  private final ClientSocket socket;
  private final Network network;
  private final Runnable afterwards;

  /** Completed when the socket is connected; fails if the first attempt does. */
  private final CompletableFuture<Void> connected = new CompletableFuture<>();

  /** Fails when the connection is over for good, other than by this side. */
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  Client(SocketIoClient client, ClientSocket socket, Network network, Runnable afterwards) {
    this.client = client;
    this.socket = socket;
    this.network = network;
    this.afterwards = afterwards;
  }

  ClientSocket socket() {
    return socket;
  }

  /** Begins to connect. Listeners are added before. */
  void connect() {
    socket.onConnect(() -> connected.complete(null));
    socket.onConnectError(this::onConnectError);
    socket.onDisconnect((reason, details) -> onDisconnect(reason));
    client.onReconnectFailed(() -> over.completeExceptionally(lost("reconnecting failed")));
    socket.connect();
  }

  /**
   * Waits until the socket is connected.
   *
   * @throws CommandException if it can't be
   */
  void awaitConnected() {
    await(connected);
  }

  /** Fails with a {@link CommandException} when the connection is over for good. */
  CompletableFuture<Void> over() {
    return over;
  }

  /** Tells what happens to the connection. Called before {@link #connect}. */
  void tellTo(Console console) {
    socket.onConnect(() -> console.tell(connection()));
    socket.onDisconnect((reason, details) -> console.tell("disconnected: " + reason.text()));
    AtomicBoolean first = new AtomicBoolean(true);
    socket.onConnect(() -> first.set(false));
    socket.onConnectError(
        error -> {
          if (!first.get()) {
            console.tell("can't connect: " + reason(error));
          }
        });
    client.onReconnectAttempt(number -> console.tell("reconnecting, attempt " + number));
  }

  private String connection() {
    return "connected: namespace %s, id %s, transport %s%s"
        .formatted(
            socket.namespace(),
            socket.id().orElse("?"),
            client.engine().map(EngineConnection::transport).map(Transport::wireName).orElse("?"),
            socket.isRecovered() ? ", recovered" : "");
  }

  private void onConnectError(ConnectException error) {
    CommandException failure =
        new CommandException(ExitCode.UNREACHABLE, "can't connect: " + reason(error));
    if (!connected.completeExceptionally(failure) && !socket.isActive()) {
      over.completeExceptionally(failure);
    }
  }

  private void onDisconnect(DisconnectReason reason) {
    if (!socket.isActive()) {
      over.completeExceptionally(lost(reason.text()));
    }
  }

  private static CommandException lost(String reason) {
    return new CommandException(ExitCode.DISCONNECTED, "the connection is over: " + reason);
  }

  /** What stands in the way, in one line: what failed, and what is below it. */
  static String reason(ConnectException error) {
    StringBuilder text = new StringBuilder(String.valueOf(error.getMessage()));
    Object data = error.data();
    if (data != null) {
      text.append(' ').append(new Values(BinaryForm.HEX).write(data));
    }
    error.engine().flatMap(EngineException::body).ifPresent(body -> addOnce(text, body));
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        addOnce(text, cause.getMessage());
      }
    }
    return text.toString().replaceAll("\\s*\\R\\s*", " ");
  }

  private static void addOnce(StringBuilder text, String more) {
    if (!more.isBlank() && text.indexOf(more) < 0) {
      text.append(": ").append(more);
    }
  }

  /** Waits, and throws what the future failed with. */
  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw failure(e);
    }
  }

  /**
   * As {@link #await(CompletableFuture)}, for some time.
   *
   * @param patience null for ever
   * @return whether it was completed
   */
  static boolean await(CompletableFuture<?> future, @Nullable Duration patience)
      throws InterruptedException {
    try {
      if (patience == null) {
        future.get();
      } else {
        future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(Exception wrapper) {
    return wrapper.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(wrapper.getCause());
  }

  /** Sends what waits, then ends the connection. */
  @Override
  public void close() {
    client.close();
    network.close().join();
    afterwards.run();
  }
}
