// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import dev.sockeye.testkit.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens while one of the two sides does not read. */
class SlowWebSocketTest {
  private static final int LARGE = 8 * 1024 * 1024;

  private final CompletableFuture<WebSocketConnection> opened = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final CompletableFuture<Listener> listener = new CompletableFuture<>();
  private Consumer<WebSocketConnection> onOpen = connection -> {};
  private BiConsumer<WebSocketConnection, byte[]> onMessage = (connection, bytes) -> {};
  private @Nullable Listening server;

  private Listening start(Io io) {
    server = NettyHost.builder().io(io).handler(this::accept).start();
    return server;
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  private void accept(HttpExchange exchange) {
    Listener made = new Listener(exchange);
    listener.complete(made);
    ((WebSocketUpgrade) exchange)
        .accept(Headers.create(), WebSocketTerms.uncompressed(LARGE), exchange.scheduler(), made);
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static Frame large() {
    return new Frame(Frame.NO_PREFIX, RawData.binary(new byte[LARGE]), false, false);
  }

  private final class Listener implements WebSocketListener {
    private final HttpExchange exchange;

    /** Written by the event loop. */
    private volatile long received;

    Listener(HttpExchange exchange) {
      this.exchange = exchange;
    }

    /** Does something on the event loop; waits until it is done. */
    void onLoop(Runnable action) {
      await(CompletableFuture.runAsync(action, exchange.scheduler()));
    }

    @Override
    public void onOpen(WebSocketConnection connection) {
      onOpen.accept(connection);
      opened.complete(connection);
    }

    @Override
    public void onText(byte[] utf8) {
      onBinary(utf8);
    }

    @Override
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
    public void onBinary(byte[] bytes) {
      received += bytes.length;
      onMessage.accept(opened.join(), bytes);
    }

    @Override
    public void onWritable() {}

    @Override
    public void onClose(int code, @Nullable Throwable error) {
      closed.complete(code);
    }
  }

  /** Opens a WebSocket whose next writes fail to block. */
  private static SocketChannel connect(Listening server) throws IOException {
    SocketChannel client =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    String handshake = WireClient.handshake("/", "");
    client.write(ByteBuffer.wrap(handshake.getBytes(StandardCharsets.US_ASCII)));
    client.read(ByteBuffer.allocate(1024));
    client.configureBlocking(false);
    return client;
  }

  /** Writes a frame again and again until the network takes no more; the bytes it took. */
  private static long fill(SocketChannel client, byte[] frame) throws IOException {
    long cap = 256L * 1024 * 1024;
    long written = 0;
    ByteBuffer next = ByteBuffer.wrap(frame);
    while (written < cap) {
      int taken = client.write(next);
      if (taken == 0) {
        return written;
      }
      written += taken;
      if (!next.hasRemaining()) {
        next.rewind();
      }
    }
    throw new AssertionError("somebody reads: " + written + " bytes were taken");
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void aPeerBlocksWhileNobodyReadsAndAllArrivesOnceSomebodyDoes(Io io) throws IOException {
    byte[] payload = new byte[10_000];
    byte[] frame = WireClient.frame(0x82, payload);
    CompletableFuture<Void> all = new CompletableFuture<>();
    onOpen = connection -> connection.setReadable(false);
    try (SocketChannel client = connect(start(io))) {
      Listener server = await(listener);
      long written = fill(client, frame);
      server.onLoop(() -> assertThat(server.received).isZero());

      long messages = written / frame.length;
      onMessage =
          (connection, bytes) -> {
            if (server.received >= messages * payload.length) {
              all.complete(null);
            }
          };
      server.onLoop(() -> opened.join().setReadable(true));
      await(all);
      assertThat(server.received).isEqualTo(messages * payload.length);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void whatWasSentBeforeTheClientClosedStillArrives(Io io) {
    onOpen = connection -> connection.send(large());
    try (WireClient client = WireClient.connectSlowly(start(io).address(), 16 * 1024)) {
      client.upgrade("/");
      client.sendClose(1000);
      assertThat(await(closed)).isEqualTo(1000);
      assertThat(client.frame().payload()).hasSize(LARGE);
      assertThat(client.frame().closeCode()).isEqualTo(1000);
      assertThat(client.untilClosed()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void theLastPingIsAnsweredOnceThereIsRoom(Io io) {
    onOpen = connection -> connection.send(large());
    CompletableFuture<Void> pinged = new CompletableFuture<>();
    onMessage = (connection, bytes) -> pinged.complete(null);
    try (WireClient client = WireClient.connectSlowly(start(io).address(), 16 * 1024)) {
      client.upgrade("/");
      client.sendFrame(0x89, (byte) 'a').sendFrame(0x89, (byte) 'b').sendText("pinged");
      await(pinged);
      assertThat(client.frame().payload()).hasSize(LARGE);
      assertThat(client.frame())
          .extracting(WireClient.Frame::opcode, WireClient.Frame::text)
          .containsExactly(0xa, "b");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void nothingIsDeliveredAfterAnAbort(Io io) {
    onMessage = (connection, bytes) -> connection.abort();
    try (WireClient client = WireClient.connect(start(io).address())) {
      client.send(WireClient.handshake("/", ""));
      byte[] message = WireClient.frame(0x81, (byte) 'x');
      ByteBuffer both = ByteBuffer.allocate(2 * message.length).put(message).put(message);
      client.response();
      client.send(both.array());
      assertThat(await(closed)).isEqualTo(1006);
      assertThat(await(listener).received).isEqualTo(1);
    }
  }
}
