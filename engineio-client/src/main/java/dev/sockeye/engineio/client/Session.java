// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketFormatException;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.EngineException.Phase;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of an {@link EngineConnection}: a session from its opening to its goodbye, and the ear
 * for its transports and its upgrade. A state machine on one thread; what may be called from any
 * other says so.
 */
final class Session implements TransportEvents, Probe.Owner {
  private enum State {
    OPENING,
    OPEN,
    /** Nothing is taken any more; what is queued still leaves. */
    CLOSING,
    CLOSED
  }

  private static final Logger log = LoggerFactory.getLogger(EngineConnection.class);
  private static final AtomicReferenceFieldUpdater<Session, State> STATE =
      AtomicReferenceFieldUpdater.newUpdater(Session.class, State.class, "state");

  private final EngineClient client;
  private final Scheduler scheduler;
  private final EngineListener listener;
  private final Output output;
  private final Patience patience;

  /** To {@code CLOSING} by compare-and-set from any thread, otherwise on the own thread. */
  private volatile State state = State.OPENING;

  /** Set on the own thread; null until the first one is made. */
  private volatile @Nullable ClientTransport transport;

  /** Set on the own thread, once; null before the handshake. */
  private volatile @Nullable Handshake handshake;

  /** Null before it begins, and after the handshake. Own thread only. */
  private @Nullable Opening opening;

  /** Null unless an upgrade is in progress. Own thread only. */
  private @Nullable Probe probe;

  /** Whether all that was sent before {@link #close} is queued. Own thread only. */
  private boolean sendsLast;

  Session(EngineClient client, Scheduler scheduler, EngineListener listener) {
    this.client = client;
    this.scheduler = scheduler;
    this.listener = listener;
    this.output = new Output(this, client.options().maxBufferedBytes);
    this.patience = new Patience(this, client.network().deadlines());
  }

  // --- what any thread may ask

  Scheduler scheduler() {
    return scheduler;
  }

  Output output() {
    return output;
  }

  @Nullable Handshake handshake() {
    return handshake;
  }

  Transport transport() {
    ClientTransport now = transport;
    return now == null ? client.options().transports.get(0) : now.kind();
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether messages are still taken: before the handshake, too. */
  boolean takesMore() {
    return state == State.OPENING || state == State.OPEN;
  }

  boolean hasEnded() {
    return state == State.CLOSED;
  }

  boolean isWritable() {
    ClientTransport now = transport;
    return isOpen() && output.queue().bytes() == 0 && now != null && now.isReady();
  }

  /** As {@link EngineConnection#hasPingExpired()}. */
  boolean hasPingExpired() {
    boolean expired = isOpen() && patience.hasExpired();
    if (expired) {
      execute(
          () -> {
            if (isOpen() && patience.hasExpired()) {
              onPingMissing();
            }
          });
    }
    return expired;
  }

  // --- opening

  /** Begins to open the session. Any thread. */
  void begin() {
    execute(
        () -> {
          Opening begun;
          try {
            begun = new Opening(client, scheduler, this);
          } catch (RuntimeException e) {
            end(CloseReason.TRANSPORT_ERROR, EngineException.failed(transport(), Phase.OPENING, e));
            return;
          }
          if (state == State.OPENING) {
            opening = begun;
            open(begun.first());
          } else if (state == State.CLOSING) {
            end(CloseReason.FORCED_CLOSE, CloseDetails.of("closed before it was opened"));
          }
        });
  }

  private void open(ClientTransport next) {
    transport = next;
    patience.await(client.options().connectTimeout);
    next.open();
  }

  private void onHandshake(Opening done, RawData json) {
    ClientTransport over = Objects.requireNonNull(transport);
    Handshake received;
    try {
      received = done.shakeHands(json, over);
    } catch (PacketFormatException | IllegalArgumentException e) {
      end(CloseReason.PARSE_ERROR, EngineException.failed(over.kind(), Phase.OPENING, e));
      return;
    }
    opening = null;
    handshake = received;
    patience.begin(received, state == State.CLOSING);
    if (STATE.compareAndSet(this, State.OPENING, State.OPEN)) {
      tell(EngineListener::onOpen, received);
    }
    Probe upgrade = isOpen() ? done.upgrade(received, over, scheduler, this) : null;
    if (upgrade != null) {
      probe = upgrade;
      upgrade.open();
    }
    output.flushLater();
  }

  // --- receiving

  @Override
  public void onPacket(Packet packet) {
    if (hasEnded()) {
      return;
    }
    tell(EngineListener::onPacket, packet);
    if (packet.type() == PacketType.OPEN && opening != null) {
      onHandshake(opening, packet.data());
    } else if (packet.type() == PacketType.CLOSE) {
      Objects.requireNonNull(transport).abort();
      end(CloseReason.TRANSPORT_CLOSE, CloseDetails.of("transport closed by the server"));
    } else if (handshake == null) {
      String why = "the first packet must be an open packet, not " + packet.type();
      end(CloseReason.PARSE_ERROR, EngineException.failed(transport(), Phase.OPENING, why));
    } else if (packet.type() == PacketType.PING) {
      patience.onPing();
      output.send(PacketType.PONG);
      tell(EngineListener::onPing);
    } else if (packet.type() == PacketType.MESSAGE) {
      tell(EngineListener::onMessage, packet.data());
    }
  }

  /** As {@link EngineConnection#setReadable}. */
  void setReadable(boolean readable) {
    ClientTransport now = transport;
    if (!hasEnded() && now != null && patience.setReadable(readable)) {
      now.setReadable(readable);
    }
  }

  // --- sending

  @Override
  public void onReady() {
    output.flush();
  }

  /**
   * The transport over which packets may leave; null before the handshake, while the old transport
   * of an upgrade falls silent, and after the end.
   */
  @Nullable ClientTransport carrier() {
    boolean mayLeave = handshake != null && (probe == null || !probe.isPausing());
    return mayLeave && !hasEnded() ? transport : null;
  }

  /** Nothing waits to be sent any more. */
  void onSent() {
    if (sendsLast && probe == null) {
      end(CloseReason.FORCED_CLOSE, CloseDetails.of("closed by this side"));
    }
  }

  // --- upgrade

  @Override
  public void onUpgrading() {
    client.remember(Transport.WEBSOCKET);
    tell(EngineListener::onUpgrading, Transport.WEBSOCKET);
  }

  @Override
  public void onUpgraded(WebSocketTransport to) {
    probe = null;
    to.tell(this);
    to.setReadable(patience.isReadable());
    transport = to;
    tell(EngineListener::onUpgrade, Transport.WEBSOCKET);
    output.flushLater();
  }

  @Override
  public void onUpgradeFailed(EngineException error) {
    probe = null;
    client.forgetUpgrade();
    tell(EngineListener::onUpgradeError, error);
    output.flushLater();
  }

  // --- closing

  /** As {@link EngineConnection#close()}. Any thread. */
  void close() {
    if (STATE.compareAndSet(this, State.OPENING, State.CLOSING)
        || STATE.compareAndSet(this, State.OPEN, State.CLOSING)) {
      execute(this::startClosing);
    }
  }

  private void startClosing() {
    if (state != State.CLOSING) {
      return;
    }
    sendsLast = true;
    patience.await(client.options().closeTimeout);
    if (handshake == null && output.queue().isEmpty()) {
      end(CloseReason.FORCED_CLOSE, CloseDetails.of("closed while it was being opened"));
    } else {
      // What the server says must be heard: its answers to what still leaves, its own close.
      setReadable(true);
      output.flush();
    }
  }

  /** As {@link EngineConnection#abort()}. Any thread. */
  void abort() {
    execute(() -> end(CloseReason.FORCED_CLOSE, CloseDetails.of("aborted by this side")));
  }

  /** No ping has come in time. */
  void onPingMissing() {
    client.forgetUpgrade();
    client.network().closeIdle(scheduler); // or the next session would wait for one that is dead
    end(CloseReason.PING_TIMEOUT, CloseDetails.of("no ping within pingInterval + pingTimeout"));
  }

  /** What has been waited for besides pings has not come in time. */
  void onTimeout() {
    ClientTransport now = transport;
    if (hasEnded()) {
      // The goodbye of a connection that has ended.
      Objects.requireNonNull(now).abort();
      client.remove(this);
    } else if (state == State.CLOSING) {
      end(CloseReason.FORCED_CLOSE, CloseDetails.of("closed by this side, after closeTimeout"));
    } else {
      if (now != null) {
        now.abort();
      }
      String why = "not opened within connectTimeout " + client.options().connectTimeout;
      onTransportEnd(
          CloseReason.TRANSPORT_ERROR,
          CloseDetails.of(EngineException.failed(transport(), Phase.OPENING, why)));
    }
  }

  @Override
  public void onTransportEnd(CloseReason reason, CloseDetails details) {
    client.forgetUpgrade();
    ClientTransport next =
        state == State.OPENING && opening != null ? opening.after(transport()) : null;
    if (next == null) {
      end(reason, details);
    } else {
      log.debug("{} failed: {}; {} is tried", transport(), details.description(), next.kind());
      open(next);
    }
  }

  private void end(CloseReason reason, EngineException error) {
    end(reason, CloseDetails.of(error));
  }

  /** Ends the session now, once. */
  private void end(CloseReason reason, CloseDetails details) {
    if (hasEnded()) {
      return;
    }
    state = State.CLOSED;
    log.debug("connection to {} ends: {}, {}", client.uri(), reason, details);
    opening = null;
    patience.end();
    if (probe != null) {
      probe.abandon();
      probe = null;
    }
    output.queue().clear();
    sayGoodbye();
    tell((to, why) -> to.onClose(reason, why), details);
  }

  private void sayGoodbye() {
    ClientTransport last = transport;
    if (last == null) {
      client.remove(this);
      return;
    }
    patience.await(client.options().closeTimeout);
    last.close(
        () -> {
          patience.end();
          client.remove(this);
        });
  }

  // --- the thread and the listener

  /** Runs a task on the own thread, after what is being done there; false if it never will. */
  boolean execute(Runnable task) {
    try {
      scheduler.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      // The network has stopped, and with it ended its connections.
      log.debug("{} takes no more tasks", scheduler, e);
      return false;
    }
  }

  void tell(Consumer<EngineListener> moment) {
    tell((to, it) -> it.accept(to), moment);
  }

  /** What a listener throws is its own affair: the connection goes on. */
  <T> void tell(BiConsumer<EngineListener, T> moment, T news) {
    try {
      moment.accept(listener, news);
    } catch (RuntimeException | AssertionError e) {
      log.error("a listener of a connection to {} failed", client.uri(), e);
    }
  }
}
