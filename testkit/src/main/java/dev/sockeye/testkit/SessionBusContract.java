// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.spi.SessionBus;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link SessionBus} does. */
public interface SessionBusContract {
  /** The bus of one more node of the same cluster. */
  SessionBus bus();

  /** A node that writes down what it hears. */
  final class Node implements SessionBus.Listener {
    private final SessionBus bus;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> losses = new LinkedBlockingQueue<>();

    private Node(SessionBus bus) {
      this.bus = bus;
    }

    /** A node on a bus, which has been started. */
    public static Node start(SessionBus bus, String id) {
      Node node = new Node(bus);
      await(bus.start(id, node));
      return node;
    }

    /** Its bus. */
    public SessionBus bus() {
      return bus;
    }

    /** Sends texts to all. */
    public Node publish(String... texts) {
      for (String text : texts) {
        await(bus.publish(text.getBytes(UTF_8)));
      }
      return this;
    }

    /** Sends a text to one. */
    public Node send(String id, String text) {
      await(bus.send(id, text.getBytes(UTF_8)));
      return this;
    }

    /** Waits for the next text. */
    public String next() {
      return take(heard);
    }

    /** Waits until it is told that messages may be lost. */
    public Throwable nextLoss() {
      return take(losses);
    }

    /** Ends it. */
    public void close() {
      await(bus.close());
    }

    @Override
    public void onMessage(byte[] message) {
      heard.add(new String(message, UTF_8));
    }

    @Override
    public void onLost(Throwable why) {
      losses.add(why);
    }

    private static <T> T take(BlockingQueue<T> queue) {
      try {
        T next = queue.poll(20, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError("nothing came within 20 s");
        }
        return next;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }

    private static void await(CompletionStage<Void> stage) {
      stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
  }

  @Test
  default void whatIsPublishedComesToAllOthersInOrder() {
    Node a = Node.start(bus(), "aaaaaa");
    Node b = Node.start(bus(), "bbbbbb");
    Node c = Node.start(bus(), "cccccc");
    a.publish("1", "2", "3");
    for (Node each : List.of(b, c)) {
      assertThat(List.of(each.next(), each.next(), each.next())).containsExactly("1", "2", "3");
    }
    List.of(a, b, c).forEach(Node::close);
  }

  @Test
  default void whatIsSentToOneNodeComesToThatAlone() {
    Node a = Node.start(bus(), "aaaaaa");
    Node b = Node.start(bus(), "bbbbbb");
    Node c = Node.start(bus(), "cccccc");
    a.send("bbbbbb", "for b").publish("for all");
    assertThat(c.next()).isEqualTo("for all");
    assertThat(List.of(b.next(), b.next())).containsExactlyInAnyOrder("for b", "for all");
    List.of(a, b, c).forEach(Node::close);
  }

  @Test
  default void whatIsSentToOneNodeKeepsItsOrder() {
    Node a = Node.start(bus(), "aaaaaa");
    Node b = Node.start(bus(), "bbbbbb");
    for (int i = 0; i < 100; i++) {
      a.send("bbbbbb", "" + i);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(b.next()).isEqualTo("" + i);
    }
    List.of(a, b).forEach(Node::close);
  }

  @Test
  default void aNodeThatHasLeftHearsNothing() {
    Node a = Node.start(bus(), "aaaaaa");
    Node b = Node.start(bus(), "bbbbbb");
    Node c = Node.start(bus(), "cccccc");
    b.close();
    a.publish("after");
    assertThat(c.next()).isEqualTo("after");
    assertThat(b.heard).isEmpty();
    List.of(a, c).forEach(Node::close);
  }

  @Test
  default void aBusMayBeClosedTwiceOrUnstarted() {
    Node a = Node.start(bus(), "aaaaaa");
    a.close();
    a.close();
    Node.await(bus().close());
  }
}
