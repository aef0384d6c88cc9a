// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Open loop, like a game: everybody tells the others in a room of six a few times a second. A
 * message's latency counts from when it was due, whether or not the generator was in time (no
 * coordinated omission).
 */
final class RoomsWorkload implements Workload {
  static final int ROOM = 6;

  private static final int PER_SECOND = 5;

  /** A player's messages that can be told apart: those of {@code SLOTS / PER_SECOND} seconds. */
  private static final int SLOTS = 20;

  private static final int FIRST_ID = 100_000;
  private static final int ID_OFFSET = "42[\"move\",{\"id\":".length();

  private final Load load;
  private final int players;
  private final Links links;
  private final List<Player> joined = new ArrayList<>();
  private int connected;
  private long startedAt;
  private long sent;
  private long missing;
  private @Nullable ScheduledFuture<?> ticks;

  RoomsWorkload(Load load, int rooms) {
    this.load = load;
    this.players = rooms * ROOM;
    this.links = new Links(load, players, () -> new Player(connected++));
  }

  @Override
  public void open() {
    links.open();
  }

  @Override
  public boolean isOpen() {
    return joined.size() == players;
  }

  @Override
  public void begin() {
    joined.sort((one, other) -> Integer.compare(one.number, other.number));
    startedAt = System.nanoTime();
    ticks =
        load.generator()
            .loop()
            .scheduleAtFixedRate(this::sendWhatIsDue, 1, 1, TimeUnit.MILLISECONDS);
  }

  private void sendWhatIsDue() {
    long interval = TimeUnit.SECONDS.toNanos(1) / ((long) players * PER_SECOND);
    long due = (System.nanoTime() - startedAt) / interval;
    for (; sent < due; sent++) {
      joined.get((int) (sent % players)).send(startedAt + sent * interval);
    }
  }

  @Override
  public void stop() {
    if (ticks != null) {
      ticks.cancel(false);
    }
  }

  @Override
  public String missing() {
    return missing == 0 ? "" : missing + " deliveries";
  }

  @Override
  public void close() {
    links.close();
  }

  private final class Player implements WebSocketLink.Listener {
    private final int number;
    private final byte[][] requests = new byte[SLOTS][];
    private final Expected[] moves = new Expected[SLOTS];

    /** When each of the last messages was due. */
    private final long[] dueAt = new long[SLOTS];

    /** What comes next from each of the room: messages of one sender arrive in order. */
    private final int[] next = new int[ROOM];

    private int slot;
    private @Nullable WebSocketLink link;

    Player(int number) {
      this.number = number;
      for (int i = 0; i < SLOTS; i++) {
        String text = Wire.event("move", Note.json(FIRST_ID + number * SLOTS + i));
        requests[i] = Frames.masked(text);
        moves[i] = new Expected(text);
      }
    }

    @Override
    public void ready(WebSocketLink opened) {
      link = opened;
      links.ready();
      opened.send(Frames.masked(Wire.event(Wire.FIRST_ACK, "join", "\"r" + number / ROOM + "\"")));
    }

    void send(long due) {
      if (link != null) {
        dueAt[slot] = due;
        link.send(requests[slot]);
        link.flush();
        slot = (slot + 1) % SLOTS;
        missing += ROOM - 1;
      }
    }

    @Override
    public void message(WebSocketLink from, int opcode, ByteBuf bytes, int offset, int length) {
      if (bytes.getByte(offset + 1) == '3') {
        joined.add(this);
        return;
      }
      int id = length < ID_OFFSET + 6 ? -1 : id(bytes, offset + ID_OFFSET);
      int sender = id / SLOTS;
      if (id < 0 || sender >= players || sender / ROOM != number / ROOM || sender == number) {
        load.meter()
            .fail("a message for somebody else: " + FrameReader.text(bytes, offset, length));
        return;
      }
      received(from, joined.get(sender), id % SLOTS, bytes, offset, length);
    }

    private void received(
        WebSocketLink from, Player sender, int received, ByteBuf bytes, int offset, int length) {
      int place = sender.number % ROOM;
      if (received != next[place] || !sender.moves[received].matches(bytes, offset, length)) {
        load.meter().fail(sender.moves[next[place]].mismatch(bytes, offset, length));
        return;
      }
      next[place] = (received + 1) % SLOTS;
      missing--;
      load.meter().record(from.readAt() - sender.dueAt[received]);
    }

    private static int id(ByteBuf bytes, int offset) {
      int id = 0;
      for (int i = 0; i < 6; i++) {
        id = id * 10 + bytes.getByte(offset + i) - '0';
      }
      return id - FIRST_ID;
    }

    @Override
    public void closed(WebSocketLink closed) {
      links.closed();
    }
  }
}
