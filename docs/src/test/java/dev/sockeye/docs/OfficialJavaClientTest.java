// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.client.SocketIoClient;
import dev.sockeye.socketio.server.SocketIoServer;
import io.socket.client.Socket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both sides of docs/coming-from-socket.io-client-java.md do the same. */
@Timeout(60)
class OfficialJavaClientTest {
  private static final List<Object> STORY =
      List.of("connected", "hello 123", 3, "late", "gone", "attempt 1", "connected");

  private final Inbox heard = new Inbox();
  private final SocketIoServer io =
      SocketIoServer.builder()
          .pingInterval(Duration.ofSeconds(2)) // by which the official client notices its loss
          .pingTimeout(Duration.ofSeconds(2))
          .drainTimeout(Duration.ofMillis(1))
          .build();
  private final Listening server =
      io.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  private final URI url = URI.create("http://localhost:" + server.port());
  private final BlockingQueue<dev.sockeye.socketio.server.Socket> sockets =
      new LinkedBlockingQueue<>();

  /** A list for the snippets, and a queue for the test. */
  private static final class Inbox extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
    private final transient BlockingQueue<Object> queue = new LinkedBlockingQueue<>();

    @Override
    public boolean add(Object value) {
      return queue.add(value);
    }

    Object next() throws InterruptedException {
      return queue.poll(30, SECONDS);
    }
  }

  OfficialJavaClientTest() {
    io.onConnection(
        socket -> {
          socket.onRequest("add", int.class, int.class, (a, b) -> a + b);
          socket.emit("chat", Map.of("text", "hello " + socket.handshake().auth().get("token")));
          sockets.add(socket);
        });
  }

  @AfterEach
  void close() {
    io.close().join();
  }

  /** What the snippets hear, up to the connection after a loss. */
  private List<Object> story(Runnable ask, Runnable manage) throws InterruptedException {
    List<Object> story = new ArrayList<>(List.of(heard.next(), heard.next()));
    ask.run();
    // An answer, and one that doesn't come in time: nobody says which is first.
    Stream.of(heard.next(), heard.next())
        .sorted(Comparator.comparing(String::valueOf))
        .forEach(story::add);
    manage.run();
    sockets.take().conn().abort();
    for (int i = 0; i < 3; i++) {
      story.add(heard.next());
    }
    return story;
  }

  @Test
  void theOfficialClientTellsTheStory() throws InterruptedException {
    Socket socket = OfficialJavaClient.connect(url, heard);
    assertThat(
            story(
                () -> OfficialJavaClient.ask(socket, heard),
                () -> OfficialJavaClient.manage(socket, heard)))
        .isEqualTo(STORY);
    socket.disconnect();
  }

  @Test
  void sockeyeTellsTheSameOne() throws InterruptedException {
    SocketIoClient client = OfficialJavaClientHere.connect(url, heard);
    assertThat(
            story(
                () -> OfficialJavaClientHere.ask(client.socket(), heard),
                () -> OfficialJavaClientHere.manage(client, client.socket(), heard)))
        .isEqualTo(STORY);
    client.close();
  }
}
