// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of the official Socket.IO 5 suite for peers that speak MessagePack, against the same
 * server with the other parser.
 */
abstract class SocketIoV5MessagePackSuite
    implements HandshakeRules, HeartbeatRules, CloseRules, UpgradeRules {

  // The members of a packet: their names and values.
  private static final String CONNECT = "a474797065 00";
  private static final String DISCONNECT = "a474797065 01";
  private static final String EVENT = "a474797065 02";
  private static final String ACK = "a474797065 03";
  private static final String CONNECT_ERROR = "a474797065 04";
  private static final String DATA = "a464617461";
  private static final String ID_456 = "a26964 cd01c8";
  private static final String MAIN = "a36e7370 a12f";
  private static final String CUSTOM = "a36e7370 a72f637573746f6d";
  private static final String RANDOM = "a36e7370 a72f72616e646f6d";

  // Values: names of events, and the auth payload.
  private static final String AUTH = "a461757468";
  private static final String MESSAGE = "a76d657373616765";
  private static final String MESSAGE_BACK = "ac6d6573736167652d6261636b";
  private static final String MESSAGE_WITH_ACK = "b06d6573736167652d776974682d61636b";
  private static final String TOKEN = "81 a5746f6b656e a3313233";
  private static final String ARGUMENTS = "01 a132 81 a133 91 c3";
  private static final String BLOBS = "c403 010203 c403 040506";

  private static final byte[] GREETING = bytes("83", EVENT, DATA, "92", AUTH, "80", MAIN);

  private static byte[] bytes(String... hex) {
    return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void settle(PollingPeer peer) {
    peer.post("b" + Base64.getEncoder().encodeToString(bytes("82", CONNECT, MAIN)));
    String greeting = Base64.getEncoder().encodeToString(GREETING);
    String heard = "";
    while (!heard.contains(greeting)) {
      heard = peer.pollAnsweringPings();
    }
  }

  @Override
  public void settle(WebSocketPeer peer) {
    peer.send(bytes("82", CONNECT, MAIN));
    Object heard = "";
    while (!(heard instanceof byte[] packet) || !hex(packet).equals(hex(GREETING))) {
      heard = peer.receiveAnsweringPings();
    }
  }

  @Override
  public void assertAlive(WebSocketPeer peer) {
    peer.send(bytes("82", CONNECT, RANDOM));
    assertRefused(peer);
  }

  /** The reference has its members in another order than in its other packets. */
  private static void assertRefused(WebSocketPeer peer) {
    String message = "81 a76d657373616765 b1496e76616c6964206e616d657370616365";
    assertThat(receive(peer))
        .startsWith(hex(bytes("83", CONNECT_ERROR)))
        .contains(hex(bytes(DATA, message)))
        .contains(hex(bytes(RANDOM)));
  }

  private static String receive(WebSocketPeer peer) {
    return hex((byte[]) peer.receive());
  }

  private WebSocketPeer open() {
    return WebSocketPeer.open(target().unhurried(), "EIO=4");
  }

  /** A peer that has joined the main namespace. */
  private WebSocketPeer join() {
    WebSocketPeer peer = open();
    peer.send(bytes("82", CONNECT, MAIN));
    assertJoined(peer, MAIN);
    peer.expect(GREETING);
    return peer;
  }

  /** With a session id, and nothing else but the reference's undefined id for recovery. */
  private static void assertJoined(WebSocketPeer peer, String namespace) {
    String noRecovery = hex(bytes("a3706964 d40000"));
    assertThat(receive(peer))
        .matches(
            hex(bytes("83", CONNECT, DATA))
                + "8[12]a3736964b4[0-9a-f]{40}("
                + noRecovery
                + ")?"
                + hex(bytes(namespace)));
  }

  @Test
  void aPeerJoinsTheMainNamespaceWithAPayload() {
    WebSocketPeer peer = open();
    peer.send(bytes("83", CONNECT, DATA, TOKEN, MAIN));
    assertJoined(peer, MAIN);
    peer.expect(bytes("83", EVENT, DATA, "92", AUTH, TOKEN, MAIN));
  }

  @Test
  void aPeerJoinsWithAnUndefinedPayload() {
    WebSocketPeer peer = open();
    peer.send(bytes("83", CONNECT, DATA, "d40000", MAIN));
    assertJoined(peer, MAIN);
    peer.expect(GREETING);
  }

  @Test
  void aPeerJoinsACustomNamespace() {
    WebSocketPeer peer = open();
    peer.send(bytes("83", CONNECT, DATA, TOKEN, CUSTOM));
    assertJoined(peer, CUSTOM);
    peer.expect(bytes("83", EVENT, DATA, "92", AUTH, TOKEN, CUSTOM));
  }

  @Test
  void anUnknownNamespaceIsRefused() {
    WebSocketPeer peer = open();
    peer.send(bytes("82", CONNECT, RANDOM));
    assertRefused(peer);
  }

  @Test
  void aPeerThatJoinsNoNamespaceIsClosed() {
    WebSocketPeer.open(target().asListed(), "EIO=4").answerPingsUntilClosed();
  }

  @Test
  void aDisconnectIsAnsweredByNothingAndLeavesTheConnectionOpen() {
    WebSocketPeer peer = join();
    peer.send(bytes("82", DISCONNECT, MAIN));
    assertAlive(peer);
  }

  @Test
  void leavingACustomNamespaceLeavesTheMainOneAlone() {
    WebSocketPeer peer = join();
    peer.send(bytes("82", CONNECT, CUSTOM));
    assertJoined(peer, CUSTOM);
    peer.expect(bytes("83", EVENT, DATA, "92", AUTH, "80", CUSTOM));
    peer.send(bytes("82", DISCONNECT, CUSTOM));
    peer.send(bytes("83", EVENT, DATA, "92", MESSAGE, "01", MAIN));
    peer.expect(bytes("83", EVENT, DATA, "92", MESSAGE_BACK, "01", MAIN));
  }

  @Test
  void anEventTravels() {
    WebSocketPeer peer = join();
    peer.send(bytes("83", EVENT, DATA, "94", MESSAGE, ARGUMENTS, MAIN));
    peer.expect(bytes("83", EVENT, DATA, "94", MESSAGE_BACK, ARGUMENTS, MAIN));
  }

  @Test
  void anEventTravelsWithItsBlobs() {
    WebSocketPeer peer = join();
    peer.send(bytes("83", EVENT, DATA, "93", MESSAGE, BLOBS, MAIN));
    peer.expect(bytes("83", EVENT, DATA, "93", MESSAGE_BACK, BLOBS, MAIN));
  }

  @Test
  void anEventIsAcknowledged() {
    WebSocketPeer peer = join();
    peer.send(bytes("84", EVENT, DATA, "94", MESSAGE_WITH_ACK, ARGUMENTS, ID_456, MAIN));
    peer.expect(bytes("84", ID_456, ACK, DATA, "93", ARGUMENTS, MAIN));
  }

  @Test
  void anEventIsAcknowledgedWithBlobs() {
    WebSocketPeer peer = join();
    peer.send(bytes("84", EVENT, DATA, "93", MESSAGE_WITH_ACK, BLOBS, ID_456, MAIN));
    peer.expect(bytes("84", ID_456, ACK, DATA, "92", BLOBS, MAIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c1",
        "80",
        "82" + "a474797065 05" + MAIN,
        "81" + EVENT,
        "83" + EVENT + DATA + "80" + MAIN,
        "83" + DISCONNECT + DATA + "c0" + MAIN,
        "84" + EVENT + DATA + "91 a161" + "a26964 a131" + MAIN,
        "83" + EVENT + DATA + "91 a161" + MAIN + "00"
      })
  void aPeerThatSendsAMalformedPacketIsClosed(String packet) {
    WebSocketPeer peer = join();
    peer.send(bytes(packet));
    peer.awaitClose();
  }

  @Test
  void aPeerThatSendsATextIsClosed() {
    WebSocketPeer peer = join();
    peer.send("42[\"message\"]");
    peer.awaitClose();
  }
}
