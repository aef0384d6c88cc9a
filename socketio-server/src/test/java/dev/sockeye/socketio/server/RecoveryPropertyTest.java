// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients that are lost at any moment, with or without what was on its way to them, get each event
 * once and in order. The seed is the name of the test.
 */
class RecoveryPropertyTest {
  private static final int STEPS = 80;
  private static final List<String> ROOMS = List.of("a", "b", "c");

  private final TestServer server = ReturningClient.server(options -> options, builder -> {});
  private final List<Member> members =
      IntStream.range(0, 4).mapToObj(i -> new Member(server)).toList();

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyMissesAnEventOrGetsItTwice(long seed) {
    Random random = new Random(seed);
    for (int event = 0; event < STEPS; event++) {
      Member member = members.get(random.nextInt(members.size()));
      switch (random.nextInt(12)) {
        case 0 -> member.join(random(random, ROOMS));
        case 1 -> member.leave(random(random, ROOMS));
        case 2 -> member.read();
        case 3, 4 -> member.drop();
        case 5, 6 -> member.comeBack();
        case 7 -> server.io.asVolatile().emit("volatile", event);
        case 8 -> server.io.emitWithAck("ask", event);
        case 9 -> member.send(event);
        default -> broadcast(random, event);
      }
    }
    for (Member member : members) {
      member.comeBack();
      member.read();
      assertThat(member.heard).isEqualTo(member.expected);
    }
  }

  private void broadcast(Random random, int event) {
    Set<String> rooms = new LinkedHashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      rooms.add(random(random, ROOMS));
    }
    String except = random.nextBoolean() ? random(random, ROOMS) : members.get(0).client.id;
    server.io.to(rooms.toArray(new String[0])).except(except).emit("event", event);
    for (Member member : members) {
      boolean isIn = rooms.isEmpty() || rooms.stream().anyMatch(member.rooms::contains);
      if (isIn && !member.rooms.contains(except)) {
        member.expected.add("42[\"event\"," + event + "]");
      }
    }
  }

  private static String random(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** A client, what it should have heard, and what it has. */
  private static final class Member {
    final TestServer server;
    final ReturningClient client;
    final Set<String> rooms = new LinkedHashSet<>();
    final List<String> expected = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    final Socket first;
    Socket socket;
    boolean isAway;

    Member(TestServer server) {
      this.server = server;
      this.client = new ReturningClient(server);
      this.first = server.io.of("/").socket(client.id).orElseThrow();
      this.socket = first;
      rooms.add(client.id);
    }

    void join(String room) {
      if (!isAway) {
        socket.join(room);
        rooms.add(room);
      }
    }

    /** Who leaves a room doesn't get what it may have missed there. */
    void leave(String room) {
      if (!isAway) {
        read();
        socket.leave(room);
        rooms.remove(room);
      }
    }

    void send(int event) {
      (event % 2 == 0 ? first : socket).emit("event", event);
      expected.add("42[\"event\"," + event + "]");
    }

    void read() {
      if (!isAway) {
        hear(client.received());
      }
    }

    void drop() {
      if (!isAway) {
        client.dropUnread();
        isAway = true;
      }
    }

    /** Also where the server hasn't noticed that the client was lost. */
    void comeBack() {
      hear(client.comeBack());
      assertThat(client.recovered).isTrue();
      socket = server.io.of("/").socket(client.id).orElseThrow();
      isAway = false;
    }

    private void hear(List<String> received) {
      received.stream().filter(event -> event.startsWith("42[\"event\"")).forEach(heard::add);
    }
  }
}
