// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketFormatException;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.PayloadCodec;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.EngineException.Phase;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packets over HTTP long-polling: one GET that waits for the server's packets, and one POST at a
 * time for those of the client. Connection's thread only.
 */
final class PollingTransport implements ClientTransport {
  private static final PayloadCodec CODEC = PayloadCodec.of(ProtocolVersion.V4);
  private static final int OK = 200;

  private final Requests requests;
  private final EngineOptions options;

  /** Who is told; null once it is nobody. */
  private @Nullable TransportEvents events;

  /** Null unless a GET waits. */
  private Scheduler.@Nullable Cancellable poll;

  /** Null unless a POST is under way. */
  private Scheduler.@Nullable Cancellable post;

  /** The server's limit for the body of a POST; 0 if there is none. */
  private int maxPayload;

  /** Whether the server has answered the first GET, and nothing has ended this since. */
  private boolean opened;

  private boolean readable = true;

  /** What to do once nothing is under way; null unless it is pausing or has paused. */
  private @Nullable Runnable paused;

  /** What to do when it is closed; null unless {@link #close} was called. */
  private @Nullable Runnable closed;

  PollingTransport(Requests requests, EngineOptions options, TransportEvents events) {
    this.requests = requests;
    this.options = options;
    this.events = events;
  }

  @Override
  public Transport kind() {
    return Transport.POLLING;
  }

  /** The server has told how much one POST may carry. */
  void maxPayload(int bytes) {
    maxPayload = bytes;
  }

  @Override
  public void open() {
    poll();
  }

  // --- receiving

  private void poll() {
    poll =
        requests.http(
            null,
            new HttpCallback() {
              @Override
              public void onResponse(int status, Headers headers, RawData body) {
                poll = null;
                onPoll(status, body);
              }

              @Override
              public void onFailure(Throwable error) {
                poll = null;
                fail(EngineException.failed(kind(), phase(), error));
              }
            });
  }

  private Phase phase() {
    return opened ? Phase.POLL : Phase.OPENING;
  }

  private void onPoll(int status, RawData body) {
    if (status != OK) {
      fail(EngineException.refused(kind(), phase(), status, body));
      return;
    }
    boolean first = !opened;
    Phase phase = phase();
    opened = true;
    try {
      CODEC.decode(body, options.maxPacketsPerPayload, packet -> receive(packet, first));
    } catch (PacketFormatException e) {
      end(CloseReason.PARSE_ERROR, EngineException.failed(kind(), phase, e));
    }
    if (events != null) {
      pollAgain();
    } else if (first && closed != null) {
      sayGoodbye();
    }
  }

  private void receive(Packet packet, boolean first) {
    if (events != null) {
      events.onPacket(packet);
    } else if (first && closed != null && packet.type() == PacketType.OPEN) {
      // Closed before the session began: it is ended rather than left behind on the server.
      requests.sid(Handshake.parse(packet.data()).sid());
    }
  }

  private void pollAgain() {
    if (paused != null) {
      tellPaused();
    } else if (readable && poll == null) {
      poll();
    }
  }

  @Override
  public void setReadable(boolean readable) {
    this.readable = readable;
    if (readable && opened && events != null) {
      pollAgain();
    }
  }

  // --- sending

  @Override
  public boolean isReady() {
    return opened && post == null && events != null;
  }

  @Override
  public void flush(Outbox outbox) {
    if (post != null || events == null || outbox.isEmpty()) {
      return;
    }
    PayloadBatch batch = new PayloadBatch(outbox, maxPayload, options.maxPacketsPerPost);
    post(CODEC.encode(batch.take(), true));
  }

  private void post(RawData payload) {
    post =
        requests.http(
            payload,
            new HttpCallback() {
              @Override
              public void onResponse(int status, Headers headers, RawData body) {
                post = null;
                onPost(status, body);
              }

              @Override
              public void onFailure(Throwable error) {
                post = null;
                fail(EngineException.failed(kind(), Phase.POST, error));
              }
            });
  }

  private void onPost(int status, RawData body) {
    if (closed != null) {
      sayGoodbye();
    } else if (status != OK) {
      fail(EngineException.refused(kind(), Phase.POST, status, body));
    } else if (paused != null) {
      tellPaused();
    } else if (events != null) {
      events.onReady();
    }
  }

  // --- upgrade

  /** Stops polling, and calls back when nothing is under way any more: maybe at once. */
  void pause(Runnable whenPaused) {
    paused = whenPaused;
    tellPaused();
  }

  private void tellPaused() {
    if (poll == null && post == null && paused != null) {
      paused.run();
    }
  }

  /** Goes on after all. */
  void resume() {
    paused = null;
    if (events != null && opened && poll == null && readable) {
      poll();
    }
  }

  // --- closing

  private void fail(EngineException error) {
    end(CloseReason.TRANSPORT_ERROR, error);
  }

  private void end(CloseReason reason, EngineException error) {
    TransportEvents told = events;
    abort();
    if (told != null) {
      told.onTransportEnd(reason, CloseDetails.of(error));
    }
  }

  @Override
  public void close(Runnable whenClosed) {
    events = null;
    closed = whenClosed;
    if (opened && post == null) {
      sayGoodbye();
    } else if (poll == null && post == null) {
      abort();
    }
  }

  /** Posts a close packet; the GET that waits is answered because of it, or given up after it. */
  private void sayGoodbye() {
    post =
        requests.http(
            CODEC.encode(List.of(Packet.of(PacketType.CLOSE)), true),
            new HttpCallback() {
              @Override
              public void onResponse(int status, Headers headers, RawData body) {
                post = null;
                abort();
              }

              @Override
              public void onFailure(Throwable error) {
                post = null;
                abort();
              }
            });
  }

  @Override
  public void abort() {
    events = null;
    paused = null;
    opened = false;
    if (poll != null) {
      poll.cancel();
      poll = null;
    }
    if (post != null) {
      post.cancel();
      post = null;
    }
    Runnable waits = closed;
    closed = null;
    if (waits != null) {
      waits.run();
    }
  }
}
