// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.PeerSocket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the chat says on the wire. */
class ChatTest {
  private final SocketIoServer io = SocketIoServer.builder().dispatch(Dispatch.ioThread()).build();
  private final LocalHost host = LocalHost.of(io.engine());

  @BeforeEach
  void open() {
    new Chat(io).open();
  }

  @Test
  void aNewGuestHearsOfTheRooms() {
    assertThat(login("Ada", "key").received())
        .contains(
            "42[\"rooms\",[{\"name\":\"lobby\",\"people\":0,\"messages\":0},"
                + "{\"name\":\"java\",\"people\":0,\"messages\":0},"
                + "{\"name\":\"fishing\",\"people\":0,\"messages\":0}]]");
  }

  @Test
  void aNameIsNeeded() {
    assertThat(login(" ", "key").received())
        .containsExactly("44{\"message\":\"A name has 1 to 24 characters.\"}");
  }

  @Test
  void aNameHas24CharactersAtMost() {
    assertThat(login("x".repeat(25), "key").received())
        .containsExactly("44{\"message\":\"A name has 1 to 24 characters.\"}");
  }

  @Test
  void aNameThatSomebodyHasIsRefusedInCapitalsToo() {
    guest("Ada");
    assertThat(login("ADA", "another key").received())
        .containsExactly("44{\"message\":\"Somebody here is called ADA already.\"}");
  }

  @Test
  void whoComesBackWithTheirKeyKeepsTheirName() {
    login("Ada", "key");
    assertThat(login("Ada", "key").received().get(0)).startsWith("40{\"sid\":");
  }

  @Test
  void aNameIsFreeOnceItsOwnerHasGone() {
    guest("Ada").close();
    assertThat(login("Ada", "another key").received().get(0)).startsWith("40{\"sid\":");
  }

  @Test
  void whoEntersLearnsWhoIsThere() {
    entered("Ada", "lobby");
    PeerSocket grace = guest("Grace").send("421[\"enter\",\"lobby\"]");
    assertThat(grace.received())
        .contains("431[{\"room\":\"lobby\",\"people\":[\"Ada\",\"Grace\"],\"history\":[]}]");
  }

  @Test
  void thoseWhoAreThereLearnWhoEnters() {
    PeerSocket ada = entered("Ada", "lobby");
    entered("Grace", "lobby");
    assertThat(ada.received())
        .contains("42[\"people\",{\"room\":\"lobby\",\"names\":[\"Ada\",\"Grace\"]}]");
  }

  @Test
  void thoseWhoStayLearnWhoLeaves() {
    PeerSocket ada = entered("Ada", "lobby");
    entered("Grace", "lobby").drop();
    assertThat(ada.received()).endsWith(people("lobby", "\"Ada\""), room("lobby", 1, 0));
  }

  @Test
  void whoEntersAnotherRoomLeavesTheFirst() {
    PeerSocket ada = entered("Ada", "lobby");
    PeerSocket grace = entered("Grace", "lobby");
    ada.received();
    grace.send("421[\"enter\",\"java\"]");
    assertThat(ada.received())
        .containsExactly(people("lobby", "\"Ada\""), room("lobby", 1, 0), room("java", 1, 0));
  }

  @Test
  void aMessageReachesTheRoom() {
    PeerSocket ada = entered("Ada", "lobby");
    PeerSocket grace = entered("Grace", "lobby");
    ada.received();
    grace.send("422[\"say\",{\"nonce\":\"n\",\"text\":\"Hi\"}]");
    assertThat(ada.received())
        .singleElement()
        .asString()
        .startsWith(
            "42[\"message\",{\"number\":1,\"room\":\"lobby\",\"nonce\":\"n\",\"author\":\"Grace\",\"text\":\"Hi\",\"at\":");
  }

  @Test
  void anAuthorGetsTheMessageAsTheAnswer() {
    PeerSocket ada = entered("Ada", "lobby").send("422[\"say\",{\"nonce\":\"n\",\"text\":\"Hi\"}]");
    assertThat(ada.received()).singleElement().asString().startsWith("432[{\"number\":1,");
  }

  @Test
  void otherRoomsOnlyHearThatThereIsAMessage() {
    PeerSocket ada = entered("Ada", "java");
    PeerSocket grace = entered("Grace", "lobby");
    ada.received();
    grace.send("42[\"say\",{\"nonce\":\"n\",\"text\":\"Hi\"}]");
    assertThat(ada.received()).containsExactly(room("lobby", 1, 1));
  }

  @Test
  void nobodySpeaksOutsideARoom() {
    assertThat(guest("Ada").send("422[\"say\",{\"nonce\":\"n\",\"text\":\"Hi\"}]").received())
        .containsExactly("432[{\"error\":\"Enter a room first.\"}]");
  }

  @Test
  void aMessageAboveTheLimitIsNotSaid() {
    PeerSocket ada = entered("Ada", "lobby");
    PeerSocket grace = entered("Grace", "lobby");
    ada.received();
    grace.send("42[\"say\",{\"nonce\":\"n\",\"text\":\"" + "x".repeat(2001) + "\"}]");
    assertThat(ada.received()).isEmpty();
  }

  @Test
  void theHistoryHasTheLast200Messages() {
    PeerSocket ada = entered("Ada", "lobby");
    for (int i = 1; i <= 201; i++) {
      ada.send("42[\"say\",{\"nonce\":\"n\",\"text\":\"no. " + i + "\"}]");
    }
    String answer = guest("Grace").send("421[\"enter\",\"lobby\"]").received().get(2);
    assertThat(answer).contains("no. 201\"", "no. 2\"").doesNotContain("no. 1\"");
  }

  @Test
  void typingIsTheOthersToKnow() {
    PeerSocket ada = entered("Ada", "lobby");
    PeerSocket grace = entered("Grace", "lobby");
    ada.received();
    grace.send("42[\"typing\",true]");
    assertThat(ada.received())
        .containsExactly("42[\"typing\",{\"name\":\"Grace\",\"typing\":true}]");
  }

  @Test
  void aRoomIsNamedInLettersDigitsAndDashes() {
    assertThat(guest("Ada").send("421[\"enter\",\"a room\"]").received())
        .containsExactly("431[{\"error\":\"There is no room for #a room.\"}]");
  }

  @Test
  void thereAre24RoomsAtMost() {
    PeerSocket ada = guest("Ada");
    for (int i = 4; i <= 24; i++) {
      ada.send("42[\"enter\",\"room-" + i + "\"]");
    }
    ada.received();
    assertThat(ada.send("421[\"enter\",\"room-25\"]").received())
        .containsExactly("431[{\"error\":\"There is no room for #room-25.\"}]");
  }

  private PeerSocket login(String name, String key) {
    PeerSocket peer = host.peer().openWebSocket();
    return peer.send("40{\"name\":\"" + name + "\",\"key\":\"" + key + "\"}");
  }

  /** Somebody who is let in, and has read what they got. */
  private PeerSocket guest(String name) {
    return read(login(name, name + "'s key"));
  }

  private PeerSocket entered(String name, String room) {
    return read(guest(name).send("42[\"enter\",\"" + room + "\"]"));
  }

  private static PeerSocket read(PeerSocket peer) {
    List<String> unused = peer.received();
    return peer;
  }

  private static String people(String room, String names) {
    return "42[\"people\",{\"room\":\"" + room + "\",\"names\":[" + names + "]}]";
  }

  private static String room(String name, int people, int messages) {
    return "42[\"room\",{\"name\":\"%s\",\"people\":%d,\"messages\":%d}]"
        .formatted(name, people, messages);
  }
}
