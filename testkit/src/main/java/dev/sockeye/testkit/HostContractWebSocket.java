// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The WebSocket half of {@link HostContract}. */
public interface HostContractWebSocket extends HostContractStart {
  /** The limit of the WebSockets that these tests open. */
  int MAX_MESSAGE = 1000;

  /** What is asked of them. */
  WebSocketTerms TERMS = WebSocketTerms.uncompressed(MAX_MESSAGE);

  /** Opens a WebSocket to a host whose listener is made by a function. */
  private void talk(
      Function<Scheduler, HostContractRecorder> listener,
      BiConsumer<WireClient, HostContractRecorder> conversation) {
    BlockingQueue<HostContractRecorder> recorders = new LinkedBlockingQueue<>();
    HttpHandler handler =
        exchange -> {
          HostContractRecorder recorder = listener.apply(exchange.scheduler());
          recorders.add(recorder);
          ((WebSocketUpgrade) exchange)
              .accept(Headers.create(), TERMS, exchange.scheduler(), recorder);
        };
    try (Listening server = start(handler);
        WireClient client = WireClient.connect(server.address())) {
      assertThat(client.upgrade("/").status()).isEqualTo(101);
      HostContractRecorder recorder = take(recorders);
      assertThat(recorder.next()).isEqualTo("open");
      conversation.accept(client, recorder);
    }
  }

  private static <T> T take(BlockingQueue<T> queue) {
    try {
      T taken = queue.poll(20, TimeUnit.SECONDS);
      assertThat(taken).isNotNull();
      return taken;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  default void aTextComesBackAsAText() {
    talk(
        scheduler -> new HostContractRecorder(scheduler).echoing(),
        (client, host) -> {
          WireClient.Frame frame = client.sendText("grüße").frame();
          assertThat(frame.opcode()).isEqualTo(1);
          assertThat(frame.text()).isEqualTo("grüße");
          assertThat(host.next()).isEqualTo("text grüße");
        });
  }

  @Test
  default void binaryDataComesBackAsBinaryData() {
    talk(
        scheduler -> new HostContractRecorder(scheduler).echoing(),
        (client, host) -> {
          WireClient.Frame frame = client.sendFrame(0x82, (byte) 0, (byte) -1, (byte) 4).frame();
          assertThat(frame.opcode()).isEqualTo(2);
          assertThat(frame.payload()).containsExactly(0, -1, 4);
        });
  }

  @Test
  default void fragmentsBecomeOneMessageAndAPingMayComeBetween() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          client.sendFrame(0x01, bytes("one "));
          assertThat(client.sendFrame(0x89, bytes("?")).frame().text()).isEqualTo("?");
          client.sendFrame(0x00, bytes("two ")).sendFrame(0x80, bytes("three"));
          assertThat(host.next()).isEqualTo("text one two three");
        });
  }

  @Test
  default void bytesThatFollowTheRequestAtOnceAreNotLost() {
    BlockingQueue<HostContractRecorder> recorders = new LinkedBlockingQueue<>();
    HttpHandler slow =
        exchange -> {
          HostContractRecorder recorder = new HostContractRecorder(exchange.scheduler());
          recorders.add(recorder);
          ForkJoinPool.commonPool()
              .execute(
                  () ->
                      ((WebSocketUpgrade) exchange)
                          .accept(Headers.create(), TERMS, exchange.scheduler(), recorder));
        };
    try (Listening server = start(slow);
        WireClient client = WireClient.connect(server.address())) {
      client.send(WireClient.handshake("/", "")).sendText("a").sendText("b");
      HostContractRecorder host = take(recorders);
      assertThat(List.of(host.next(), host.next(), host.next()))
          .containsExactly("open", "text a", "text b");
    }
  }

  @Test
  default void tenThousandMessagesComeInTheirOrder() {
    talk(
        scheduler -> new HostContractRecorder(scheduler).echoing(),
        (client, host) -> {
          CompletableFuture<Void> sent =
              CompletableFuture.runAsync(
                  () -> IntStream.range(0, 10_000).forEach(i -> client.sendText("" + i)));
          List<String> echoes = new ArrayList<>();
          IntStream.range(0, 10_000).forEach(i -> echoes.add(client.frame().text()));
          sent.join();
          assertThat(echoes)
              .isEqualTo(IntStream.range(0, 10_000).mapToObj(String::valueOf).toList());
        });
  }

  @Test
  default void theAnswerToTheHandshakeCarriesAllHeaderLines() {
    Headers cookies = Headers.create().add("Set-Cookie", "a=1").add("Set-Cookie", "b=2");
    HttpHandler handler =
        exchange ->
            ((WebSocketUpgrade) exchange)
                .accept(
                    cookies,
                    TERMS,
                    exchange.scheduler(),
                    new HostContractRecorder(exchange.scheduler()));
    try (Listening server = start(handler);
        WireClient client = WireClient.connect(server.address())) {
      assertThat(client.upgrade("/").head())
          .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
          .contains("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n");
    }
  }

  @Test
  default void anUpgradeMayBeRefusedLikeAnyRequest() {
    HttpHandler handler =
        exchange ->
            exchange.respond(new HttpResponse(400, Headers.create(), bytes("Bad request"), true));
    try (Listening server = start(handler);
        WireClient client = WireClient.connect(server.address())) {
      assertThat(client.upgrade("/").text()).isEqualTo("Bad request");
      assertThat(client.untilClosed()).isEmpty();
    }
  }

  @Test
  default void anotherVersionOfTheProtocolIsRefusedByTheHost() {
    BlockingQueue<HostContractRecorder> recorders = new LinkedBlockingQueue<>();
    HttpHandler handler =
        exchange -> {
          HostContractRecorder recorder = new HostContractRecorder(exchange.scheduler());
          recorders.add(recorder);
          ((WebSocketUpgrade) exchange)
              .accept(Headers.create(), TERMS, exchange.scheduler(), recorder);
        };
    try (Listening server = start(handler);
        WireClient client = WireClient.connect(server.address())) {
      client.send(WireClient.handshake("/", "").replace("Version: 13", "Version: 12"));
      WireClient.Response response = client.response();
      assertThat(response.status()).isIn(400, 426);
      assertThat(response.header("Sec-WebSocket-Version")).startsWith("13");
      assertThat(take(recorders).next()).isEqualTo("close 1006");
    }
  }

  @Test
  default void aCloseOfTheClientIsAnsweredAndTold() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          assertThat(client.sendClose(4001).frame().closeCode()).isEqualTo(4001);
          assertThat(client.untilClosed()).isEmpty();
          assertThat(host.next()).isEqualTo("close 4001");
          assertThat(host.error()).isNull();
        });
  }

  @Test
  default void aCloseWithoutACodeIsToldAs1005() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          assertThat(client.sendFrame(0x88).frame().payload()).isEmpty();
          assertThat(host.next()).isEqualTo("close 1005");
        });
  }

  @Test
  default void aConnectionThatEndsWithoutACloseIsToldAs1006() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          client.close();
          assertThat(host.next()).isEqualTo("close 1006");
        });
  }

  @Test
  default void aCloseOfTheServerFollowsWhatWasQueuedAndAwaitsTheAnswer() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          host.onThread(
              connection -> {
                connection.send(HostContractRecorder.text("last words"));
                connection.close(4002);
              });
          assertThat(client.frame().text()).isEqualTo("last words");
          assertThat(client.frame().closeCode()).isEqualTo(4002);
          client.sendClose(4002);
          assertThat(host.next()).isEqualTo("close 4002");
          assertThat(client.untilClosed()).isEmpty();
        });
  }

  @Test
  default void anAbortNeedsNoHandshake() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          host.onThread(WebSocketConnection::abort);
          assertThat(client.untilClosed()).isEmpty();
          assertThat(host.next()).isEqualTo("close 1006");
        });
  }

  @Test
  default void aMessageAsLargeAsTheLimitIsTaken() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          client.sendFrame(0x82, new byte[MAX_MESSAGE]);
          assertThat(host.next()).isEqualTo("binary " + MAX_MESSAGE);
        });
  }

  @Test
  default void aMessageAboveTheLimitEndsTheWebSocketWith1009() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          client.sendFrame(0x82, new byte[MAX_MESSAGE + 1]);
          assertThat(client.frame().closeCode()).isEqualTo(1009);
          assertThat(host.next()).isEqualTo("close 1006");
          assertThat(host.error()).hasMessageContaining("" + MAX_MESSAGE);
        });
  }

  @Test
  default void fragmentsThatAreTogetherAboveTheLimitEndTheWebSocketWith1009() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          client.sendFrame(0x02, new byte[MAX_MESSAGE]).sendFrame(0x80, new byte[1]);
          assertThat(client.frame().closeCode()).isEqualTo(1009);
        });
  }

  @Test
  default void everythingHappensOnTheSchedulerOfAnotherConnection() {
    BlockingQueue<HostContractRecorder> recorders = new LinkedBlockingQueue<>();
    CompletableFuture<Scheduler> first = new CompletableFuture<>();
    HttpHandler allOnTheFirstOnesThread =
        exchange -> {
          first.complete(exchange.scheduler());
          HostContractRecorder recorder = new HostContractRecorder(first.join()).echoing();
          recorders.add(recorder);
          ((WebSocketUpgrade) exchange).accept(Headers.create(), TERMS, first.join(), recorder);
        };
    try (Listening server = start(allOnTheFirstOnesThread)) {
      // Enough connections that some of them begin on each thread of the host.
      for (int i = 0; i < 16; i++) {
        try (WireClient client = WireClient.connect(server.address())) {
          client.send(WireClient.handshake("/", "")).sendText("early");
          assertThat(client.response().status()).isEqualTo(101);
          assertThat(client.frame().text()).isEqualTo("early");
          assertThat(client.sendText("late").frame().text()).isEqualTo("late");
          client.sendClose(1000);
          HostContractRecorder host = take(recorders);
          assertThat(List.of(host.next(), host.next(), host.next(), host.next()))
              .containsExactly("open", "text early", "text late", "close 1000");
        }
      }
    }
  }

  @Test
  default void everythingHappensOnASchedulerThatIsNotTheHosts() {
    BlockingQueue<HostContractRecorder> recorders = new LinkedBlockingQueue<>();
    try (HostContractThread foreign = new HostContractThread()) {
      HttpHandler handler =
          exchange -> {
            HostContractRecorder recorder = new HostContractRecorder(foreign).echoing();
            recorders.add(recorder);
            ((WebSocketUpgrade) exchange).accept(Headers.create(), TERMS, foreign, recorder);
          };
      try (Listening server = start(handler);
          WireClient client = WireClient.connect(server.address())) {
        client.upgrade("/");
        assertThat(client.sendText("hello").frame().text()).isEqualTo("hello");
        client.sendClose(1000);
        HostContractRecorder host = take(recorders);
        assertThat(List.of(host.next(), host.next(), host.next()))
            .containsExactly("open", "text hello", "close 1000");
      }
    }
  }

  @Test
  default void whatIsSentAtTheOpeningFollowsTheHandshake() {
    talk(
        scheduler ->
            new HostContractRecorder(scheduler)
                .onOpen(
                    connection -> {
                      connection.send(HostContractRecorder.text("welcome"));
                      connection.flush();
                    }),
        (client, host) -> assertThat(client.frame().text()).isEqualTo("welcome"));
  }

  @Test
  default void aPrefixStandsBeforeTheData() {
    Frame frame = new Frame('4', RawData.text("hello"), false, false);
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          host.onThread(
              connection -> {
                connection.send(frame);
                connection.flush();
              });
          assertThat(client.frame().text()).isEqualTo("4hello");
        });
  }

  @Test
  default void aSharedFrameMayBeSentAgainAndAgain() {
    Frame small = new Frame('4', RawData.text("x".repeat(200)), false, true);
    Frame large = new Frame('4', RawData.text("y".repeat(70_000)), false, true);
    List<Frame> frames = List.of(small, small, large, small, large, large, small);
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          host.onThread(
              connection -> {
                frames.forEach(connection::send);
                connection.flush();
              });
          assertThat(frames).allMatch(frame -> client.frame().text().equals(frame.toString()));
        });
  }

  @Test
  default void readingGoesOnWhereItWasStopped() {
    talk(
        HostContractRecorder::new,
        (client, host) -> {
          host.onThread(connection -> connection.setReadable(false));
          IntStream.range(0, 100).forEach(i -> client.sendText("" + i));
          host.onThread(connection -> connection.setReadable(true));
          assertThat(IntStream.range(0, 100).mapToObj(i -> host.next()).toList())
              .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "text " + i).toList());
        });
  }

  @Test
  default void aConnectionThatNobodyReadsCeasesToBeWritableUntilSomeoneDoes() {
    Frame frame = new Frame(Frame.NO_PREFIX, RawData.binary(new byte[10_000]), false, false);
    BlockingQueue<HostContractRecorder> recorders = new LinkedBlockingQueue<>();
    CompletableFuture<Integer> sent = new CompletableFuture<>();
    Consumer<WebSocketConnection> fill =
        connection -> {
          int count = 0;
          for (; connection.isWritable() && count < 10_000; count++) {
            connection.send(frame);
            connection.flush();
          }
          sent.complete(count);
        };
    HttpHandler handler =
        exchange -> {
          HostContractRecorder recorder =
              new HostContractRecorder(exchange.scheduler()).onOpen(fill);
          recorders.add(recorder);
          ((WebSocketUpgrade) exchange)
              .accept(Headers.create(), TERMS, exchange.scheduler(), recorder);
        };
    try (Listening server = start(handler);
        WireClient client = WireClient.connectSlowly(server.address(), 4096)) {
      client.upgrade("/");
      int count = sent.orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(count).isLessThan(10_000);
      IntStream.range(0, count).forEach(i -> client.frame());
      HostContractRecorder host = take(recorders);
      assertThat(List.of(host.next(), host.next())).containsExactly("open", "writable");
    }
  }
}
