// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.WebSocketTerms;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The WebSocket half of {@link NetworkContract}. */
public interface NetworkContractWebSocket extends NetworkContractStart {
  private static Frame text(String text) {
    return new Frame('4', RawData.text(text), false, false);
  }

  /** Sends at once. */
  private static Consumer<WebSocketConnection> sending(Frame... frames) {
    return opened -> {
      List.of(frames).forEach(opened::send);
      opened.flush();
    };
  }

  /** The network's lines of a conversation, after the handshake and up to its end. */
  private void open(WireServer.Script afterwards, Consumer<NetworkRecorder> conversation) {
    talk(
        server -> {
          server.accept(server.head(), "");
          afterwards.run(server);
        },
        peer -> {
          NetworkRecorder recorder = peer.webSocket("/");
          assertThat(recorder.next()).isEqualTo("101");
          assertThat(recorder.next()).isEqualTo("open");
          conversation.accept(recorder);
        });
  }

  private static String take(BlockingQueue<String> queue) {
    try {
      return String.valueOf(queue.poll(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(byte[] frame) {
    return Integer.toHexString(frame[0] & 0xff)
        + " "
        + new String(frame, 1, frame.length - 1, UTF_8);
  }

  @Test
  default void theHandshakeAsksAsTheSpecificationSays() {
    BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    talk(
        server -> {
          heads.add(server.head());
          server.say("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        },
        peer ->
            peer.webSocket(
                    "/a?b=c", new WebSocketTerms(10, false, 0), List.of("x", "y"), opened -> {})
                .next());
    String head = take(heads);
    assertThat(head)
        .startsWith("GET /a?b=c HTTP/1.1\r\n")
        .contains("\r\nCookie: a=1\r\n")
        .doesNotContain("Sec-WebSocket-Extensions");
    assertThat(WireServer.Peer.header(head, "Upgrade")).isEqualTo("websocket");
    assertThat(WireServer.Peer.header(head, "Connection")).isEqualTo("Upgrade");
    assertThat(WireServer.Peer.header(head, "Sec-WebSocket-Version")).isEqualTo("13");
    assertThat(WireServer.Peer.header(head, "Sec-WebSocket-Key")).hasSize(24);
    assertThat(WireServer.Peer.header(head, "Sec-WebSocket-Protocol")).isEqualTo("x, y");
  }

  @Test
  default void whatFollowsTheHandshakeInOneSegmentIsNotLost() {
    talk(
        server -> {
          server.accept(server.head(), "Set-Cookie: a=1\r\n").sendFrame(0x81, "0{}").awaitEnd();
        },
        peer -> {
          NetworkRecorder recorder = peer.webSocket("/");
          assertThat(recorder.next()).isEqualTo("101");
          assertThat(recorder.headers().all("Set-Cookie")).containsExactly("a=1");
          assertThat(recorder.next()).isEqualTo("open");
          assertThat(recorder.next()).isEqualTo("text 0{}");
        });
  }

  @Test
  default void aRefusalIsToldWithItsStatusAndBody() {
    talk(
        server -> {
          server.head();
          server.say("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nX: y\r\n\r\nno");
        },
        peer -> {
          NetworkRecorder recorder = peer.webSocket("/");
          assertThat(recorder.next()).isEqualTo("403 no");
          assertThat(recorder.headers().first("X")).contains("y");
          assertThat(recorder.next()).isEqualTo("close 1006");
          assertThat(recorder.error()).hasMessageContaining("403");
        });
  }

  @Test
  default void ofAnEndlessRefusalTheBeginningIsTold() {
    talk(
        server -> {
          server.head();
          server.say("HTTP/1.1 500 Oops\r\n\r\n");
          while (true) {
            server.say("x".repeat(10_000));
          }
        },
        peer -> {
          NetworkRecorder recorder = peer.webSocket("/");
          assertThat(recorder.next()).matches("500 x+").hasSizeLessThan(100_000);
          assertThat(recorder.next()).isEqualTo("close 1006");
        });
  }

  @Test
  default void anAnswerWithoutTheProofIsNone() {
    talk(
        server -> {
          server.accept(server.head().replaceAll("Key: ..", "Key: AA"), "").awaitEnd();
        },
        peer -> {
          NetworkRecorder recorder = peer.webSocket("/");
          assertThat(recorder.next()).isEqualTo("close 1006");
          assertThat(recorder.error()).hasMessageContaining("Sec-WebSocket-Accept");
        });
  }

  @Test
  default void aSubprotocolOfThoseOfferedIsTaken() {
    talk(
        server -> server.accept(server.head(), "Sec-WebSocket-Protocol: y\r\n").awaitEnd(),
        peer -> {
          NetworkRecorder recorder =
              peer.webSocket(
                  "/", new WebSocketTerms(10, false, 0), List.of("x", "y"), opened -> {});
          assertThat(recorder.next()).isEqualTo("101");
          assertThat(recorder.headers().first("Sec-WebSocket-Protocol")).contains("y");
        });
  }

  @Test
  default void whatWasNotOfferedIsRefused() {
    for (String line :
        List.of(
            "Sec-WebSocket-Protocol: other\r\n",
            "Sec-WebSocket-Extensions: permessage-deflate\r\n")) {
      talk(
          server -> server.accept(server.head(), line).awaitEnd(),
          peer -> {
            NetworkRecorder recorder = peer.webSocket("/");
            assertThat(recorder.next()).isEqualTo("close 1006");
            assertThat(recorder.error()).hasMessageContaining("not offered");
          });
    }
  }

  @Test
  default void messagesLeaveMaskedAndInOrder() {
    BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    open(
        server -> {
          for (int i = 0; i < 3; i++) {
            frames.add(text(server.frame()));
          }
          server.awaitEnd();
        },
        network -> {
          Frame binary = new Frame(Frame.NO_PREFIX, RawData.binary(new byte[] {65}), false, false);
          network.onThread(sending(text("grüße"), binary, text("x".repeat(70_000))));
          assertThat(take(frames)).isEqualTo("81 4grüße");
          assertThat(take(frames)).isEqualTo("82 A");
          assertThat(take(frames)).isEqualTo("81 4" + "x".repeat(70_000));
        });
  }

  @Test
  default void fragmentsBecomeOneMessageAndAPingBetweenIsAnswered() {
    BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    open(
        server -> {
          server.sendFrame(0x01, "one ").sendFrame(0x89, "?").sendFrame(0x80, "two");
          frames.add(text(server.frame()));
          server.awaitEnd();
        },
        network -> {
          assertThat(network.next()).isEqualTo("text one two");
          assertThat(take(frames)).isEqualTo("8a ?");
        });
  }

  @Test
  default void binaryDataArrives() {
    open(
        server -> server.sendFrame(0x82, "\0ab").awaitEnd(),
        network -> assertThat(network.next()).isEqualTo("binary 3"));
  }

  @Test
  default void theServersCloseIsAnsweredAndTold() {
    BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    open(
        server -> {
          server.sendFrame(0x88, "\u0003\u00f3");
          frames.add(text(server.frame()));
        },
        network -> {
          assertThat(network.next()).isEqualTo("close 1011");
          assertThat(network.error()).isNull();
          assertThat(take(frames)).startsWith("88 ");
        });
  }

  @Test
  default void aCloseOfOursWaitsForTheServers() {
    open(
        server -> {
          assertThat(server.frame()[0]).isEqualTo((byte) 0x88);
          server.sendFrame(0x88, "\u0003\u00e8").awaitEnd();
        },
        network -> {
          network.onThread(opened -> opened.close(1000));
          assertThat(network.next()).isEqualTo("close 1000");
          assertThat(network.error()).isNull();
        });
  }

  @Test
  default void aServerThatIsGoneIsAFailureOfTheNetworkOrAnAbnormalEnd() {
    open(
        WireServer.Peer::reset,
        network -> {
          assertThat(network.next()).isEqualTo("close 1006");
          assertThat(network.error()).isInstanceOf(IOException.class);
        });
    open(server -> {}, network -> assertThat(network.next()).isEqualTo("close 1006"));
  }

  @Test
  default void anAbortEndsAtOnce() {
    open(
        WireServer.Peer::awaitEnd,
        network -> {
          network.onThread(WebSocketConnection::abort);
          assertThat(network.next()).isEqualTo("close 1006");
        });
  }

  /** The close code with which the network answers a frame; it tells its listener 1006. */
  private void answers(byte[] frame, int code, String reason) {
    BlockingQueue<String> codes = new LinkedBlockingQueue<>();
    open(
        server -> {
          byte[] close = server.say(frame).frame();
          codes.add(String.valueOf((close[1] & 0xff) << 8 | (close[2] & 0xff)));
        },
        network -> {
          assertThat(network.next()).isEqualTo("close 1006");
          assertThat(network.error()).hasMessageContaining(reason);
          assertThat(take(codes)).isEqualTo(String.valueOf(code));
        });
  }

  @Test
  default void aMessageOverTheLimitIsRefusedByItsHeader() {
    answers(new byte[] {(byte) 0x82, 126, 3, (byte) 0xe9}, 1009, "over the limit of 1000");
  }

  @Test
  default void aTextThatIsNoUtf8IsRefused() {
    answers(new byte[] {(byte) 0x81, 1, (byte) 0xff}, 1007, "UTF-8");
  }

  @Test
  default void aMaskedFrameIsRefused() {
    answers(new byte[] {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 65}, 1002, "masked");
  }

  @Test
  default void garbageIsRefused() {
    byte[] garbage = new byte[100];
    Arrays.fill(garbage, (byte) 0x77);
    answers(garbage, 1002, "reserved");
  }

  @Test
  default void whoStopsReadingGetsNothingUntilItReadsAgain() {
    BlockingQueue<String> signals = new LinkedBlockingQueue<>();
    open(
        server -> {
          server.frame();
          server.sendFrame(0x81, "late");
          signals.add("sent");
          server.awaitEnd();
        },
        network -> {
          network.onThread(opened -> opened.setReadable(false));
          network.onThread(sending(text("go")));
          assertThat(take(signals)).isEqualTo("sent");
          network.onThread(opened -> {});
          assertThat(network.isEmpty()).isTrue();
          network.onThread(opened -> opened.setReadable(true));
          assertThat(network.next()).isEqualTo("text late");
        });
  }

  @Test
  default void aServerThatReadsSlowlyIsWaitedFor() {
    BlockingQueue<String> go = new LinkedBlockingQueue<>();
    open(
        server -> {
          take(go);
          server.awaitEnd();
        },
        network -> {
          network.onThread(
              opened -> {
                while (opened.isWritable()) {
                  sending(text("x".repeat(100_000))).accept(opened);
                }
              });
          go.add("read");
          assertThat(network.next()).isEqualTo("writable");
        });
  }

  @Test
  default void anAttemptThatIsGivenUpTellsNothing() {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    talk(
        server -> {
          server.head();
          seen.add("request");
          server.awaitEnd();
          seen.add("end");
        },
        peer -> {
          NetworkRecorder recorder = peer.webSocket("/");
          assertThat(take(seen)).isEqualTo("request");
          recorder.cancel();
          assertThat(take(seen)).isEqualTo("end");
          assertThat(recorder.isEmpty()).isTrue();
        });
  }
}
