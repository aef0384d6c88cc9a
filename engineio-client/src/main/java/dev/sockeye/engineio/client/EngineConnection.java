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
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session with a server, over whichever transport it uses at the moment. Opened by {@link
 * EngineClient#open}; once it has ended it stays so.
 *
 * <p>Methods may be called from any thread. Messages leave in the order in which they were sent, as
 * seen by each sending thread; what one tick of the scheduler produces leaves in one write.
 *
 * <p>Implements "Protocol" of the Engine.IO documentation, revision 4.
 */
public final class EngineConnection {
  private enum State {
    OPENING,
    OPEN,
    /** Nothing is taken any more; what is queued still leaves. */
    CLOSING,
    CLOSED
  }

  private static final Logger log = LoggerFactory.getLogger(EngineConnection.class);
  private static final AtomicReferenceFieldUpdater<EngineConnection, State> STATE =
      AtomicReferenceFieldUpdater.newUpdater(EngineConnection.class, State.class, "state");

  private final EngineClient client;
  private final Scheduler scheduler;
  private final EngineListener listener;
  private final Outbox outbox;
  private final Patience patience;
  private final Hears hears = new Hears();

  /** To {@code CLOSING} by compare-and-set from any thread, otherwise on the own thread. */
  private volatile State state = State.OPENING;

  /** Set on the own thread; null until the first one is made. */
  private volatile @Nullable ClientTransport transport;

  /** Set on the own thread, once; null before the handshake. */
  private volatile @Nullable Handshake handshake;

  // --- own thread only from here on

  /** Null until opening begins. */
  private @Nullable Requests requests;

  /** Null unless an upgrade is in progress. */
  private @Nullable Probe probe;

  /** How many transports were tried. */
  private int tried;

  /** Whether {@link #flush} waits in the scheduler's line. */
  private boolean flushPosted;

  /** Whether something was queued since the listener heard of a drain. */
  private boolean undrained;

  EngineConnection(EngineClient client, Scheduler scheduler, EngineListener listener) {
    this.client = client;
    this.scheduler = scheduler;
    this.listener = listener;
    this.outbox = new Outbox(client.options().maxBufferedBytes);
    this.patience = new Patience(this, client.network().deadlines());
  }

  // --- what users ask

  /** Whether the session is open: after the handshake and before {@link #close()} or its end. */
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /**
   * Whether a message sent now would leave at once: the session is open, nothing waits, and the
   * transport takes more. A snapshot.
   */
  public boolean isWritable() {
    ClientTransport now = transport;
    return isOpen() && outbox.bytes() == 0 && now != null && now.isReady();
  }

  /**
   * Whether no ping has come within {@code pingInterval + pingTimeout} of the server, although the
   * connection has not been closed for it yet: the machine was suspended. What is sent now is lost;
   * the connection closes at once with {@link CloseReason#PING_TIMEOUT}. False before the
   * handshake.
   */
  public boolean hasPingExpired() {
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

  /** The transport in use. */
  public Transport transport() {
    ClientTransport now = transport;
    return now == null ? client.options().transports.get(0) : now.kind();
  }

  /** The session's id; empty before the handshake and after the end. */
  public Optional<String> id() {
    return state == State.CLOSED ? Optional.empty() : handshake().map(Handshake::sid);
  }

  /** What the server said at the beginning; empty before that. */
  public Optional<Handshake> handshake() {
    return Optional.ofNullable(handshake);
  }

  /** The bytes of messages that wait to be sent. */
  public long bufferedBytes() {
    return outbox.bytes();
  }

  /** The thread of this connection. */
  public Scheduler scheduler() {
    return scheduler;
  }

  // --- opening

  /** Begins to open the session. Any thread. */
  void begin() {
    execute(
        () -> {
          try {
            requests =
                new Requests(client.options(), client.cookies(), client.network(), scheduler);
            client.goTo(requests.server());
          } catch (RuntimeException e) {
            end(
                CloseReason.TRANSPORT_ERROR,
                CloseDetails.of(EngineException.failed(transport(), Phase.OPENING, e)));
            return;
          }
          if (state == State.OPENING) {
            open(client.firstTransport());
          } else if (state == State.CLOSING) {
            end(CloseReason.FORCED_CLOSE, CloseDetails.of("closed before it was opened"));
          }
        });
  }

  private void open(Transport kind) {
    tried++;
    Requests made = Objects.requireNonNull(requests);
    ClientTransport first =
        kind == Transport.POLLING
            ? new PollingTransport(made, client.options(), hears)
            : new WebSocketTransport(made, hears);
    transport = first;
    patience.await(client.options().connectTimeout);
    first.open();
  }

  private void onHandshake(RawData json) {
    Handshake received;
    try {
      received = Handshake.parse(json);
    } catch (PacketFormatException | IllegalArgumentException e) {
      refuse(EngineException.failed(transport(), Phase.OPENING, e));
      return;
    }
    handshake = received;
    Objects.requireNonNull(requests).sid(received.sid());
    if (transport instanceof PollingTransport polling) {
      polling.maxPayload(received.maxPayload());
    }
    client.remember(transport());
    patience.begin(received, state == State.CLOSING);
    STATE.compareAndSet(this, State.OPENING, State.OPEN);
    if (state == State.OPEN) {
      tell(to -> to.onOpen(received));
    }
    if (isOpen()) {
      maybeUpgrade(received);
    }
    flushLater();
  }

  private void maybeUpgrade(Handshake received) {
    EngineOptions options = client.options();
    if (options.upgrade
        && options.transports.contains(Transport.WEBSOCKET)
        && received.upgrades().contains(Transport.WEBSOCKET.wireName())
        && transport instanceof PollingTransport polling) {
      client.forgetUpgrade();
      Requests made = Objects.requireNonNull(requests);
      probe = new Probe(hears, polling, made, scheduler, options.upgradeTimeout);
      probe.open();
    }
  }

  // --- receiving

  private void onPacket(Packet packet) {
    if (state == State.CLOSED) {
      return;
    }
    tell(to -> to.onPacket(packet));
    if (handshake == null && packet.type() == PacketType.OPEN) {
      onHandshake(packet.data());
    } else if (packet.type() == PacketType.CLOSE) {
      ClientTransport last = transport;
      if (last != null) {
        last.abort();
      }
      end(CloseReason.TRANSPORT_CLOSE, CloseDetails.of("transport closed by the server"));
    } else if (handshake == null) {
      String why = "the first packet must be an open packet, not " + packet.type();
      refuse(EngineException.failed(transport(), Phase.OPENING, why));
    } else if (packet.type() == PacketType.PING) {
      patience.onPing();
      enqueue(Outbox.control(PacketType.PONG, Packet.NO_DATA));
      tell(EngineListener::onPing);
    } else if (packet.type() == PacketType.MESSAGE) {
      tell(to -> to.onMessage(packet.data()));
    }
  }

  private void refuse(EngineException error) {
    end(CloseReason.PARSE_ERROR, CloseDetails.of(error));
  }

  /**
   * Stops or resumes taking packets of the server, so that a slow listener slows its own server
   * down and nobody else. While reading is stopped the connection doesn't time out for want of
   * pings. Called on the connection's thread.
   */
  public void setReadable(boolean readable) {
    ClientTransport now = transport;
    if (state != State.CLOSED && now != null && patience.setReadable(readable)) {
      now.setReadable(readable);
    }
  }

  // --- sending

  /** As {@link #send(List, boolean)}, for a message of one part that may be compressed. */
  public void send(RawData message) {
    send(List.of(message), true);
  }

  /**
   * Sends a message of several parts, which travel together and in order. Waits until the session
   * is open; ignored once it is closing.
   *
   * @param parts at least one
   * @param compress whether the transport may compress them
   * @throws IllegalStateException if more than {@code maxBufferedBytes} would wait: the server
   *     reads too slowly. Nothing is sent then, and the connection lives on
   */
  public void send(List<RawData> parts, boolean compress) {
    if (state == State.CLOSING || state == State.CLOSED) {
      return;
    }
    outbox.reserve(parts);
    if (scheduler.inThread()) {
      enqueueAll(parts, compress);
    } else if (!execute(() -> enqueueAll(parts, compress))) {
      outbox.release(parts);
    }
  }

  private void enqueueAll(List<RawData> parts, boolean compress) {
    if (state == State.CLOSED) {
      outbox.release(parts);
      return;
    }
    for (RawData part : parts) {
      enqueue(Outbox.frame(part, compress));
    }
  }

  private void enqueue(Frame frame) {
    tell(to -> to.onPacketCreate(Outbox.packet(frame).type(), frame.data()));
    outbox.add(frame);
    undrained = true;
    flushLater();
  }

  private void flushLater() {
    if (!flushPosted) {
      flushPosted = true;
      execute(this::flush);
    }
  }

  /** Sends what the transport takes. */
  private void flush() {
    flushPosted = false;
    ClientTransport to = transport;
    if (state == State.CLOSED
        || handshake == null
        || to == null
        || (probe != null && probe.isPausing())) {
      return;
    }
    if (!outbox.isEmpty() && to.isReady()) {
      to.flush(outbox);
      tell(EngineListener::onFlush);
    }
    if (outbox.isEmpty() && to.isReady()) {
      if (undrained) {
        undrained = false;
        tell(EngineListener::onDrain);
      }
      if (state == State.CLOSING && probe == null) {
        end(CloseReason.FORCED_CLOSE, CloseDetails.of("closed by this side"));
      }
    }
  }

  // --- upgrade

  private void onUpgrading() {
    client.remember(Transport.WEBSOCKET);
    tell(to -> to.onUpgrading(Transport.WEBSOCKET));
  }

  private void onUpgraded(WebSocketTransport to) {
    probe = null;
    to.tell(hears);
    to.setReadable(patience.isReadable());
    transport = to;
    tell(each -> each.onUpgrade(Transport.WEBSOCKET));
    flushLater();
  }

  private void onUpgradeFailed(EngineException error) {
    probe = null;
    client.forgetUpgrade();
    tell(to -> to.onUpgradeError(error));
    flushLater();
  }

  // --- closing

  /**
   * Sends what is queued, waits for an upgrade in progress, then closes with {@link
   * CloseReason#FORCED_CLOSE}: within {@code closeTimeout} in any case. Without effect if the
   * connection is closing or has ended.
   */
  public void close() {
    if (STATE.compareAndSet(this, State.OPENING, State.CLOSING)
        || STATE.compareAndSet(this, State.OPEN, State.CLOSING)) {
      execute(this::startClosing);
    }
  }

  private void startClosing() {
    if (state != State.CLOSING) {
      return;
    }
    patience.await(client.options().closeTimeout);
    if (handshake == null && outbox.isEmpty()) {
      end(CloseReason.FORCED_CLOSE, CloseDetails.of("closed while it was being opened"));
    } else {
      // What the server says must be heard: its answers to what still leaves, its own close.
      setReadable(true);
      flush();
    }
  }

  /** Closes at once with {@link CloseReason#FORCED_CLOSE}; what is queued is dropped. */
  public void abort() {
    execute(() -> end(CloseReason.FORCED_CLOSE, CloseDetails.of("aborted by this side")));
  }

  /** No ping has come in time. */
  void onPingMissing() {
    client.forgetUpgrade();
    end(CloseReason.PING_TIMEOUT, CloseDetails.of("no ping within pingInterval + pingTimeout"));
  }

  /** What has been waited for besides pings has not come in time. */
  void onTimeout() {
    ClientTransport now = transport;
    if (state == State.CLOSED) {
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

  private void onTransportEnd(CloseReason reason, CloseDetails details) {
    client.forgetUpgrade();
    List<Transport> transports = client.options().transports;
    if (client.options().tryAllTransports && state == State.OPENING && tried < transports.size()) {
      Transport failed = transport();
      log.debug("{} failed: {}; the next transport is tried", failed, details.description());
      int next = (transports.indexOf(failed) + 1) % transports.size();
      open(transports.get(next));
    } else {
      end(reason, details);
    }
  }

  /** Ends the session now, once. */
  private void end(CloseReason reason, CloseDetails details) {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    log.debug("connection to {} ends: {}, {}", client.options().uri, reason, details);
    patience.end();
    if (probe != null) {
      probe.abandon();
      probe = null;
    }
    outbox.clear();
    sayGoodbye();
    tell(to -> to.onClose(reason, details));
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
  private boolean execute(Runnable task) {
    try {
      scheduler.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      // The network has stopped, and with it ended its connections.
      log.debug("{} takes no more tasks", scheduler, e);
      return false;
    }
  }

  /** What a listener throws is its own affair: the connection goes on. */
  private void tell(Consumer<EngineListener> call) {
    try {
      call.accept(listener);
    } catch (RuntimeException | AssertionError e) {
      log.error("a listener of a connection to {} failed", client.options().uri, e);
    }
  }

  /** The ear of this connection for its transports and its probe. */
  private final class Hears implements TransportEvents, Probe.Owner {
    @Override
    public void onPacket(Packet packet) {
      EngineConnection.this.onPacket(packet);
    }

    @Override
    public void onReady() {
      flush();
    }

    @Override
    public void onTransportEnd(CloseReason reason, CloseDetails details) {
      EngineConnection.this.onTransportEnd(reason, details);
    }

    @Override
    public void onUpgrading() {
      EngineConnection.this.onUpgrading();
    }

    @Override
    public void onUpgraded(WebSocketTransport to) {
      EngineConnection.this.onUpgraded(to);
    }

    @Override
    public void onUpgradeFailed(EngineException error) {
      EngineConnection.this.onUpgradeFailed(error);
    }
  }
}
