// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.time.Duration.ofSeconds;

import dev.sockeye.engineio.server.PerMessageDeflate;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.ClientCertificates;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.netty.StaticFiles;
import dev.sockeye.netty.Tls;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.server.DisconnectReason;
import dev.sockeye.socketio.server.ServerObserver;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The snippets of docs/server.md. */
final class ServerGuide {
  private ServerGuide() {}

  static Listening create(int port) {
    // tag::create[]
    SocketIoServer io = SocketIoServer.create();
    io.onConnection(socket -> socket.emit("hello", socket.id()));
    Listening server = io.listen(port);
    // end::create[]
    return server;
  }

  static SocketIoServer options() {
    // tag::options[]
    SocketIoServer io =
        SocketIoServer.builder()
            .pingInterval(ofSeconds(10))
            .maxPayload(100_000)
            .perMessageDeflate(PerMessageDeflate.defaults())
            .build();
    // end::options[]
    return io;
  }

  static Listening host(SocketIoServer io, Path folder, int port) {
    // tag::host[]
    HttpHandler pages = StaticFiles.directory(folder);
    Listening server =
        NettyHost.builder()
            .port(port)
            .service(io.service()) // /socket.io/ and all below it
            .handler( // everything else
                exchange -> {
                  if (exchange.path().equals("/health")) {
                    io.health().handle(exchange);
                  } else {
                    pages.handle(exchange);
                  }
                })
            .start();
    // end::host[]
    return server;
  }

  static Listening tls(SocketIoServer io, Path chain, Path key, Path issuers, int port) {
    // tag::tls[]
    io.onConnection(
        socket -> {
          X509Certificate client = socket.handshake().clientCertificates().get(0);
          socket.emit("hello", client.getSubjectX500Principal().getName());
        });
    Tls tls = Tls.pem(chain, key, ClientCertificates.REQUIRED, issuers);
    Listening server = NettyHost.builder().port(port).service(io.service()).tls(tls).start();
    // end::tls[]
    return server;
  }

  static SocketIoServer ioThread() {
    // tag::dispatch[]
    SocketIoServer io = SocketIoServer.builder().dispatch(Dispatch.ioThread()).build();
    // end::dispatch[]
    return io;
  }

  static SocketIoServer errors(List<String> log) {
    // tag::errors[]
    SocketIoServer io =
        SocketIoServer.builder()
            .onError((error, socket, event) -> log.add(event + ": " + error.getMessage()))
            .build();
    // end::errors[]
    return io;
  }

  static SocketIoServer observe(AtomicInteger online) {
    // tag::observe[]
    SocketIoServer io =
        SocketIoServer.builder()
            .observe(
                new ServerObserver() {
                  @Override
                  public void onConnect(Socket socket) {
                    online.incrementAndGet();
                  }

                  @Override
                  public void onDisconnect(
                      Socket socket, DisconnectReason reason, @Nullable Throwable details) {
                    online.decrementAndGet();
                  }
                })
            .build();
    // end::observe[]
    return io;
  }

  static void refused(SocketIoServer io, List<String> log) {
    // tag::refused[]
    io.engine()
        .onConnectionError(error -> log.add(error.error() + " " + error.request().remoteAddress()));
    // end::refused[]
  }

  static SocketIoServer drain() {
    // tag::drain[]
    SocketIoServer io =
        SocketIoServer.builder()
            .drainDelay(ofSeconds(15)) // health says 503, everything else goes on
            .drainTimeout(ofSeconds(5)) // then what is queued is sent
            .build();
    // end::drain[]
    return io;
  }

  static void close(SocketIoServer io) {
    // tag::close[]
    io.close().join();
    // end::close[]
  }
}
