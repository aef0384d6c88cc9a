// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks.nettysocketio;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;
import dev.sockeye.benchmarks.Note;
import dev.sockeye.benchmarks.ServerControl;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * netty-socketio with the events of the benchmark: epoll, compression by request, heartbeats as in every
 * other server.
 */
final class NettySocketIoServer {
  private NettySocketIoServer() {}

  public static void main(String[] args) throws IOException {
    var configuration = new Configuration();
    configuration.setHostname("127.0.0.1");
    configuration.setPort(freePort());
    configuration.setUseLinuxNativeEpoll(true);
    configuration.setHttpCompression(false);
    configuration.setWebsocketCompression(ServerControl.deflate(args));
    configuration.setPingInterval(25_000);
    configuration.setPingTimeout(20_000);
    // Otherwise a client's session is taken from its cookie.
    configuration.setRandomSession(true);
    configuration.getSocketConfig().setReuseAddress(true);
    configuration.getSocketConfig().setTcpNoDelay(true);
    Optional<Path> keys = ServerControl.tls(args);
    if (keys.isPresent()) {
      configuration.setKeyStore(Files.newInputStream(keys.get()));
      configuration.setKeyStoreFormat("PKCS12");
      configuration.setKeyStorePassword("benchmark");
      // Otherwise TLS 1.0, which no client speaks any more.
      configuration.setSSLProtocol("TLSv1.3");
    }
    var server = new SocketIOServer(configuration);
    listen(server);
    server.start();
    ServerControl.run(configuration.getPort(), PlatformDependent::usedDirectMemory);
  }

  private static void listen(SocketIOServer server) {
    server.addEventListener("echo", Map.class, (client, message, ack) -> ack.sendAckData(message));
    server.addEventListener(
        "typed", Note.class, (client, message, ack) -> ack.sendAckData(message));
    server.addEventListener(
        "blob", byte[].class, (client, bytes, ack) -> ack.sendAckData((Object) bytes));
    server.addEventListener(
        "join",
        String.class,
        (client, room, ack) -> {
          client.joinRoom(room);
          client.set("room", room);
          ack.sendAckData();
        });
    server.addEventListener(
        "move",
        Map.class,
        (client, message, ack) -> {
          String room = client.get("room");
          server.getRoomOperations(room).sendEvent("move", client, message);
        });
    server.addEventListener(
        "news",
        Object.class,
        (client, message, ack) -> server.getBroadcastOperations().sendEvent("news", message));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
