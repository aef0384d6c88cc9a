// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.benchmarks.Note;
import dev.sockeye.engineio.spi.WebSocketListener;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All of Sockeye but the host: from the payload of a WebSocket frame through engine, parser and
 * listener to the frames that the host would send. 1,000 clients, in rooms of 6; listeners on the
 * I/O thread.
 */
@State(Scope.Thread)
public class WholeServer {
  private static final int CLIENTS = 1000;
  private static final int ROOM = 6;
  private static final byte[] ECHO = event("10[\"echo\",");
  private static final byte[] TYPED = event("10[\"typed\",");
  private static final byte[] MOVE = event("[\"move\",");
  private static final byte[] NEWS = event("[\"news\",");

  private final SocketIoServer io = SocketIoServer.builder().dispatch(Dispatch.ioThread()).build();
  private final SilentHost host = new SilentHost(io.service());
  private final List<WebSocketListener> clients = new ArrayList<>();
  private int connected;
  private int next;

  private static byte[] event(String beginning) {
    return ("42" + beginning + Note.json(1000) + "]").getBytes(UTF_8);
  }

  /** Connects the clients. */
  @Setup
  public void connect() {
    io.onConnection(this::listen);
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(host.client());
    }
    if (connected != CLIENTS) {
      throw new IllegalStateException(connected + " clients are connected");
    }
  }

  private void listen(Socket socket) {
    String room = "r" + connected++ / ROOM;
    socket.join(room);
    socket.on("echo", (args, ack) -> ack.send(args.raw(0)));
    socket.onRequest("typed", Note.class, note -> note);
    socket.on("move", (args, ack) -> socket.to(room).emit("move", args.raw(0)));
    socket.on("news", (args, ack) -> io.emit("news", args.raw(0)));
  }

  private long send(byte[] event) {
    next = next + 1 == CLIENTS ? 0 : next + 1;
    clients.get(next).onText(event);
    return host.frames();
  }

  @Benchmark
  public long echo() {
    return send(ECHO);
  }

  @Benchmark
  public long typedEcho() {
    return send(TYPED);
  }

  @Benchmark
  public long roomOfSix() {
    return send(MOVE);
  }

  @Benchmark
  public long broadcastToThousand() {
    return send(NEWS);
  }
}
