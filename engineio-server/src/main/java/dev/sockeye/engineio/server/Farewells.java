// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.PayloadCodec;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.spi.DueQueue;
import dev.sockeye.engineio.spi.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The ids of sessions whose peers have just said goodbye in a POST while no GET was waiting. That
 * GET may have been sent before and still be on its way, over another connection and another
 * thread: one such GET is answered with a noop, as it would have been had it come in time.
 *
 * <p>Safe for use from any thread.
 */
final class Farewells {
  private static final long NANOS = Duration.ofSeconds(5).toNanos();

  /** Whoever comes when so many are remembered is not: that GET is told that its id is unknown. */
  private static final int MAX = 10_000;

  private final Map<String, Farewell> farewells = new ConcurrentHashMap<>();

  /** Set once, by any thread. */
  private volatile boolean closed;

  /** Where the farewells of one scheduler's sessions wait to be forgotten. */
  DueQueue<Farewell> queue(Scheduler scheduler) {
    return new DueQueue<>(scheduler, NANOS, farewell -> farewells.remove(farewell.sid, farewell));
  }

  /**
   * Remembers a session for a while. On the session's thread, before the session ends.
   *
   * @param queue that of the session's scheduler
   * @param thread runs tasks on the session's thread
   */
  void remember(String sid, ProtocolVersion protocol, DueQueue<Farewell> queue, Executor thread) {
    if (farewells.size() >= MAX) {
      return;
    }
    Farewell farewell = new Farewell(sid, protocol, thread);
    queue.enter(farewell);
    farewells.put(sid, farewell);
    if (closed) {
      forget(farewell);
    }
  }

  /**
   * Answers a GET that was overtaken by its peer's goodbye, once. On the exchange's thread.
   *
   * @return false if it is none, so that it must be answered otherwise
   */
  boolean answer(EngineRequest request) {
    if (farewells.isEmpty() || !isPoll(request)) {
      return false;
    }
    Farewell farewell = farewells.remove(request.sid());
    if (farewell == null) {
      return false;
    }
    farewell.leaveQueue();
    List<Packet> noop = List.of(new Packet(PacketType.NOOP, Packet.NO_DATA));
    RawData payload = PayloadCodec.of(farewell.protocol).encode(noop, request.base64());
    Jsonp jsonp = Jsonp.of(request.exchange().query());
    request.exchange().respond(PollingResponses.payload(payload, jsonp, request.exchange()));
    return true;
  }

  private static boolean isPoll(EngineRequest request) {
    return request.exchange().method().equals("GET")
        && request.upgrade() == null
        && request.transport().equals(Transport.POLLING.wireName());
  }

  /** Forgets all, now and from now on. */
  void close() {
    closed = true;
    farewells.values().forEach(this::forget);
  }

  private void forget(Farewell farewell) {
    if (farewells.remove(farewell.sid, farewell)) {
      farewell.leaveQueue();
    }
  }

  /** One session that is remembered. */
  static final class Farewell extends DueQueue.Entry<Farewell> {
    private final String sid;
    private final ProtocolVersion protocol;
    private final Executor thread;

    private Farewell(String sid, ProtocolVersion protocol, Executor thread) {
      this.sid = sid;
      this.protocol = protocol;
      this.thread = thread;
    }

    private void leaveQueue() {
      thread.execute(() -> DueQueue.leave(this));
    }
  }
}
