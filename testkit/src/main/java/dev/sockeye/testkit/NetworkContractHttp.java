// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.BadResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The HTTP half of {@link NetworkContract}. */
public interface NetworkContractHttp extends NetworkContractStart {
  @Test
  default void aRequestSaysWhomItIsForAndWhatTheCallerAdds() throws Exception {
    BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    talk(
        server -> {
          heads.add(server.head());
          server.ok("hello");
        },
        peer -> assertThat(peer.get("/path/?EIO=4").next()).isEqualTo("200 hello"));
    String head = heads.take();
    assertThat(head).startsWith("GET /path/?EIO=4 HTTP/1.1\r\n").contains("\r\nAccept: */*\r\n");
    assertThat(WireServer.Peer.header(head, "Host")).matches("localhost:\\d+");
    assertThat(WireServer.Peer.header(head, "Content-Length")).isEmpty();
  }

  @Test
  default void aPostCarriesItsBody() {
    talk(
        server -> server.ok(server.request().replaceAll("(?s).*\r\n\r\n", "")),
        peer -> assertThat(peer.post("/", "4hello").next()).isEqualTo("200 4hello"));
  }

  @Test
  default void anEmptyBodyHasTheLength0() {
    talk(
        server -> server.ok(WireServer.Peer.header(server.head(), "Content-Length")),
        peer -> assertThat(peer.post("/", "").next()).isEqualTo("200 0"));
  }

  @Test
  default void aLargeBodyLeavesWhole() {
    talk(
        server -> server.ok(String.valueOf(server.request().length() > 1_000_000)),
        peer -> assertThat(peer.post("/", "x".repeat(1_000_000)).next()).isEqualTo("200 true"));
  }

  @Test
  default void theChunksOfABodyArePutTogether() {
    talk(
        server -> {
          server.head();
          server.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          server.say("3\r\nabc\r\n").say("2;x=y\r\nde\r\n").say("0\r\nTrailer: 1\r\n\r\n");
        },
        peer -> assertThat(peer.get("/").next()).isEqualTo("200 abcde"));
  }

  @Test
  default void aBodyMayEndWithTheConnection() {
    talk(
        server -> {
          server.head();
          server.say("HTTP/1.1 200 OK\r\n\r\nuntil here");
        },
        peer -> assertThat(peer.get("/").next()).isEqualTo("200 until here"));
  }

  @Test
  default void aStatusMayHaveNoBody() {
    talk(
        server -> {
          server.head();
          server.say("HTTP/1.1 204 No Content\r\n\r\n").awaitEnd();
        },
        peer -> assertThat(peer.get("/").next()).isEqualTo("204"));
  }

  @Test
  default void anInterimResponseIsNone() {
    talk(
        server -> {
          server.head();
          server.say("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n").ok("late");
        },
        peer -> assertThat(peer.get("/").next()).isEqualTo("200 late"));
  }

  @Test
  default void aRedirectIsAResponse() {
    talk(
        server -> {
          server.head();
          server.say("HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");
        },
        peer -> {
          NetworkRecorder recorder = peer.get("/");
          assertThat(recorder.next()).isEqualTo("302");
          assertThat(recorder.headers().first("location")).contains("/other");
        });
  }

  @Test
  default void theLinesOfAHeaderStayApart() {
    talk(
        server -> {
          server.head();
          server.say(
              "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nContent-Length: 0\r\n\r\n");
        },
        peer -> {
          NetworkRecorder recorder = peer.get("/");
          recorder.next();
          assertThat(recorder.headers().all("Set-Cookie")).containsExactly("a=1", "b=2");
        });
  }

  @Test
  default void aBodyIsBinaryIfItsTypeSaysSo() {
    talk(
        server -> {
          server.head();
          server.say("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n");
          server.say("Content-Length: 2\r\n\r\n").say((byte) 0, (byte) -1);
        },
        peer -> {
          NetworkRecorder recorder = peer.get("/");
          recorder.next();
          assertThat(recorder.body()).isEqualTo(RawData.binary(new byte[] {0, -1}));
        });
  }

  @Test
  default void oneConnectionServesOneRequestAfterTheOther() {
    AtomicInteger connections = new AtomicInteger();
    talk(
        server -> {
          connections.incrementAndGet();
          while (true) {
            server.ok(server.request().split(" ", 3)[1]);
          }
        },
        peer -> {
          assertThat(peer.get("/1").next()).isEqualTo("200 /1");
          assertThat(peer.post("/2", "x").next()).isEqualTo("200 /2");
          assertThat(peer.get("/3").next()).isEqualTo("200 /3");
        });
    assertThat(connections).hasValue(1);
  }

  @Test
  default void aRequestDoesNotWaitForAnother() {
    talk(
        server -> {
          if (server.request().startsWith("POST")) {
            server.ok("ok");
          } else {
            server.awaitEnd();
          }
        },
        peer -> {
          NetworkRecorder poll = peer.get("/");
          assertThat(peer.post("/", "x").next()).isEqualTo("200 ok");
          assertThat(poll.isEmpty()).isTrue();
        });
  }

  @Test
  default void aConnectionIsNotUsedAgainIfTheServerSaysSo() {
    AtomicInteger connections = new AtomicInteger();
    talk(
        server -> {
          connections.incrementAndGet();
          server.head();
          server.say("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
          server.awaitEnd();
        },
        peer -> {
          assertThat(peer.get("/").next()).isEqualTo("200");
          assertThat(peer.get("/").next()).isEqualTo("200");
        });
    assertThat(connections).hasValue(2);
  }

  /** The first connection serves one request, and is reset by the second one. */
  private static WireServer.Script staleOnce(AtomicInteger connections) {
    return server -> {
      boolean first = connections.incrementAndGet() == 1;
      server.request();
      server.ok("ok");
      server.request();
      if (first) {
        server.reset();
      } else {
        server.ok("never");
      }
    };
  }

  @Test
  default void aGetOnAStaleConnectionIsSentOnceMore() {
    talk(
        staleOnce(new AtomicInteger()),
        peer -> {
          assertThat(peer.get("/").next()).isEqualTo("200 ok");
          assertThat(peer.get("/").next()).isEqualTo("200 ok");
        });
  }

  @Test
  default void aPostOnAStaleConnectionFailsForItMayHaveBeenRead() {
    AtomicInteger connections = new AtomicInteger();
    talk(
        staleOnce(connections),
        peer -> {
          assertThat(peer.get("/").next()).isEqualTo("200 ok");
          NetworkRecorder post = peer.post("/", "x");
          assertThat(post.next()).isEqualTo("failure");
          assertThat(post.error()).isInstanceOf(IOException.class);
        });
    assertThat(connections).hasValue(1);
  }

  @Test
  default void aRequestThatIsGivenUpTellsNothingAndClosesItsConnection() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    talk(
        server -> {
          server.head();
          seen.add("request");
          server.awaitEnd();
          seen.add("end");
        },
        peer -> {
          NetworkRecorder recorder = peer.get("/");
          assertThat(take(seen)).isEqualTo("request");
          recorder.cancel();
          assertThat(take(seen)).isEqualTo("end");
          assertThat(recorder.isEmpty()).isTrue();
        });
  }

  private static String take(BlockingQueue<String> seen) {
    try {
      return seen.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  default void whereNobodyListensTheNetworkHasFailed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (NetworkPeer peer = new NetworkPeer(network(), port)) {
      NetworkRecorder recorder = peer.get("/");
      assertThat(recorder.next()).isEqualTo("failure");
      assertThat(recorder.error()).isInstanceOf(IOException.class);
    }
  }

  @Test
  default void aHostWithoutAnAddressIsNamed() {
    try (NetworkPeer peer = new NetworkPeer(network(), 1).host("nobody.invalid")) {
      NetworkRecorder recorder = peer.get("/");
      assertThat(recorder.next()).isEqualTo("failure");
      assertThat(recorder.error())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("nobody.invalid");
    }
  }

  /** What becomes of a response with some head lines and a body. */
  private NetworkRecorder answered(String lines, byte[] body) {
    NetworkRecorder[] recorder = new NetworkRecorder[1];
    talk(
        server -> {
          server.head();
          server.say("HTTP/1.1 200 OK\r\n" + lines + "\r\n").say(body);
        },
        peer -> {
          recorder[0] = peer.get("/");
          assertThat(recorder[0].next()).matches("(200.*|failure)");
        });
    return recorder[0];
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    }
    return out.toByteArray();
  }

  @Test
  default void aGzippedBodyIsInflated() throws IOException {
    NetworkRecorder recorder =
        answered("Content-Encoding: gzip\r\n", gzip("hello".getBytes(ISO_8859_1)));
    assertThat(recorder.body().text()).isEqualTo("hello");
  }

  @Test
  default void aDeflatedBodyIsInflated() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write("hello".getBytes(ISO_8859_1));
    }
    assertThat(answered("Content-Encoding: deflate\r\n", out.toByteArray()).body().text())
        .isEqualTo("hello");
  }

  @Test
  default void aBombIsNotInflatedBeyondTheLimit() throws IOException {
    NetworkRecorder recorder =
        answered("Content-Encoding: gzip\r\n", gzip(new byte[NetworkPeer.MAX_BYTES + 1]));
    assertThat(recorder.error())
        .isInstanceOf(BadResponseException.class)
        .hasMessageContaining("over the limit of 1000");
  }

  @Test
  default void whatIsNoGzipIsABadResponse() {
    assertThat(answered("Content-Encoding: gzip\r\n", new byte[100]).error())
        .isInstanceOf(BadResponseException.class);
  }

  @Test
  default void aBodyOfTheAllowedSizePasses() {
    assertThat(answered("Content-Length: 1000\r\n", new byte[1000]).body().length())
        .isEqualTo(1000);
  }

  @Test
  default void aLengthOverTheLimitIsABadResponse() {
    assertThat(answered("Content-Length: 1001\r\n", new byte[0]).error())
        .isInstanceOf(BadResponseException.class)
        .hasMessageContaining("maxResponseBytes");
  }

  @Test
  default void aBodyWithoutALengthIsCutOffAtTheLimit() {
    assertThat(answered("", new byte[1001]).error()).isInstanceOf(BadResponseException.class);
  }

  @Test
  default void aBodyThatIsCutShortIsAFailureOfTheNetwork() {
    assertThat(answered("Content-Length: 100\r\n", new byte[99]).error())
        .isInstanceOf(IOException.class);
  }
}
