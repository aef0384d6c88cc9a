// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.AdapterContract.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.adapter.RestoredSession;
import dev.sockeye.socketio.adapter.SessionRecovery;
import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the server expects of an {@code Adapter} that restores clients, on the node they knew. */
public interface AdapterRecoveryContract extends AdapterContract {
  @Test
  default void aNamespaceThatDoesNotWantRecoveryHasNone() {
    assertThat(new Fixture(this).adapter.recovery()).isEmpty();
  }

  @Test
  default void aSessionComesBackAsItWas() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.lose(lobby.ann);
    SocketSession back = lobby.restore(lobby.start).orElseThrow().session();
    assertThat(back.id()).isEqualTo("ann");
    assertThat(back.rooms()).containsExactly("ann", "a");
    assertThat(back.data()).isEqualTo(Map.of("name", "Ann"));
  }

  @Test
  default void aSessionComesBackOnce() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.lose(lobby.ann);
    lobby.restore(lobby.start);
    assertThat(lobby.restore(lobby.start)).isEmpty();
  }

  @Test
  default void aSessionThatWasGivenBackMayBeRestoredAgain() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.lose(lobby.ann);
    done(lobby.restore(lobby.start).orElseThrow().giveBack());
    assertThat(lobby.restore(lobby.start)).isPresent();
  }

  @Test
  default void anUnknownSessionDoesNotComeBack() throws Exception {
    Lobby lobby = new Lobby(this);
    assertThat(lobby.restore(lobby.start)).isEmpty();
  }

  @Test
  default void anOffsetThatIsNoneBringsNothingBack() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.lose(lobby.ann);
    assertThat(lobby.restore("garbage")).isEmpty();
  }

  @Test
  default void whatWasMissedIsHandedOverInOrder() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.lose(lobby.ann);
    lobby.broadcast("1", Set.of("a"), Set.of());
    lobby.broadcast("2", Set.of(), Set.of());
    lobby.broadcast("3", Set.of("ann", "a"), Set.of());
    assertThat(lobby.missedSince(lobby.start)).containsExactly("1", "2", "3");
  }

  @Test
  default void whatOthersGotIsNotHandedOver() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.lose(lobby.ann);
    lobby.broadcast("to others", Set.of("b"), Set.of());
    lobby.broadcast("not to the room", Set.of(), Set.of("a"));
    lobby.broadcast("not to ann", Set.of("a"), Set.of("ann"));
    assertThat(lobby.missedSince(lobby.start)).isEmpty();
  }

  @Test
  default void whatCameBeforeTheOffsetIsNotHandedOver() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.broadcast("1", Set.of("a"), Set.of());
    String offset = lobby.offsetOfTheLastEvent();
    lobby.broadcast("2", Set.of("a"), Set.of());
    lobby.lose(lobby.ann);
    assertThat(lobby.missedSince(offset)).containsExactly("2");
  }

  @Test
  default void withoutAnOffsetAllIsHandedOver() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.broadcast("1", Set.of("a"), Set.of());
    lobby.lose(lobby.ann);
    lobby.broadcast("2", Set.of("a"), Set.of());
    assertThat(lobby.missedSince(null)).containsExactly("1", "2");
  }

  @Test
  default void whatIsVolatileIsNotKept() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.lose(lobby.ann);
    BroadcastFlags flags = BroadcastFlags.DEFAULTS.withVolatile();
    Packet event = lobby.fixture.event("gone");
    done(lobby.fixture.adapter.broadcast(event, new BroadcastOptions(Set.of(), Set.of(), flags)));
    assertThat(lobby.missedSince(lobby.start)).isEmpty();
  }

  @Test
  default void whatIsSentToALostSocketIsKept() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.lose(lobby.ann);
    Packet event = lobby.fixture.event("hi");
    done(lobby.recovery.send(lobby.ann, event, BroadcastFlags.DEFAULTS));
    assertThat(lobby.missedSince(lobby.start)).containsExactly("hi");
  }

  @Test
  default void whoIsBackIsInItsRooms() throws Exception {
    Lobby lobby = new Lobby(this);
    lobby.lose(lobby.ann);
    LocalSocket again = new FakeSocket("ann", lobby.fixture.log::add);
    done(lobby.restore(lobby.start).orElseThrow().resume(again, missed -> {}));
    assertThat(lobby.fixture.adapter.socketRooms(again)).containsExactly("ann", "a");
    lobby.broadcast("hi", Set.of("a"), Set.of());
    assertThat(lobby.fixture.log).containsExactly("hi to ann");
  }

  /** A namespace in which clients are restored, with a client that may be lost. */
  final class Lobby {
    final Fixture fixture;
    final SessionRecovery recovery;
    final String start;
    final LocalSocket ann;

    Lobby(AdapterRecoveryContract contract) throws Exception {
      fixture = new Fixture(contract, RecoveryOptions.defaults());
      recovery = fixture.adapter.recovery().orElseThrow();
      start = recovery.offset();
      ann = fixture.join("ann", "ann", "a");
    }

    void lose(LocalSocket socket) throws Exception {
      Set<String> rooms = fixture.adapter.socketRooms(socket);
      Map<String, Object> data = Map.of("name", "Ann");
      done(
          recovery.persistSession(
              socket, new SocketSession(socket.id(), "secret", rooms, data, start)));
      done(fixture.adapter.delAll(socket));
    }

    void broadcast(String event, Set<String> rooms, Set<String> except) throws Exception {
      fixture.broadcast(event, rooms, except);
    }

    /** What its clients remember of it. */
    String offsetOfTheLastEvent() {
      return String.valueOf(fixture.lastArgument);
    }

    Optional<RestoredSession> restore(@Nullable String offset) throws Exception {
      return done(recovery.restoreSession("secret", offset));
    }

    /** The names of the events that a client has missed. */
    List<String> missedSince(@Nullable String offset) throws Exception {
      List<EncodedPacket> missed = new ArrayList<>();
      LocalSocket again = new FakeSocket("ann", fixture.log::add);
      done(restore(offset).orElseThrow().resume(again, missed::addAll));
      return missed.stream().map(Lobby::nameOf).toList();
    }

    private static String nameOf(EncodedPacket packet) {
      String text = StandardCharsets.UTF_8.decode(packet.first().duplicate()).toString();
      return text.substring(1, text.indexOf(',')); // the fixture writes [name, offset]
    }
  }
}
