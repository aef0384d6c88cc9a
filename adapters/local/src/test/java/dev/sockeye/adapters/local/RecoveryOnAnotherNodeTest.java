// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.PeerSocket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A client loses its connection to one node and comes back to another. */
class RecoveryOnAnotherNodeTest {
  private static final Pattern IDS =
      Pattern.compile("\"sid\":\"([A-Za-z0-9_-]{20})\",\"pid\":\"([A-Za-z0-9_-]{20})\"");

  // What the nodes tell each other is delivered where it is sent, so nothing has to be waited for.
  private final LocalCluster cluster = LocalCluster.create().on(Runnable::run);
  private final Node one = new Node();
  private final Node two = new Node();

  /** A server without threads. */
  private final class Node {
    final SocketIoServer io =
        SocketIoServer.builder()
            .adapter(cluster.adapter())
            .connectionStateRecovery(RecoveryOptions.defaults())
            .dispatch(Dispatch.ioThread())
            .build();
    final LocalHost host = LocalHost.of(io.engine());

    Node() {
      io.onConnection(socket -> socket.join("r"));
    }

    PeerSocket connect(String packet) {
      PeerSocket client = host.peer().openWebSocket();
      client.send(packet);
      host.runPending();
      return client;
    }

    void emit(String event) {
      io.to("r").emit(event);
      one.host.runPending();
      two.host.runPending();
    }
  }

  private static Matcher ids(List<String> received) {
    Matcher ids = IDS.matcher(String.join("\n", received));
    assertThat(ids.find()).as(received.toString()).isTrue();
    return ids;
  }

  private static String last(List<String> received) {
    String event = received.get(received.size() - 1);
    return event.substring(event.lastIndexOf(",\"") + 2, event.length() - 2);
  }

  @Test
  void itIsTheSameSocketAndGetsWhatItMissed() {
    PeerSocket client = one.connect("40");
    Matcher before = ids(client.received());
    two.emit("1");
    String offset = last(client.received());
    client.drop();
    one.host.runPending();
    two.emit("2");
    one.emit("3");
    List<String> back =
        two.connect("40{\"pid\":\"" + before.group(2) + "\",\"offset\":\"" + offset + "\"}")
            .received();
    assertThat(ids(back).group(1)).isEqualTo(before.group(1));
    assertThat(back.stream().filter(m -> m.startsWith("42")).map(m -> m.substring(4, 5)))
        .containsExactly("2", "3");
  }

  @Test
  void whoGotNothingYetComesBackToo() {
    PeerSocket client = one.connect("40");
    Matcher before = ids(client.received());
    client.drop();
    one.host.runPending();
    two.emit("1");
    List<String> back = two.connect("40{\"pid\":\"" + before.group(2) + "\"}").received();
    assertThat(ids(back).group(1)).isEqualTo(before.group(1));
  }

  @Test
  void aSessionIsGoneOnceItWasTaken() {
    PeerSocket client = one.connect("40");
    Matcher before = ids(client.received());
    client.drop();
    one.host.runPending();
    String again = "40{\"pid\":\"" + before.group(2) + "\"}";
    two.connect(again);
    assertThat(ids(one.connect(again).received()).group(1)).isNotEqualTo(before.group(1));
  }
}
