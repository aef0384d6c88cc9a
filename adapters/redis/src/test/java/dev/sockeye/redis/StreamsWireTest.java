// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static dev.sockeye.redis.ClassicVectors.hex;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.testkit.RecordingNamespace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the streams adapter says on a real wire, and what it reads. */
class StreamsWireTest {
  @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

  private final RecordingNamespace namespace = new RecordingNamespace("/");

  private ClusterAdapter adapter(StreamsAdapter factory, RecordingNamespace of) {
    ClusterAdapter adapter = (ClusterAdapter) REDIS.started(factory, of);
    adapter.addAll(of.socket("ann"), List.of("ann"));
    return adapter;
  }

  private ClusterAdapter adapter() {
    return adapter(RedisAdapter.streams(REDIS.client()), namespace);
  }

  /** The fields of the one entry. */
  private static List<String> entry(String stream) {
    List<String> lines = REDIS.server().cli("XRANGE", stream, "-", "+");
    return lines.subList(1, lines.size());
  }

  @Test
  void anEventIsAnEntry() {
    ClusterAdapter adapter = adapter();
    adapter
        .broadcast(ClassicVectors.event("hi", 1), BroadcastOptions.ALL)
        .toCompletableFuture()
        .join();
    assertThat(entry("socket.io"))
        .containsExactly(
            "uid",
            adapter.uid(),
            "nsp",
            "/",
            "type",
            "3",
            "data",
            "{\"packet\":{\"type\":2,\"data\":[\"hi\",1]},\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}}}");
  }

  @Test
  void bytesAreMessagePackInBase64() {
    adapter()
        .broadcast(ClassicVectors.event("bin", new byte[] {1, 2, 3}), BroadcastOptions.ALL)
        .toCompletableFuture()
        .join();
    assertThat(entry("socket.io").get(7))
        .isEqualTo(
            "gqZwYWNrZXSCpHR5cGUCpGRhdGGSo2JpbsQDAQIDpG9wdHODpXJvb21zkKZleGNlcHSQpWZsYWdzgA==");
  }

  @Test
  void joiningIsAnEntry() {
    adapter().addSockets(BroadcastOptions.room("room1"), Set.of("r2")).toCompletableFuture().join();
    assertThat(entry("socket.io"))
        .endsWith(
            "type",
            "4",
            "data",
            "{\"opts\":{\"rooms\":[\"room1\"],\"except\":[],\"flags\":{}},\"rooms\":[\"r2\"]}");
  }

  @Test
  void askingForSocketsIsPublishedInMessagePack() {
    ClusterAdapter adapter = adapter();
    try (Wire wire = new Wire(REDIS.client(), "*")) {
      adapter.fetchSockets(BroadcastOptions.ALL);
      assertThat(hex(wire.next().message()))
          .startsWith(
              "84a47479706507a46461746182a46f70747383a5726f6f6d7390a665786365707490a5666c61677380");
    }
  }

  @Test
  void whatIsReadKeepsItsOrderWithWhatIsWritten() {
    ClusterAdapter first = adapter();
    RecordingNamespace there = new RecordingNamespace("/");
    ClusterAdapter second = adapter(RedisAdapter.streams(REDIS.client()), there);
    for (int i = 0; i < 20; i++) {
      first.broadcast(ClassicVectors.event("a" + i), BroadcastOptions.ALL);
      second.broadcast(ClassicVectors.event("b" + i), BroadcastOptions.ALL);
    }
    for (int i = 0; i < 40; i++) {
      assertThat(namespace.next()).isEqualTo(there.next());
    }
  }

  @Test
  void entriesThatAreNoMessagesAreSurvived() {
    adapter();
    REDIS.server().cli("XADD", "socket.io", "*", "nsp", "/");
    REDIS.server().cli("XADD", "socket.io", "*", "foo", "bar");
    REDIS.server().cli("XADD", "socket.io", "*", "uid", "x", "nsp", "/", "type", "3", "data", "%%");
    REDIS
        .server()
        .cli("XADD", "socket.io", "*", "uid", "x", "nsp", "/", "type", "77", "data", "{}");
    add("socket.io", "/");
    assertThat(namespace.next()).isEqualTo("[\"hi\"] to [ann]".replace("\"", ""));
  }

  private static void add(String stream, String of) {
    String data =
        "{\"packet\":{\"type\":2,\"data\":[\"hi\"]},\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}}}";
    REDIS.server().cli("XADD", stream, "*", "uid", "x", "nsp", of, "type", "3", "data", data);
  }

  /** Official nodes write the second to a stream that none of them reads. */
  @ParameterizedTest
  @CsvSource({"/chat, socket.io-3", "/notifications, socket.io--3", "/notifications, socket.io-1"})
  void aNamespaceIsHeardInTheStreamThatOthersChoose(String name, String stream) {
    RecordingNamespace other = new RecordingNamespace(name);
    adapter(RedisAdapter.streams(REDIS.client()).streamCount(4), other);
    add(stream, name);
    assertThat(other.next()).isEqualTo("[hi] to [ann]");
  }

  @ParameterizedTest
  @CsvSource({"/chat, socket.io-3", "/notifications, socket.io-1"})
  void aNamespaceIsWrittenToAStreamThatIsRead(String name, String stream) {
    RecordingNamespace other = new RecordingNamespace(name);
    adapter(RedisAdapter.streams(REDIS.client()).streamCount(4), other)
        .broadcast(ClassicVectors.event("hi"), BroadcastOptions.ALL)
        .toCompletableFuture()
        .join();
    assertThat(entry(stream)).contains(name);
  }
}
