// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.engineio.Transport;
import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The blocking client, against a server that answers by itself on a thread of its own. */
@Timeout(30)
class SimpleClientTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final ScriptedServer server = new ScriptedServer();
  private final EchoServer echo = new EchoServer(server);

  @AfterEach
  void stop() {
    echo.stop();
  }

  private SimpleClient connect(Function<SocketIoClient.Builder, SocketIoClient.Builder> options)
      throws InterruptedException {
    return SimpleClient.connect(
        "http://server.example",
        builder ->
            options.apply(
                builder
                    .network(server)
                    .transports(Transport.WEBSOCKET)
                    .dispatch(Dispatch.blocking())));
  }

  @Test
  void itIsConnectedOnceConnectReturns() throws Exception {
    SimpleClient client = connect(same -> same);
    assertThat(client.isConnected()).isTrue();
    assertThat(client.id()).isEqualTo("simple");
  }

  @Test
  void aCallReturnsTheAnswer() throws Exception {
    Args answer = connect(same -> same).call("ask", 1);
    assertThat(answer.string(0)).isEqualTo("answered");
  }

  @Test
  void aCallThatIsNotAnsweredFails() throws Exception {
    echo.isSilent = true;
    SimpleClient client = connect(same -> same);
    CompletableFuture<Void> passing = CompletableFuture.runAsync(() -> echo.letTimePass(LONG));
    assertThatThrownBy(() -> client.call(SHORT, "ask")).isInstanceOf(AckTimeoutException.class);
    passing.join();
  }

  @Test
  void anEventIsReceived() throws Exception {
    SimpleClient client = connect(same -> same);
    client.emit("echo", "hello");
    SimpleClient.Event event = client.receive(LONG);
    assertThat(event.name()).isEqualTo("echo");
    assertThat(event.args().string(0)).isEqualTo("hello");
  }

  @Test
  void waitingInVainEnds() throws Exception {
    SimpleClient client = connect(same -> same);
    assertThatThrownBy(() -> client.receive(SHORT)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void aRefusalIsThrown() {
    echo.isRefusing = true;
    assertThatThrownBy(() -> connect(same -> same))
        .isInstanceOf(ConnectException.class)
        .hasMessage("no");
  }

  @Test
  void aClosedClientReceivesNothingMore() throws Exception {
    SimpleClient client = connect(same -> same);
    client.close();
    assertThatThrownBy(() -> client.receive(LONG)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theEndOfTheConnectionEndsTheWaiting() throws Exception {
    SimpleClient client = connect(options -> options.reconnection(false));
    client.emit("leave");
    assertThatThrownBy(() -> client.receive(LONG)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> client.receive(LONG)).isInstanceOf(IllegalStateException.class);
  }
}
