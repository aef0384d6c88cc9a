// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Transport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientUpgradeTest {
  private final ClientStory story = ClientStory.begin(b -> b.rememberUpgrade(true));
  private final LocalNetwork network = story.network;

  private LocalServerSocket probe() {
    network.nextCall().respond(ClientStory.OPEN);
    return network.nextWebSocket().accept();
  }

  @Test
  void theProbeCarriesTheId() {
    network.nextCall().respond(ClientStory.OPEN);
    assertThat(network.nextWebSocket())
        .hasToString("GET /engine.io/?EIO=4&transport=websocket&sid=abc");
  }

  @Test
  void theProbeAsks() {
    assertThat(probe().received()).containsExactly("2probe");
  }

  @Test
  void theUpgradeWaitsForThePollUnderWay() {
    LocalServerSocket socket = probe();
    socket.received();
    assertThat(socket.send("3probe").received()).isEmpty();
  }

  @Test
  void theUpgradeFollowsTheLastPoll() {
    LocalServerSocket socket = probe().send("3probe");
    network.nextCall().respond("6");
    assertThat(socket.received()).containsExactly("2probe", "5");
  }

  @Test
  void theUpgradeWaitsForThePostUnderWay() {
    LocalServerSocket socket = probe();
    LocalCall poll = network.nextCall();
    story.send("a");
    LocalCall post = network.nextCall();
    socket.send("3probe");
    poll.respond("6");
    socket.received();
    post.respond("ok");
    assertThat(socket.received()).containsExactly("5");
  }

  @Test
  void whatIsSentMeanwhileFollowsOnTheWebSocket() {
    LocalServerSocket socket = probe().send("3probe");
    story.send("a");
    network.nextCall().respond("6");
    assertThat(socket.received()).containsExactly("2probe", "5", "4a");
  }

  @Test
  void theListenerHearsOfTheUpgrade() {
    probe().send("3probe");
    network.nextCall().respond("6");
    assertThat(story.events()).containsExactly("open abc", "upgrade WEBSOCKET");
  }

  @Test
  void nothingIsPolledAfterTheUpgrade() {
    probe().send("3probe");
    network.nextCall().respond("6");
    assertThat(network.hasNext()).isFalse();
  }

  @Test
  void aRefusedProbeLeavesThePollingAlone() {
    network.nextCall().respond(ClientStory.OPEN);
    network.nextWebSocket().refuse(400, "");
    network.nextCall().respond("4still here");
    assertThat(story.events()).containsExactly("open abc", "upgrade error", "message still here");
  }

  @Test
  void aWrongAnswerFailsTheProbe() {
    probe().send("3other");
    assertThat(story.events()).containsExactly("open abc", "upgrade error");
  }

  @Test
  void aProbeLostWhilePollingPausesLetsItGoOn() {
    LocalServerSocket socket = probe().send("3probe");
    LocalCall poll = network.nextCall();
    socket.drop();
    poll.respond("6");
    assertThat(network.nextCall()).hasToString("GET /engine.io/?EIO=4&transport=polling&sid=abc");
  }

  @Test
  void aProbeThatTakesTooLongIsGivenUp() {
    LocalServerSocket socket = probe();
    story.advance(Duration.ofSeconds(10));
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void closingWaitsForTheUpgrade() {
    LocalServerSocket socket = probe().send("3probe");
    story.close();
    assertThat(story.events()).containsExactly("open abc");
    network.nextCall().respond("6");
    assertThat(story.events()).containsExactly("upgrade WEBSOCKET", "close: forced close");
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void anUpgradeThatIsNotWantedIsNotTried() {
    ClientStory other = ClientStory.begin(b -> b.upgrade(false));
    other.network.nextCall().respond(ClientStory.OPEN);
    other.network.nextCall();
    assertThat(other.network.hasNext()).isFalse();
  }

  @Test
  void onlyOwnTransportsAreTried() {
    ClientStory other = ClientStory.begin(b -> b.transports(Transport.POLLING));
    other.network.nextCall().respond(ClientStory.OPEN);
    other.network.nextCall();
    assertThat(other.network.hasNext()).isFalse();
  }

  @Test
  void aRememberedUpgradeLetsTheNextSessionBeginThere() {
    probe().send("3probe");
    network.nextCall().respond("6");
    story.again();
    assertThat(network.nextWebSocket()).hasToString("GET /engine.io/?EIO=4&transport=websocket");
  }

  @Test
  void otherClientsKnowNothingOfIt() {
    probe().send("3probe");
    network.nextCall().respond("6");
    ClientStory other = ClientStory.begin(network, b -> b.rememberUpgrade(true));
    assertThat(other.network.nextCall()).hasToString("GET /engine.io/?EIO=4&transport=polling");
  }
}
