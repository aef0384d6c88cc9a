// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.PacketType;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sockets get into their namespaces, and what keeps them out. */
class ConnectTest {
  private final ScriptedServer server = new ScriptedServer();
  private final List<String> heard = new ArrayList<>();

  @Test
  void aSocketJoinsItsNamespaceOnceTheConnectionIsOpen() {
    server.client().build().socket("/admin");
    assertThat(server.accept().receive()).containsExactly("40/admin,");
  }

  @Test
  void theIdIsWhatTheServerSays() {
    ClientSocket socket = server.client().build().socket();
    assertThat(socket.id()).isEmpty();
    server.accept().send("40{\"sid\":\"abc\"}");
    assertThat(socket.id()).contains("abc");
  }

  @Test
  void thePathOfTheAddressIsTheNamespace() {
    ClientSocket socket = server.client("http://server.example/admin").build().socket();
    assertThat(socket.namespace()).isEqualTo("/admin");
  }

  @Test
  void thePathOfTheRequestsIsAnOption() {
    server.client("http://server.example/admin").build().socket();
    assertThat(server.newest().target()).startsWith("/socket.io/?");
  }

  @Test
  void askingTwiceGivesTheSameSocket() {
    SocketIoClient client = server.client().build();
    assertThat(client.socket("admin")).isSameAs(client.socket("/admin"));
  }

  @Test
  void askingForASocketThatWasDisconnectedConnectsItOverTheSameConnection() {
    SocketIoClient client = server.client().build();
    client.socket();
    ClientSocket admin = client.socket("/admin");
    ScriptedPeer peer = server.join().send("40/admin,{\"sid\":\"a\"}");
    admin.disconnect();
    peer.receive();
    client.socket("/admin");
    assertThat(peer.receive()).containsExactly("40/admin,");
  }

  @Test
  void namespacesShareOneConnection() {
    SocketIoClient client = server.client().build();
    client.socket();
    client.socket("/admin");
    assertThat(server.accept().receive()).containsExactly("40", "40/admin,");
    assertThat(server.peers).hasSize(1);
  }

  @Test
  void withoutAutoConnectNothingHappensUntilAskedFor() {
    ClientSocket socket = server.client().autoConnect(false).build().socket();
    server.run();
    assertThat(server.peers).isEmpty();
    socket.connect();
    assertThat(server.accept().receive()).containsExactly("40");
  }

  @Test
  void connectingTwiceAsksOnce() {
    ClientSocket socket = server.client().build().socket();
    ScriptedPeer peer = server.accept();
    socket.connect();
    assertThat(peer.receive()).containsExactly("40");
  }

  @Test
  void aNamespaceWithACommaIsRefusedAtOnce() {
    SocketIoClient client = server.client().build();
    assertThatThrownBy(() -> client.socket("/a,b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'/a,b'");
  }

  @Test
  void theServersRefusalComesWithItsData() {
    ClientSocket socket = server.client().build().socket();
    List<ConnectException> errors = new ArrayList<>();
    socket.onConnectError(errors::add);
    server.accept().send("44{\"message\":\"not for you\",\"data\":{\"code\":403}}");
    ConnectException error = errors.get(0);
    assertThat(error.kind()).isEqualTo(ConnectException.Kind.REFUSED);
    assertThat(error).hasMessage("not for you");
    assertThat(error.data()).isEqualTo(Map.of("code", 403));
  }

  @Test
  void anUnreachableServerComesWithWhatFailed() {
    ClientSocket socket = server.client().build().socket();
    List<ConnectException> errors = new ArrayList<>();
    socket.onConnectError(errors::add);
    server.newest().refuse();
    ConnectException error = errors.get(0);
    assertThat(error.kind()).isEqualTo(ConnectException.Kind.TRANSPORT);
    assertThat(error.engine())
        .hasValueSatisfying(
            cause -> {
              assertThat(cause).hasMessageStartingWith("websocket error");
              assertThat(cause).hasRootCauseMessage("refused");
            });
  }

  @Test
  void aRefusedSocketStaysAway() {
    ClientSocket socket = server.client().build().socket();
    ScriptedPeer peer = server.accept().send("44{\"message\":\"no\"}");
    assertThat(socket.isActive()).isFalse();
    assertThat(peer.isClosed()).isTrue();
  }

  @Test
  void aRefusalLeavesTheOtherNamespacesAlone() {
    SocketIoClient client = server.client().build();
    ClientSocket main = client.socket();
    client.socket("/admin");
    ScriptedPeer peer = server.join().send("44/admin,{\"message\":\"no\"}");
    assertThat(main.isConnected()).isTrue();
    assertThat(peer.isClosed()).isFalse();
  }

  @Test
  void aServerOfSocketIo2IsRecognised() {
    ClientSocket socket = server.client().build().socket();
    socket.onConnectError(error -> heard.add(error.kind() + " " + error.getMessage()));
    server.accept().send("40");
    assertThat(heard).singleElement().asString().startsWith("OLD_SERVER It seems you are trying");
  }

  @Test
  void leavingBeforeTheServerHasAnsweredIsToldOnceItHas() {
    SocketIoClient client = server.client().build();
    client.socket();
    ClientSocket admin = client.socket("/admin");
    ScriptedPeer peer = server.join();
    admin.disconnect();
    peer.receive();
    peer.send("40/admin,{\"sid\":\"a\"}");
    assertThat(peer.receive()).containsExactly("41/admin,");
    assertThat(admin.isConnected()).isFalse();
  }

  @Test
  void whatTheServerSaysToTheGoodbyeIsNotHeard() {
    List<ScriptedPeer> peers = new ArrayList<>();
    Parser answersAtOnce =
        WatchedParser.ofSent(
            packet -> {
              if (packet.type() == PacketType.DISCONNECT) {
                peers.get(0).send("42[\"late\"]");
              }
            });
    ClientSocket socket = server.client().parser(answersAtOnce).build().socket();
    socket.onAny((event, args, ack) -> heard.add(event));
    peers.add(server.join().send("42[\"in time\"]"));
    socket.disconnect();
    server.run();
    assertThat(heard).containsExactly("in time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40{\"sid\":\"first\"}", "44{\"message\":\"no\"}", "42[\"early\"]"})
  void whatIsOnItsWayWhenTheApplicationLeavesIsNotForTheNextConnection(String late) {
    List<ClientSocket> sockets = new ArrayList<>();
    Parser leavesMeanwhile =
        WatchedParser.ofReceived(
            () -> {
              if (server.peers.size() == 1) {
                sockets.get(0).disconnect();
                sockets.get(0).connect();
              }
            });
    sockets.add(server.client().parser(leavesMeanwhile).build().socket());
    ClientSocket socket = sockets.get(0);
    socket.onAny((event, args, ack) -> heard.add(event));
    server.accept().send(late);
    assertThat(server.accept().receive()).containsExactly("40");
    server.newest().send("40{\"sid\":\"second\"}");
    assertThat(socket.id()).contains("second");
    assertThat(heard).isEmpty();
  }

  /** JSON, and somebody who is told of each packet before it leaves, or before it is read. */
  private record WatchedParser(Consumer<Packet> sent, Runnable received) implements Parser {
    static Parser ofSent(Consumer<Packet> watcher) {
      return new WatchedParser(watcher, () -> {});
    }

    static Parser ofReceived(Runnable watcher) {
      return new WatchedParser(packet -> {}, watcher);
    }

    @Override
    public EncodedPacket encode(Packet packet) {
      sent.accept(packet);
      return JsonParser.create().encode(packet);
    }

    @Override
    public Decoder newDecoder() {
      Decoder json = JsonParser.create().newDecoder();
      return new Decoder() {
        @Override
        public @Nullable DecodedPacket addText(byte[] array, int offset, int length) {
          received.run();
          return json.addText(array, offset, length);
        }

        @Override
        public @Nullable DecodedPacket addBinary(byte[] array, int offset, int length) {
          return json.addBinary(array, offset, length);
        }
      };
    }
  }

  @Test
  void authMayBeAMap() {
    server.client().auth(Map.of("token", "abc")).build().socket();
    assertThat(server.accept().receive()).containsExactly("40{\"token\":\"abc\"}");
  }

  record Login(String token, int attempt) {}

  @Test
  void authMayBeARecord() {
    server.client().auth(new Login("abc", 1)).build().socket();
    assertThat(server.accept().receive()).containsExactly("40{\"token\":\"abc\",\"attempt\":1}");
  }

  @Test
  void aSupplierOfAuthIsAskedAtEachConnection() {
    List<Integer> asked = new ArrayList<>();
    server
        .client()
        .auth(
            () -> {
              asked.add(1);
              return Map.of("attempt", asked.size());
            })
        .build()
        .socket();
    server.join().drop();
    server.advance(java.time.Duration.ofSeconds(1));
    assertThat(server.accept().receive()).containsExactly("40{\"attempt\":2}");
  }

  @Test
  void authMayComeLater() {
    CompletableFuture<Map<String, String>> login = new CompletableFuture<>();
    server.client().authAsync(() -> login).build().socket();
    ScriptedPeer peer = server.accept();
    assertThat(peer.receive()).isEmpty();
    login.complete(Map.of("token", "late"));
    assertThat(peer.receive()).containsExactly("40{\"token\":\"late\"}");
  }

  /** A socket beside that of the main namespace, which waits for its credentials. */
  private ClientSocket withPendingAuth(List<CompletableFuture<Map<String, Integer>>> logins) {
    SocketIoClient client = server.client().build();
    client.socket();
    ClientSocket admin =
        client.socket(
            "/admin",
            options ->
                options.authAsync(
                    () -> {
                      logins.add(new CompletableFuture<>());
                      return logins.get(logins.size() - 1);
                    }));
    admin.onConnectError(error -> heard.add(error.getMessage()));
    server.join();
    return admin;
  }

  @Test
  void leavingBeforeAuthIsThereAsksForNothing() {
    List<CompletableFuture<Map<String, Integer>>> logins = new ArrayList<>();
    ClientSocket admin = withPendingAuth(logins);
    admin.disconnect();
    logins.get(0).complete(Map.of("login", 0));
    assertThat(server.newest().receive()).isEmpty();
    admin.connect();
    logins.get(1).complete(Map.of("login", 1));
    assertThat(server.newest().receive()).containsExactly("40/admin,{\"login\":1}");
  }

  @Test
  void comingBackBeforeAuthIsThereAsksForItAgain() {
    List<CompletableFuture<Map<String, Integer>>> logins = new ArrayList<>();
    ClientSocket admin = withPendingAuth(logins);
    admin.disconnect();
    admin.connect();
    logins.get(0).complete(Map.of("login", 0));
    assertThat(server.newest().receive()).isEmpty();
    logins.get(1).complete(Map.of("login", 1));
    assertThat(server.newest().receive()).containsExactly("40/admin,{\"login\":1}");
  }

  @Test
  void authThatFailsAfterwardsIsNotTold() {
    List<CompletableFuture<Map<String, Integer>>> logins = new ArrayList<>();
    ClientSocket admin = withPendingAuth(logins);
    admin.disconnect();
    admin.connect();
    logins.get(0).completeExceptionally(new IllegalStateException("no token"));
    logins.get(1).complete(Map.of("login", 1));
    assertThat(server.newest().receive()).containsExactly("40/admin,{\"login\":1}");
    assertThat(heard).isEmpty();
  }

  @Test
  void authThatFailsIsAskedForAgain() {
    List<Integer> asked = new ArrayList<>();
    ClientSocket socket =
        server
            .client()
            .auth(
                () -> {
                  asked.add(1);
                  if (asked.size() == 1) {
                    throw new IllegalStateException("no token");
                  }
                  return Map.of("token", "second");
                })
            .build()
            .socket();
    socket.onConnectError(error -> heard.add(error.kind() + ": " + error.getMessage()));
    ScriptedPeer peer = server.accept();
    server.advance(java.time.Duration.ofSeconds(1));
    assertThat(heard).containsExactly("AUTH: there is no auth to send: no token");
    assertThat(peer.receive()).containsExactly("40{\"token\":\"second\"}");
  }

  @Test
  void authThatIsNoObjectIsAnError() {
    ClientSocket socket = server.client().auth("secret").reconnection(false).build().socket();
    socket.onConnectError(error -> heard.add(error.getMessage()));
    server.accept();
    assertThat(heard).singleElement().asString().contains("must be a JSON object");
    assertThat(socket.isActive()).isFalse();
  }

  @Test
  void aSocketMayHaveAuthOfItsOwn() {
    SocketIoClient client = server.client().auth(Map.of("a", 1)).build();
    client.socket("/admin", options -> options.auth(Map.of("b", 2)));
    assertThat(server.accept().receive()).containsExactly("40/admin,{\"b\":2}");
  }

  @Test
  void authMayBeChangedBeforeTheNextConnection() {
    ClientSocket socket = server.client().auth(Map.of("a", 1)).build().socket();
    server.join().drop();
    socket.auth(Map.of("a", 2));
    server.advance(java.time.Duration.ofSeconds(1));
    assertThat(server.accept().receive()).containsExactly("40{\"a\":2}");
  }
}
