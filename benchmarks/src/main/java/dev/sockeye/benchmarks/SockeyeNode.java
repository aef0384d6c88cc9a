// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.redis.RedisAdapter;
import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.server.RemoteSocket;
import dev.sockeye.socketio.server.SocketIoServer;
import io.lettuce.core.RedisClient;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sockeye as one node of a cluster, with the events of {@code ./bench cluster}. */
final class SockeyeNode {
  private SockeyeNode() {}

  /**
   * Serves, once it hears the other nodes.
   *
   * @param args the address of Redis, a {@link BusKind}'s word, and how many nodes there are with
   *     this one
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    RedisClient redis = RedisClient.create(args[0]);
    SocketIoServer io =
        SocketIoServer.builder()
            .dispatch(Dispatch.ioThread())
            .adapter(adapter(redis, args[1]))
            .build();
    io.onConnection(
        socket -> {
          socket.on("news", (message, ack) -> io.emit("news", message.raw(0)));
          socket.on("fetch", (nothing, ack) -> fetch(io, ack));
        });
    Listening listening =
        NettyHost.builder()
            .service(io.service())
            .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .start();
    awaitOthers(io, Integer.parseInt(args[2]));
    ServerControl.run(listening.port(), PlatformDependent::usedDirectMemory);
  }

  private static AdapterFactory adapter(RedisClient redis, String word) {
    if (word.equals(BusKind.CLASSIC.word())) {
      return RedisAdapter.pubSub(redis);
    }
    return word.equals(BusKind.SHARDED.word())
        ? RedisAdapter.shardedPubSub(redis)
        : RedisAdapter.streams(redis);
  }

  /** Answers with the number of the sockets, and of their different ids. */
  private static void fetch(SocketIoServer io, Ack ack) {
    var unused =
        io.fetchSockets().thenAccept(sockets -> ack.send(sockets.size(), differentIds(sockets)));
  }

  private static long differentIds(List<RemoteSocket> sockets) {
    return sockets.stream().map(RemoteSocket::id).distinct().count();
  }

  private static void awaitOthers(SocketIoServer io, int nodes) throws InterruptedException {
    while (known(io) < nodes) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** How many nodes hear each other; none while the connection to Redis is being made. */
  private static int known(SocketIoServer io) {
    return io.of("/")
        .adapter()
        .serverCount()
        .exceptionally(notConnected -> 0)
        .toCompletableFuture()
        .join();
  }
}
