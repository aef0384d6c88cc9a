// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.cluster;

import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.examples.cluster.Events.NodeInfo;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.netty.StaticFiles;
import dev.sockeye.redis.RedisAdapter;
import dev.sockeye.socketio.server.SocketIoServer;
import io.lettuce.core.RedisClient;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A Java node of the cluster: {@code NAME ADDRESS PORT REDIS-URL}. */
public final class ClusterNode {
  private ClusterNode() {}

  /** Serves until the process is told to end, or the one that started it has ended. */
  public static void main(String[] args) {
    if (args.length != 4) {
      System.err.println("usage: ClusterNode NAME ADDRESS PORT REDIS-URL");
      System.exit(2);
    }
    InetSocketAddress address = new InetSocketAddress(args[1], Integer.parseInt(args[2]));
    Listening server = start(args[0], address, RedisClient.create(args[3]));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    System.out.println("listening on port " + server.port());
    ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
    System.exit(0);
  }

  private static Listening start(String name, InetSocketAddress address, RedisClient redis) {
    SocketIoServer io =
        SocketIoServer.builder()
            .adapter(RedisAdapter.pubSub(redis).requestsTimeout(Duration.ofSeconds(2)))
            .drainTimeout(Duration.ofSeconds(1))
            .build();
    NodeInfo me = new NodeInfo(name, "java", "Sockeye on Java " + Runtime.version().feature());
    Presence presence = new Presence(io, me);
    presence.open();
    new Chat(io, me, presence).open();
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    var unused = clock.scheduleAtFixedRate(presence::count, 1, 1, TimeUnit.SECONDS);
    StaticFiles page = StaticFiles.resources(ClusterNode.class.getClassLoader(), "page");
    return NettyHost.builder()
        .service(io.service())
        .handler(page.orElse(exchange -> answer(io, exchange)))
        .address(address)
        .start();
  }

  /** What HAProxy asks. */
  private static void answer(SocketIoServer io, HttpExchange exchange) {
    if (exchange.path().equals("/health")) {
      io.health().handle(exchange);
    } else {
      exchange.respond(HttpResponse.empty(404));
    }
  }
}
