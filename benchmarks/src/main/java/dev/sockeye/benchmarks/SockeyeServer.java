// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import dev.sockeye.engineio.server.PerMessageDeflate;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.Io;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.netty.Tls;
import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Sockeye with the events of the benchmark. What is only passed on is passed on as the JSON that it
 * came as, {@code args.raw(0)}; the typed echo binds a record.
 */
final class SockeyeServer {
  private static final EventListener ECHO = (args, ack) -> ack.send(args.raw(0));

  private SockeyeServer() {}

  private static SocketIoServer server(Dispatch dispatch, boolean deflate) {
    SocketIoServer.Builder builder = SocketIoServer.builder().dispatch(dispatch);
    if (deflate) {
      builder.perMessageDeflate(PerMessageDeflate.defaults());
    }
    SocketIoServer io = builder.build();
    EventListener news = (args, ack) -> io.emit("news", args.raw(0));
    io.onConnection(socket -> listen(socket, news));
    return io;
  }

  private static void listen(Socket socket, EventListener news) {
    socket.on("echo", ECHO);
    socket.onRequest("typed", Note.class, note -> note);
    socket.on("blob", ECHO);
    socket.on(
        "join",
        (args, ack) -> {
          String room = args.string(0);
          socket.join(room);
          socket.on("move", (moves, unwanted) -> socket.to(room).emit("move", moves.raw(0)));
          ack.send();
        });
    socket.on("news", news);
  }

  private static Tls tls(Path keys) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(TlsKeys.keys(keys).getKeyManagers(), null, null);
      return Tls.of(context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK knows TLS", e);
    }
  }

  /**
   * Serves.
   *
   * @param args {@code io} for listeners on the I/O thread, {@code uring} for io_uring, {@code
   *     tls=FILE} for TLS, {@code deflate} for compression
   */
  public static void main(String[] args) throws IOException {
    List<String> options = List.of(args);
    Optional<Path> keys = ServerControl.tls(args);
    SocketIoServer io =
        server(
            options.contains("io") ? Dispatch.ioThread() : Dispatch.blocking(),
            ServerControl.deflate(args));
    NettyHost.Builder host =
        NettyHost.builder()
            .service(io.service())
            .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .io(options.contains("uring") ? Io.IO_URING : Io.AUTO);
    keys.map(SockeyeServer::tls).ifPresent(host::tls);
    Listening listening = host.start();
    ServerControl.run(listening.port(), PlatformDependent::usedDirectMemory);
  }
}
