// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Engine.IO session: a peer, over whichever transport it uses at the moment.
 *
 * <p>A single-threaded state machine, bound to one {@link #scheduler()} for its life. Methods may
 * be called from any thread unless they say otherwise. Messages leave in the order in which they
 * were sent, as seen by each sending thread; what one read or one tick of the scheduler produces
 * leaves in one write.
 */
public final class Session extends HeardSession {
  private enum State {
    /** The WebSocket handshake isn't done. */
    OPENING,
    OPEN,
    /** Nothing is taken any more; what is queued still leaves. */
    CLOSING,
    CLOSED
  }

  private static final Logger log = LoggerFactory.getLogger(Session.class);
  private static final AtomicReferenceFieldUpdater<Session, State> STATE =
      AtomicReferenceFieldUpdater.newUpdater(Session.class, State.class, "state");

  private final EngineServer server;
  private final LoopState loop;
  private final String id;
  private final Request request;
  private final ProtocolVersion protocol;
  private final Output output;

  /**
   * Left {@code OPEN} by compare-and-set from any thread, otherwise set on the session's thread.
   */
  private volatile State state = State.OPENING;

  /** Set on the session's thread; null until the transport of the handshake is made. */
  private volatile @Nullable SessionTransport transport;

  /** Null unless an upgrade is in progress. Session's thread only. */
  private @Nullable UpgradeInProgress upgrade;

  /** Null until what is queued only waits to leave. Session's thread only. */
  private @Nullable CloseReason closing;

  /** Session's thread only. */
  private boolean readable = true;

  /** Null if nobody observes. Session's thread only. */
  private @Nullable SessionObservers observers;

  Session(
      EngineServer server, LoopState loop, String id, Request request, ProtocolVersion protocol) {
    this.server = server;
    this.loop = loop;
    this.id = id;
    this.request = request;
    this.protocol = protocol;
    this.output = new Output(this, server.options().maxBufferedBytes());
    this.observers = server.sessionObservers();
  }

  /** The secret id, 20 characters; whoever knows it can take part in the session. */
  public String id() {
    return id;
  }

  /** The request with which the session began. */
  public Request request() {
    return request;
  }

  /** The revision of the protocol that the peer speaks. */
  public ProtocolVersion protocol() {
    return protocol;
  }

  /** The transport in use. */
  public Transport transport() {
    return current().kind();
  }

  /** The thread of this session. */
  public Scheduler scheduler() {
    return loop.scheduler();
  }

  /** Whether messages can still be sent. */
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /**
   * Whether a volatile message sent now would not be dropped: the transport is ready and nothing
   * waits. A snapshot.
   */
  public boolean isWritable() {
    return isOpen() && output.isWritable();
  }

  /** The bytes that wait to be sent. */
  public long bufferedBytes() {
    return output.queue().bytes();
  }

  /**
   * Lets somebody see what happens to this session from now on; from the session's own thread at
   * once, from others soon.
   *
   * @return what ends it
   */
  public Runnable observe(SessionObserver observer) {
    loop.run(() -> observers = SessionObservers.plus(observers, observer));
    return () -> loop.run(() -> observers = SessionObservers.minus(observers, observer));
  }

  @Nullable SessionObservers observers() {
    return observers;
  }

  // --- sending

  /**
   * Sends a message; ignored once the session is closed. Goes over {@code maxBufferedBytes}: the
   * session closes with {@link CloseReason#BUFFER_OVERFLOW}.
   */
  public void send(Message message) {
    output.send(message);
  }

  /** More waits than may wait. Any thread. */
  void onOverflow() {
    if (STATE.compareAndSet(this, State.OPEN, State.CLOSING)) {
      server.countOverflow();
      loop.execute(
          () -> {
            if (observers != null && !hasEnded()) {
              observers.onOverflow(this);
            }
            end(CloseReason.BUFFER_OVERFLOW, null);
          });
    }
  }

  /** Sends what the peer takes, and the rest of a session that is closing. Session's thread. */
  void flush() {
    CloseReason reason = closing;
    if (hasEnded()) {
      return;
    }
    boolean hurry = server.isClosing();
    if (reason == null || (upgrade != null && !hurry)) {
      output.flush();
    } else if (current().finish(output.queue()) || (hurry && output.queue().isEmpty())) {
      end(reason, null);
    }
  }

  // --- receiving, on the session's thread

  /** A packet of the peer. */
  void receive(Packet packet) {
    if (observers != null && packet.type() != PacketType.MESSAGE) {
      observers.onPacketReceived(this, packet.type(), packet.data());
    }
    if (packet.type() == PacketType.CLOSE) {
      end(CloseReason.TRANSPORT_CLOSE, null);
      return;
    }
    if (!isOpen()) {
      return;
    }
    switch (packet.type()) {
      case MESSAGE -> deliver(packet.data());
      case PING, PONG -> heartbeat(packet.type());
      // Without meaning here, and ignored by the reference too.
      case OPEN, UPGRADE, NOOP, CLOSE -> {}
    }
  }

  /** A message of the peer. */
  void deliver(RawData message) {
    if (isOpen() && isHeard()) {
      if (observers != null) {
        observers.onPacketReceived(this, PacketType.MESSAGE, message);
      }
      tellMessage(message);
    }
  }

  private void heartbeat(PacketType type) {
    boolean fromClient = protocol == ProtocolVersion.V4;
    if (type != (fromClient ? PacketType.PONG : PacketType.PING)) {
      end(
          CloseReason.TRANSPORT_ERROR,
          new TransportException("invalid heartbeat direction: " + type));
      return;
    }
    loop.heartbeats().onAlive(this);
    if (type == PacketType.PING) {
      output.sendHere(Message.PONG);
    }
  }

  /**
   * Stops or resumes taking messages of the peer, so that a slow listener slows its own peer down
   * and nobody else. While reading is stopped the session doesn't time out for want of pongs.
   * Called on the session's thread.
   */
  public void setReadable(boolean readable) {
    if (this.readable != readable && !hasEnded()) {
      this.readable = readable;
      if (readable) {
        loop.heartbeats().onDelay(this);
      }
      current().setReadable(readable);
    }
  }

  boolean isReadable() {
    return readable;
  }

  // --- transports, on the session's thread

  /** The session begins, over a transport that has been set. */
  void open() {
    if (!begin()) {
      return;
    }
    output.sendHere(Message.control(PacketType.OPEN, handshake().toJson()));
    options().initialPacket().ifPresent(data -> output.sendHere(Message.of(data)));
    introduce(server.connectionDelay(transport()));
    closeIfServerCloses();
  }

  /**
   * A session of another node goes on here, over a WebSocket that has been set.
   *
   * @param unheard what its peer has sent there, and the application hasn't heard
   */
  void resume(List<Packet> unheard) {
    if (!begin()) {
      return;
    }
    introduceMoved();
    unheard.forEach(this::receive);
    closeIfServerCloses();
  }

  private boolean begin() {
    if (!STATE.compareAndSet(this, State.OPENING, State.OPEN)) {
      current().close(CloseReason.FORCED_CLOSE);
      return false;
    }
    loop.heartbeats().onAlive(this);
    if (observers != null) {
      observers.onOpen(this);
    }
    return true;
  }

  private void closeIfServerCloses() {
    if (server.isClosing()) {
      close(CloseReason.SERVER_SHUTTING_DOWN);
    }
  }

  private Handshake handshake() {
    EngineOptions options = options();
    return new Handshake(
        id,
        server.upgradesFrom(transport()),
        options.pingInterval(),
        options.pingTimeout(),
        options.maxPayload());
  }

  /** A GET waits to be answered. */
  void onPoll() {
    if (!output.queue().isEmpty() || closing != null) {
      output.flushLater();
    }
    if (upgrade != null) {
      upgrade.onPoll();
    }
    output.updateWritable();
  }

  /** A WebSocket that asks to carry this session. Any thread. */
  void onUpgradeRequest(WebSocketUpgrade exchange, boolean base64) {
    loop.run(
        () -> {
          if (mayUpgrade() && current() instanceof PollingTransport polling) {
            WebSocketTransport probe = new WebSocketTransport(this, base64);
            upgrade = new Upgrade(this, polling, probe);
            server.accept(exchange, scheduler(), probe);
          } else {
            server.accept(exchange, scheduler(), new RefusedWebSocket());
          }
        });
  }

  /** Whether an upgrade may begin. */
  boolean mayUpgrade() {
    return isOpen() && upgrade == null && options().allowUpgrades();
  }

  /** Another node has got a WebSocket that asks to carry this session. */
  void upgradeElsewhere(RemoteUpgrade begun) {
    upgrade = begun;
    if (current().isReady()) {
      begun.onPoll();
    }
  }

  /** The upgrade in progress at a node; null if there is none. */
  @Nullable RemoteUpgrade upgradeAt(String node) {
    return upgrade instanceof RemoteUpgrade remote && remote.node().equals(node) ? remote : null;
  }

  /** The peer has committed the upgrade. */
  void upgradeTo(SessionTransport to) {
    SessionTransport from = current();
    upgrade = null;
    transport = to;
    if (from instanceof PollingTransport polling) {
      polling.discard();
    }
    if (!readable) {
      to.setReadable(false);
    }
    loop.heartbeats().onDelay(this);
    output.flushLater();
    if (observers != null) {
      observers.onUpgrade(this, to.kind());
    }
    tellUpgrade(to.kind());
  }

  void upgradeFailed() {
    upgrade = null;
    output.flushLater();
  }

  // --- closing

  /**
   * Sends what is queued, waits for an upgrade in progress, then closes with {@link
   * CloseReason#FORCED_CLOSE}.
   */
  public void close() {
    close(CloseReason.FORCED_CLOSE);
  }

  /** As {@link #close()}, with a reason of the caller's. */
  public void close(CloseReason reason) {
    if (STATE.compareAndSet(this, State.OPEN, State.CLOSING)) {
      loop.execute(
          () -> {
            output.drainInbox();
            if (!hasEnded()) {
              closing = reason;
              // Nothing is taken any more, but the peer's own close must be noticed.
              setReadable(true);
              loop.heartbeats().onClosing(this);
              flush();
            }
          });
    }
  }

  /**
   * The server shuts down: as {@link #close()}, but only what is queued is waited for, neither an
   * upgrade nor a GET in which to say goodbye. Any thread.
   */
  void shutDown() {
    close(CloseReason.SERVER_SHUTTING_DOWN);
    // It may have been closing, and waiting, already.
    loop.execute(output::flushLater);
  }

  /** Closes at once with {@link CloseReason#FORCED_CLOSE}; what is queued is dropped. */
  public void abort() {
    abort(CloseReason.FORCED_CLOSE);
  }

  void abort(CloseReason reason) {
    STATE.compareAndSet(this, State.OPEN, State.CLOSING);
    loop.execute(() -> end(reason, null));
  }

  /** The time for closing in order is over. Session's thread. */
  void endClosing() {
    CloseReason reason = closing;
    end(reason == null ? CloseReason.FORCED_CLOSE : reason, null);
  }

  /** Ends the session now, once. Session's thread. */
  @Override
  void end(CloseReason reason, @Nullable Throwable cause) {
    if (hasEnded()) {
      return;
    }
    state = State.CLOSED;
    log.debug("session {} ends: {}", id, reason, cause);
    loop.heartbeats().onEnd(this);
    if (upgrade != null) {
      upgrade.abandon();
      upgrade = null;
    }
    SessionTransport last = current();
    if (!readable) {
      // Or the host would not see the peer's answer to the close.
      last.setReadable(true);
    }
    last.close(reason);
    output.queue().clear();
    server.remove(this);
    if (observers != null) {
      observers.onClose(this, reason, cause);
    }
    tellClose(reason, cause);
  }

  // --- for the other classes of the engine

  @Override
  Session self() {
    return this;
  }

  EngineServer server() {
    return server;
  }

  EngineOptions options() {
    return server.options();
  }

  LoopState loop() {
    return loop;
  }

  Output output() {
    return output;
  }

  void use(SessionTransport first) {
    transport = first;
  }

  boolean hasEnded() {
    return state == State.CLOSED;
  }

  /** Whether a transport carries this session at the moment. */
  boolean isOn(SessionTransport candidate) {
    return transport == candidate && !hasEnded();
  }

  SessionTransport current() {
    SessionTransport now = transport;
    if (now == null) {
      throw new IllegalStateException("session " + id + " has no transport yet");
    }
    return now;
  }
}
