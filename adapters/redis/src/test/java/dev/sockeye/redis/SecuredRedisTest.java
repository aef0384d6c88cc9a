// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.testkit.RecordingNamespace;
import dev.sockeye.testkit.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes over TLS, as a user that may do what docs/redis.md says and nothing else. */
class SecuredRedisTest {
  private static final String USER = "sockeye";
  private static final String PASSWORD = "a-secret";
  private static final int PATIENCE_SECONDS = 20;

  @TempDir private static Path folder;

  /** Set before the first test. */
  private static RedisServer redis;

  /** Set before the first test. */
  private static RedisClient client;

  @BeforeAll
  static void start() throws Exception {
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    makeCertificate(certificate, key);
    redis = RedisServer.start();
    RedisURI uri =
        RedisURI.builder()
            .withHost("127.0.0.1")
            .withPort(offerTls(certificate, key))
            .withSsl(true)
            .withAuthentication(USER, PASSWORD.toCharArray())
            .build();
    client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .sslOptions(SslOptions.builder().trustManager(certificate.toFile()).build())
            .build());
    allow("~socket.io* ~sio:session:* &socket.io* &socket.io#/#*");
    allow("+hello +ping +pubsub +publish +spublish");
    allow("+subscribe +unsubscribe +psubscribe +punsubscribe +ssubscribe +sunsubscribe");
    allow("+xadd +xread +xrange +xrevrange +xinfo +set +getdel");
  }

  private static void makeCertificate(Path certificate, Path key) throws Exception {
    String options =
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
            + " -subj /CN=redis -addext subjectAltName=IP:127.0.0.1";
    String files = " -out %s -keyout %s".formatted(certificate, key);
    Process openssl =
        new ProcessBuilder(("openssl " + options + files).split(" "))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.log").toFile())
            .start();
    assertThat(openssl.waitFor()).isZero();
  }

  private static void allow(String rules) {
    String[] command = ("ACL SETUSER " + USER + " on >" + PASSWORD + " " + rules).split(" ");
    assertThat(redis.cli(command)).containsExactly("OK");
  }

  /** Lets it listen for TLS too; the port, which nobody else has taken meanwhile. */
  private static int offerTls(Path certificate, Path key) throws IOException {
    String files =
        "CONFIG SET tls-cert-file %s tls-key-file %s tls-ca-cert-file %s tls-auth-clients no"
            + " tls-port ";
    while (true) {
      int port;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      String[] command = (files.formatted(certificate, key, certificate) + port).split(" ");
      if (redis.cli(command).contains("OK")) {
        return port;
      }
    }
  }

  @AfterAll
  static void stop() {
    client.shutdown(0, 5, TimeUnit.SECONDS);
    redis.close();
  }

  private static Adapter started(String kind, RecordingNamespace namespace) {
    Adapter adapter = QuickAdapters.of(kind, client, ClusterOptions.defaults()).create(namespace);
    adapter.init().toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    adapter.addAll(namespace.socket("ann"), List.of("ann"));
    return adapter;
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "sharded", "streams"})
  void nodesHearAndAskEachOther(String kind) {
    RecordingNamespace there = new RecordingNamespace("/");
    Adapter one = started(kind, new RecordingNamespace("/"));
    Adapter other = started(kind, there);
    try {
      one.broadcast(ClassicVectors.event("hi"), BroadcastOptions.ALL);
      assertThat(there.next()).isEqualTo("[hi] to [ann]");
      assertThat(one.fetchSockets(BroadcastOptions.ALL).toCompletableFuture().join()).hasSize(2);
      assertThat(redis.cli("CLIENT", "LIST", "TYPE", "pubsub"))
          .hasSize(2)
          .allMatch(connection -> connection.contains("user=" + USER));
    } finally {
      one.close().toCompletableFuture().join();
      other.close().toCompletableFuture().join();
    }
  }
}
