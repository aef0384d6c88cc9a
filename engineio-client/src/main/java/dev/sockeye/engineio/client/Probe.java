// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.spi.Scheduler;
import java.time.Duration;
import java.util.Objects;

/**
 * An upgrade in progress, from polling to a WebSocket:
 *
 * <pre>
 * client, WebSocket   2probe                                       5   messages …
 * server, WebSocket           3probe
 * polling             …               the last GET and POST end
 * </pre>
 *
 * <p>Whatever goes wrong before the {@code 5} closes the WebSocket only, and polling goes on.
 * Connection's thread only. Implements "Upgrade" of the Engine.IO protocol.
 */
final class Probe implements TransportEvents {
  /** Whose upgrade it is. */
  interface Owner {
    /** The server has agreed; nothing is to be sent until the upgrade is over. */
    void onUpgrading();

    /** The session is on the WebSocket now. */
    void onUpgraded(WebSocketTransport to);

    /** The session stays where it is. */
    void onUpgradeFailed(EngineException error);
  }

  private static final RawData PROBE = RawData.text("probe");

  private final Owner owner;
  private final PollingTransport from;
  private final WebSocketTransport to;
  private final Scheduler.Cancellable timeout;
  private boolean pausing;
  private boolean over;

  Probe(
      Owner owner, PollingTransport from, Requests requests, Scheduler scheduler, Duration limit) {
    this.owner = owner;
    this.from = from;
    this.to = new WebSocketTransport(requests, this);
    this.timeout =
        scheduler.schedule(
            () -> fail(failure("no upgrade within upgradeTimeout " + limit)), limit.toNanos());
  }

  void open() {
    to.open();
  }

  /** Whether the server has agreed, so that nothing may be sent over the old transport any more. */
  boolean isPausing() {
    return pausing;
  }

  @Override
  public void onTransportOpen() {
    to.sendNow(Outbox.control(PacketType.PING, PROBE));
  }

  @Override
  public void onPacket(Packet packet) {
    if (over || pausing) {
      return;
    }
    if (packet.type() == PacketType.PONG && packet.data().equals(PROBE)) {
      pausing = true;
      owner.onUpgrading();
      from.pause(this::commit);
    } else {
      fail(failure("unexpected packet: " + packet.type()));
    }
  }

  private void commit() {
    if (over) {
      return;
    }
    stop();
    to.sendNow(Outbox.control(PacketType.UPGRADE, Packet.NO_DATA));
    owner.onUpgraded(to);
  }

  @Override
  public void onTransportEnd(CloseReason reason, CloseDetails details) {
    EngineException error = details.error();
    fail(error == null ? failure(details.description()) : error.ofUpgrade());
  }

  private static EngineException failure(String why) {
    return EngineException.failed(Transport.WEBSOCKET, EngineException.Phase.UPGRADE, why);
  }

  private void fail(EngineException error) {
    if (over) {
      return;
    }
    abandon();
    owner.onUpgradeFailed(Objects.requireNonNull(error));
    from.resume();
  }

  /** Gives up without a word: the session has ended. */
  void abandon() {
    stop();
    to.close(() -> {});
  }

  private void stop() {
    over = true;
    timeout.cancel();
  }
}
