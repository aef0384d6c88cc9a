// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.PacketFormatException;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session begins: with one transport or, where {@code tryAllTransports} says so, the next one
 * after each that fails; with the server's handshake; and with the upgrade that it offers.
 * Connection's thread only.
 *
 * <p>Implements "Handshake" of the Engine.IO protocol.
 */
final class Opening {
  private final EngineClient client;
  private final EngineOptions options;
  private final Requests requests;
  private final TransportEvents events;

  /** How many transports were tried. */
  private int tried;

  /**
   * Asks the suppliers for what this session uses; throws what they throw.
   *
   * @param events who is told what comes over the transports
   */
  Opening(EngineClient client, Scheduler scheduler, TransportEvents events) {
    this.client = client;
    this.options = client.options();
    this.requests = new Requests(options, client.cookies(), client.network(), scheduler);
    this.events = events;
    client.goTo(requests.server());
  }

  /** The transport to begin with. */
  ClientTransport first() {
    return transport(client.firstTransport());
  }

  /** The transport to try after one that has failed; null if there is none. */
  @Nullable ClientTransport after(Transport failed) {
    List<Transport> all = options.transports;
    return options.tryAllTransports && tried < all.size()
        ? transport(all.get((all.indexOf(failed) + 1) % all.size()))
        : null;
  }

  private ClientTransport transport(Transport kind) {
    tried++;
    return kind == Transport.POLLING
        ? new PollingTransport(requests, options, events)
        : new WebSocketTransport(requests, events);
  }

  /**
   * The server has agreed to a session.
   *
   * @param over the transport that its packet came over
   * @throws PacketFormatException if the packet is no handshake
   */
  Handshake shakeHands(RawData json, ClientTransport over) throws PacketFormatException {
    Handshake handshake = Handshake.parse(json);
    requests.sid(handshake.sid());
    if (over instanceof PollingTransport polling) {
      polling.maxPayload(handshake.maxPayload());
    }
    client.remember(over.kind());
    return handshake;
  }

  /** The upgrade that follows, not begun yet; null if there is none. */
  @Nullable Probe upgrade(
      Handshake handshake, ClientTransport from, Scheduler scheduler, Probe.Owner owner) {
    if (options.upgrade
        && options.transports.contains(Transport.WEBSOCKET)
        && handshake.upgrades().contains(Transport.WEBSOCKET.wireName())
        && from instanceof PollingTransport polling) {
      client.forgetUpgrade();
      return new Probe(owner, polling, requests, scheduler, options.upgradeTimeout);
    }
    return null;
  }
}
