// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.ClusterTimer;
import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusHistory;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One node's place in a {@link LocalCluster}, for one namespace. */
final class LocalBus implements Bus, BusHistory {
  private static final int MAX_DIGITS = 18;

  private final LocalChannel channel;
  private final LocalSessions sessions;
  private final boolean counts;
  private final String uid;
  private final ClusterMessageCodec codec;
  private final ClusterTimer timer;

  /** The number of the last message that was dealt with. Written by who delivers. */
  private volatile long seen;

  LocalBus(
      LocalChannel channel,
      LocalSessions sessions,
      boolean counts,
      String uid,
      ClusterMessageCodec codec,
      ClusterTimer timer) {
    this.channel = channel;
    this.sessions = sessions;
    this.counts = counts;
    this.uid = uid;
    this.codec = codec;
    this.timer = timer;
    this.seen = channel.last();
  }

  @Override
  public CompletionStage<Void> start(BusListener listener) {
    seen = channel.join(uid, new Reception(listener));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> close() {
    return channel.leave(uid);
  }

  @Override
  public void publish(Envelope envelope, PublishCallback callback) {
    channel.publish(uid, codec.encode(envelope), new Reply(callback));
  }

  private Optional<String> offset(long number) {
    return number > 0 && channel.hasHistory()
        ? Optional.of(Long.toString(number))
        : Optional.empty();
  }

  /** Tells how a publication went. */
  private final class Reply implements LocalChannel.Sender {
    private final PublishCallback callback;

    Reply(PublishCallback callback) {
      this.callback = callback;
    }

    @Override
    public void onSent(long number) {
      callback.onPublished(offset(number));
      seen = Math.max(seen, number);
    }

    @Override
    public void onFailure(Throwable why) {
      callback.onFailure(why);
    }
  }

  @Override
  public CompletionStage<Void> send(String to, Envelope envelope) {
    return channel.send(uid, to, codec.encode(envelope));
  }

  @Override
  public boolean countsServers() {
    return counts;
  }

  @Override
  public CompletionStage<Integer> serverCount() {
    return CompletableFuture.completedFuture(channel.size());
  }

  @Override
  public Optional<BusHistory> history() {
    return channel.hasHistory() ? Optional.of(this) : Optional.empty();
  }

  /** Decodes what comes. */
  private final class Reception implements LocalChannel.Receiver {
    private final BusListener listener;

    Reception(BusListener listener) {
      this.listener = listener;
    }

    @Override
    public void receive(long number, byte[] message) {
      try {
        listener.onMessage(codec.decode(message), offset(number));
      } catch (ParseException e) {
        listener.onGarbage(e);
      }
      seen = Math.max(seen, number);
    }

    @Override
    public void onLost(Throwable why) {
      listener.onLost(why);
    }

    @Override
    public void onRestored() {
      listener.onRestored();
    }
  }

  // --- the history

  @Override
  public String offset() {
    return Long.toString(seen);
  }

  @Override
  public boolean isOffset(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public int compare(String first, String second) {
    return Long.compare(Long.parseLong(first), Long.parseLong(second));
  }

  @Override
  public CompletionStage<Optional<List<Kept>>> replay(String after, String upTo) {
    return CompletableFuture.completedFuture(
        channel
            .after(Long.parseLong(after), Long.parseLong(upTo))
            .map(
                found ->
                    found.stream()
                        .map(
                            kept ->
                                new Kept(
                                    Long.toString(kept.number()), codec.decode(kept.message())))
                        .toList()));
  }

  @Override
  public CompletionStage<Void> persistSession(SocketSession session, Duration keep) {
    sessions.put(session.pid(), codec.encodeSession(session), timer.nanoTime(), keep.toNanos());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Optional<SocketSession>> takeSession(String pid) {
    return CompletableFuture.completedFuture(
        sessions.take(pid, timer.nanoTime()).map(codec::decodeSession));
  }
}
