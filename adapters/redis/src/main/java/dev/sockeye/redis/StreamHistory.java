// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.adapter.spi.BusHistory;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.SetArgs;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What a stream keeps for clients that lose their connection, and their sessions under keys of
 * their own, as npm {@code @socket.io/redis-streams-adapter} keeps them: a client may come back to
 * any node, of either kind.
 */
final class StreamHistory implements BusHistory {
  private static final int PAGE = 500;

  private final RedisLink link;
  private final ClusterMessageCodec codec;
  private final String stream;
  private final String namespace;
  private final String keyPrefix;
  private final StreamReaders readers;

  StreamHistory(
      RedisLink link,
      ClusterMessageCodec codec,
      String stream,
      String namespace,
      String keyPrefix,
      StreamReaders readers) {
    this.link = link;
    this.codec = codec;
    this.stream = stream;
    this.namespace = namespace;
    this.keyPrefix = keyPrefix;
    this.readers = readers;
  }

  @Override
  public String offset() {
    return readers.offset(stream).toString();
  }

  @Override
  public boolean isOffset(String text) {
    return StreamOffset.isOne(text);
  }

  @Override
  public int compare(String first, String second) {
    return StreamOffset.parse(first).compareTo(StreamOffset.parse(second));
  }

  private <T> CompletableFuture<T> ask(
      Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
    return link.connections()
        .thenCompose(redis -> command.apply(redis.commands()))
        .toCompletableFuture()
        .orTimeout(link.options().commandTimeout().toNanos(), TimeUnit.NANOSECONDS);
  }

  // --- messages

  @Override
  public CompletionStage<Optional<List<Kept>>> replay(String after, String upTo) {
    StreamOffset from = StreamOffset.parse(after);
    List<Kept> found = new ArrayList<>();
    return collect(from.next(), upTo, found)
        .thenCompose(done -> reachesBackTo(from))
        .thenApply(isWhole -> isWhole ? Optional.of(found) : Optional.empty());
  }

  private CompletableFuture<Void> collect(StreamOffset from, String upTo, List<Kept> found) {
    if (from.compareTo(StreamOffset.parse(upTo)) > 0) {
      return CompletableFuture.completedFuture(null);
    }
    return ask(redis -> redis.xrange(stream, Range.create(from.toString(), upTo), Limit.from(PAGE)))
        .thenCompose(
            page -> {
              page.forEach(message -> keep(StreamEntry.of(message), found));
              return page.size() < PAGE
                  ? CompletableFuture.completedFuture(null)
                  : collect(lastOf(page).next(), upTo, found);
            });
  }

  private static StreamOffset lastOf(List<StreamMessage<String, byte[]>> page) {
    return StreamOffset.parse(page.get(page.size() - 1).getId());
  }

  private void keep(StreamEntry entry, List<Kept> found) {
    if (entry.namespace().equals(namespace)) {
      try {
        found.add(new Kept(entry.id().toString(), entry.envelope(codec)));
      } catch (ParseException e) {
        // Nobody has got it when it came, either.
      }
    }
  }

  /** Whether nothing behind an entry has been trimmed; asked after it was read. */
  private CompletableFuture<Boolean> reachesBackTo(StreamOffset from) {
    return ask(redis -> redis.xrange(stream, Range.unbounded(), Limit.from(1)))
        .thenCompose(
            first -> {
              if (!first.isEmpty()
                  && StreamOffset.parse(first.get(0).getId()).compareTo(from) <= 0) {
                return CompletableFuture.completedFuture(true);
              }
              return from.equals(StreamOffset.START)
                  ? first.isEmpty()
                      ? CompletableFuture.completedFuture(true)
                      : ask(redis -> redis.xinfoStream(stream)).thenApply(StreamHistory::isWhole)
                  : CompletableFuture.completedFuture(false);
            });
  }

  /** Whether a stream has all entries that were ever added to it; Redis 7 says that. */
  private static boolean isWhole(List<Object> info) {
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i + 1 < info.size(); i += 2) {
      fields.put(
          info.get(i) instanceof byte[] name ? new String(name, UTF_8) : "", info.get(i + 1));
    }
    Object length = fields.get("length");
    return length != null && length.equals(fields.get("entries-added"));
  }

  // --- sessions

  @Override
  public CompletionStage<Void> persistSession(SocketSession session, Duration keep) {
    byte[] value = Base64.getEncoder().encode(codec.encodeSession(session));
    SetArgs expiry = SetArgs.Builder.px(keep.toMillis());
    return ask(redis -> redis.set(keyPrefix + session.pid(), value, expiry)).thenAccept(done -> {});
  }

  @Override
  public CompletionStage<Optional<SocketSession>> takeSession(String pid) {
    return ask(redis -> redis.getdel(keyPrefix + pid))
        .thenApply(
            value ->
                Optional.ofNullable(value)
                    .map(text -> codec.decodeSession(Base64.getDecoder().decode(text))));
  }
}
