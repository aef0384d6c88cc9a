// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.docs.NettySocketioGuide.ChatController;
import dev.sockeye.docs.NettySocketioGuide.ChatMessage;
import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.ConnectErrorException;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/coming-from-netty-socketio.md says of its snippets. */
@Timeout(60)
class NettySocketioGuideTest {
  private final SocketIoServer io = SocketIoServer.create();
  private final TestHost host = TestHost.of(io.service());
  private final ChatMessage hello = new ChatMessage("Anna", "hello");

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void theOldDefaultsAreOptions() {
    EngineOptions options = NettySocketioGuide.sameOptions().engine().options();
    assertThat(options.pingTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(options.allowEio3()).isTrue();
  }

  @Test
  void theLobbyHearsAndIsAnswered() {
    NettySocketioGuide.chat(io);
    TestClient anna = host.connect();
    TestClient ben = host.connect();
    assertThat(ben.emitWithAck("save", hello).string(0)).isEqualTo("ok"); // both have joined
    anna.emit("chat", hello);
    assertThat(ben.receive("chat", ChatMessage.class)).isEqualTo(hello);
    anna.disconnect();
    assertThat(ben.receive("gone").args().string(1)).isEqualTo("client namespace disconnect");
  }

  @Test
  void aClientIsAskedAndMayBeLate() throws InterruptedException {
    BlockingQueue<String> log = new LinkedBlockingQueue<>();
    io.onConnection(socket -> NettySocketioGuide.ask(socket, log));
    host.connect().receive("question").reply("fine");
    assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("fine");

    host.connect().receive("question");
    host.advance(Duration.ofSeconds(10));
    assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("no answer");
  }

  @Test
  void whoHasNoTokenIsRefused() {
    NettySocketioGuide.auth(io);
    assertThat(host.connect("/", Map.of("token", "secret")).isConnected()).isTrue();
    assertThatThrownBy(host::connect).isInstanceOf(ConnectErrorException.class);
  }

  @Test
  void aClassOfListenersNeedsNoAnnotations() {
    assertThat(new ChatController(io)).isNotNull();
    TestClient anna = host.connect();
    anna.emit("chat", hello);
    assertThat(anna.receive("chat", ChatMessage.class)).isEqualTo(hello);
  }
}
