// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of the official Socket.IO 5 suite, against a server that tells each peer its auth
 * payload and sends back what it gets.
 */
abstract class SocketIoV5Suite implements HandshakeRules, HeartbeatRules, CloseRules, UpgradeRules {

  private static final String GREETING = "42[\"auth\",{}]";

  /** Joins a namespace in time for the connect time-out; what the server says to that is read. */
  @Override
  public void settle(PollingPeer peer) {
    peer.post("40");
    String heard = "";
    while (!heard.contains(GREETING)) {
      heard = peer.pollAnsweringPings();
    }
  }

  @Override
  public void settle(WebSocketPeer peer) {
    peer.send("40");
    Object heard = "";
    while (!heard.equals(GREETING)) {
      heard = peer.receiveAnsweringPings();
    }
  }

  private static final byte[] BLOB = {1, 2, 3};
  private static final byte[] OTHER_BLOB = {4, 5, 6};

  /** A peer that has joined no namespace. */
  private WebSocketPeer open() {
    return WebSocketPeer.open(target().unhurried(), "EIO=4");
  }

  /** A peer that has joined the main namespace. */
  private WebSocketPeer join() {
    WebSocketPeer peer = open();
    peer.send("40");
    assertThat(peer.receiveText()).startsWith("40{");
    peer.expect("42[\"auth\",{}]");
    return peer;
  }

  @Override
  public void assertAlive(WebSocketPeer peer) {
    peer.send("40/random");
    peer.expect("44/random,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void aPeerJoinsTheMainNamespace() {
    WebSocketPeer peer = open();
    peer.send("40");
    assertThat(peer.receiveText()).matches("40\\{\"sid\":\"[^\"]+\"}");
    peer.expect("42[\"auth\",{}]");
  }

  @Test
  void aPeerJoinsTheMainNamespaceWithAPayload() {
    WebSocketPeer peer = open();
    peer.send("40{\"token\":\"123\"}");
    assertThat(peer.receiveText()).matches("40\\{\"sid\":\"[^\"]+\"}");
    peer.expect("42[\"auth\",{\"token\":\"123\"}]");
  }

  @Test
  void aPeerJoinsACustomNamespace() {
    WebSocketPeer peer = open();
    peer.send("40/custom,");
    assertThat(peer.receiveText()).matches("40/custom,\\{\"sid\":\"[^\"]+\"}");
    peer.expect("42/custom,[\"auth\",{}]");
  }

  @Test
  void aPeerJoinsACustomNamespaceWithAPayload() {
    WebSocketPeer peer = open();
    peer.send("40/custom,{\"token\":\"abc\"}");
    assertThat(peer.receiveText()).matches("40/custom,\\{\"sid\":\"[^\"]+\"}");
    peer.expect("42/custom,[\"auth\",{\"token\":\"abc\"}]");
  }

  @Test
  void anUnknownNamespaceIsRefused() {
    WebSocketPeer peer = open();
    peer.send("40/random");
    peer.expect("44/random,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void aPeerThatSendsNoSocketIoPacketIsClosed() {
    WebSocketPeer peer = open();
    peer.send("4abc");
    peer.awaitClose();
  }

  @Test
  void aPeerThatJoinsNoNamespaceIsClosed() {
    WebSocketPeer.open(target().asListed(), "EIO=4").answerPingsUntilClosed();
  }

  @Test
  void aDisconnectIsAnsweredByNothingAndLeavesTheConnectionOpen() {
    WebSocketPeer peer = join();
    peer.send("41");
    assertAlive(peer);
  }

  @Test
  void leavingACustomNamespaceLeavesTheMainOneAlone() {
    WebSocketPeer peer = join();
    peer.send("40/custom");
    assertThat(peer.receiveText()).startsWith("40/custom,{");
    peer.expect("42/custom,[\"auth\",{}]");
    peer.send("41/custom");
    peer.send("42[\"message\",\"still here\"]");
    peer.expect("42[\"message-back\",\"still here\"]");
  }

  @Test
  void anEventTravels() {
    WebSocketPeer peer = join();
    peer.send("42[\"message\",1,\"2\",{\"3\":[true]}]");
    peer.expect("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
  }

  @Test
  void anEventTravelsWithItsBlobs() {
    WebSocketPeer peer = join();
    sendWithBlobs(peer, "452-[\"message\"," + PLACEHOLDERS + "]");
    expectWithBlobs(peer, "452-[\"message-back\"," + PLACEHOLDERS + "]");
  }

  @Test
  void anEventIsAcknowledged() {
    WebSocketPeer peer = join();
    peer.send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
    peer.expect("43456[1,\"2\",{\"3\":[false]}]");
  }

  @Test
  void anEventIsAcknowledgedWithBlobs() {
    WebSocketPeer peer = join();
    sendWithBlobs(peer, "452-789[\"message-with-ack\"," + PLACEHOLDERS + "]");
    expectWithBlobs(peer, "462-789[" + PLACEHOLDERS + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4abc", "42{}", "42abc[\"message-with-ack\",1,\"2\",{\"3\":[false]}]"})
  void aPeerThatSendsAMalformedPacketIsClosed(String frame) {
    WebSocketPeer peer = join();
    peer.send(frame);
    peer.awaitClose();
  }

  private static final String PLACEHOLDERS =
      "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}";

  private static void sendWithBlobs(WebSocketPeer peer, String text) {
    peer.send(text);
    peer.send(BLOB);
    peer.send(OTHER_BLOB);
  }

  private static void expectWithBlobs(WebSocketPeer peer, String text) {
    peer.expect(text);
    peer.expect(BLOB);
    peer.expect(OTHER_BLOB);
  }
}
