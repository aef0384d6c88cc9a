// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.HandshakeSnapshot;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the server expects of every {@link Adapter}, on the node where the sockets are. */
public interface AdapterContract {
  /** An adapter that has been started; other nodes, if there are any, have no sockets. */
  Adapter adapter(LocalNamespace namespace);

  /** How many nodes there are when {@link #adapter} has returned, this one included. */
  default int servers() {
    return 1;
  }

  @Test
  default void anEventToARoomReachesItsMembers() throws Exception {
    Fixture fixture = new Fixture(this);
    fixture.join("ann", "a");
    fixture.join("bob", "b");
    fixture.broadcast("hi", Set.of("a"), Set.of());
    assertThat(fixture.log).containsExactly("hi to ann");
  }

  @Test
  default void aSocketInTwoRoomsGetsAnEventOnce() throws Exception {
    Fixture fixture = new Fixture(this);
    fixture.join("ann", "a", "b");
    fixture.broadcast("hi", Set.of("a", "b"), Set.of());
    assertThat(fixture.log).containsExactly("hi to ann");
  }

  @Test
  default void noRoomsMeansEverybody() throws Exception {
    Fixture fixture = new Fixture(this);
    fixture.join("ann", "a");
    fixture.join("bob");
    fixture.broadcast("hi", Set.of(), Set.of());
    assertThat(fixture.log).containsExactlyInAnyOrder("hi to ann", "hi to bob");
  }

  @Test
  default void exceptionsWin() throws Exception {
    Fixture fixture = new Fixture(this);
    fixture.join("ann", "a", "muted");
    fixture.join("bob", "a");
    fixture.broadcast("hi", Set.of("a"), Set.of("muted"));
    assertThat(fixture.log).containsExactly("hi to bob");
  }

  @Test
  default void aRoomThatWasLeftIsNotReached() throws Exception {
    Fixture fixture = new Fixture(this);
    LocalSocket ann = fixture.join("ann", "a", "b");
    done(fixture.adapter.del(ann, "a"));
    fixture.broadcast("hi", Set.of("a"), Set.of());
    fixture.broadcast("hi", Set.of("b"), Set.of());
    assertThat(fixture.log).containsExactly("hi to ann");
  }

  @Test
  default void leavingEverythingLeavesNothing() throws Exception {
    Fixture fixture = new Fixture(this);
    LocalSocket ann = fixture.join("ann", "a", "b");
    done(fixture.adapter.delAll(ann));
    fixture.broadcast("hi", Set.of(), Set.of());
    assertThat(fixture.log).isEmpty();
    assertThat(fixture.adapter.socketRooms(ann)).isEmpty();
    assertThat(fixture.adapter.sockets(BroadcastOptions.room("b"))).isEmpty();
  }

  @Test
  default void roomsStandInTheOrderOfTheJoins() throws Exception {
    Fixture fixture = new Fixture(this);
    LocalSocket ann = fixture.join("ann", "z", "a");
    done(fixture.adapter.addAll(ann, Set.of("m")));
    assertThat(fixture.adapter.socketRooms(ann)).containsExactly("z", "a", "m");
  }

  @Test
  default void broadcastsKeepTheOrderOfTheCalls() throws Exception {
    Fixture fixture = new Fixture(this);
    fixture.join("ann", "a");
    for (int i = 0; i < 5; i++) {
      fixture.broadcast("n" + i, Set.of("a"), Set.of());
    }
    assertThat(fixture.log)
        .containsExactly("n0 to ann", "n1 to ann", "n2 to ann", "n3 to ann", "n4 to ann");
  }

  @Test
  default void answersAndTheNumberOfClientsComeBack() throws Exception {
    Fixture fixture = new Fixture(this);
    fixture.join("ann", "a");
    fixture.join("bob", "a");
    List<String> answers = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    CompletionStage<Integer> missing =
        fixture.adapter.broadcastWithAck(
            fixture.event("ask"),
            BroadcastOptions.room("a"),
            counts::add,
            (id, answer) -> answers.add(id + " answers " + answer.size()));
    assertThat(done(missing)).isZero();
    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
    assertThat(answers).containsExactlyInAnyOrder("ann answers 0", "bob answers 0");
  }

  @Test
  default void nobodyToAskIsAnsweredAtOnce() throws Exception {
    Fixture fixture = new Fixture(this);
    CompletionStage<Integer> missing =
        fixture.adapter.broadcastWithAck(
            fixture.event("ask"), BroadcastOptions.room("a"), count -> {}, (id, answer) -> {});
    assertThat(done(missing)).isZero();
  }

  @Test
  default void socketsAreDescribed() throws Exception {
    Fixture fixture = new Fixture(this);
    fixture.join("ann", "a");
    fixture.join("bob", "b");
    assertThat(done(fixture.adapter.fetchSockets(BroadcastOptions.room("b"))))
        .extracting(SocketSnapshot::id)
        .containsExactly("bob");
  }

  @Test
  default void socketsAreMovedAndDisconnected() throws Exception {
    Fixture fixture = new Fixture(this);
    fixture.join("ann", "a");
    fixture.join("bob", "b");
    BroadcastOptions a = BroadcastOptions.room("a");
    done(fixture.adapter.addSockets(a, Set.of("x")));
    done(fixture.adapter.delSockets(a, Set.of("y")));
    done(fixture.adapter.disconnectSockets(a, true));
    assertThat(fixture.log)
        .containsExactly("ann joins [x]", "ann leaves [y]", "ann disconnects true");
  }

  @Test
  default void theServersAreCounted() throws Exception {
    assertThat(done(new Fixture(this).adapter.serverCount())).isEqualTo(servers());
  }

  @Test
  default void theOtherServersAnswer() throws Exception {
    assertThat(done(new Fixture(this).adapter.serverSideEmit(List.of("hi", 1), true)))
        .hasSize(servers() - 1);
  }

  static <T> T done(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /** A namespace that writes down what the adapter does with it. */
  final class Fixture extends RecordingNamespace {
    /** What happened, in order. */
    final List<String> log = new ArrayList<>();

    /** The last argument of the event that was delivered last; null before the first. */
    volatile @Nullable Object lastArgument;

    final Adapter adapter;

    Fixture(AdapterContract contract) {
      this(contract, null);
    }

    Fixture(AdapterContract contract, @Nullable RecoveryOptions recovery) {
      super("/", recovery);
      adapter = contract.adapter(this);
    }

    LocalSocket join(String id, String... rooms) throws Exception {
      LocalSocket socket = new FakeSocket(id, log::add);
      done(adapter.addAll(socket, List.of(rooms)));
      return socket;
    }

    void broadcast(String event, Set<String> rooms, Set<String> except) throws Exception {
      done(
          adapter.broadcast(
              event(event), new BroadcastOptions(rooms, except, BroadcastFlags.DEFAULTS)));
    }

    Packet event(String name) {
      return Packet.event(name(), Packet.NO_ID, List.of(name));
    }

    @Override
    public EncodedPacket deliver(
        Packet packet, BroadcastFlags flags, Collection<LocalSocket> targets) {
      for (LocalSocket target : targets) {
        log.add(nameOf(packet.data()) + " to " + target.id());
      }
      if (packet.data() instanceof List<?> data) {
        lastArgument = data.get(data.size() - 1);
      }
      return new EncodedPacket(UTF_8.encode(String.valueOf(packet.data())), false, List.of());
    }

    private static @Nullable Object nameOf(@Nullable Object data) {
      return data instanceof List<?> list ? list.get(0) : data;
    }
  }

  /**
   * A socket that writes down what is done to it.
   *
   * @param id its id
   * @param log where it writes
   */
  record FakeSocket(String id, Consumer<String> log) implements LocalSocket {
    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public SocketSnapshot snapshot() {
      return new SocketSnapshot(
          id,
          new HandshakeSnapshot(
              Map.of(), "now", "127.0.0.1", false, false, 0, "/", Map.of(), Map.of()),
          Set.of(id),
          Map.of());
    }

    @Override
    public void join(Collection<String> rooms) {
      log.accept(id + " joins " + rooms);
    }

    @Override
    public void leave(Collection<String> rooms) {
      log.accept(id + " leaves " + rooms);
    }

    @Override
    public void disconnect(boolean close) {
      log.accept(id + " disconnects " + close);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }
}
