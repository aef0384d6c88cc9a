// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendQueueTest {
  private final SendQueue queue = new SendQueue(10);

  private static Message message(String text) {
    return Message.of(RawData.text(text));
  }

  private List<String> drained() {
    List<String> texts = new ArrayList<>();
    queue.drainInbox(message -> texts.add(message.frames().get(0).toString()));
    return texts;
  }

  @Test
  void theInboxIsDrainedOldestFirst() {
    queue.push(message("a"));
    queue.push(message("b"));
    queue.push(message("c"));
    assertThat(drained()).containsExactly("4a", "4b", "4c");
    assertThat(drained()).isEmpty();
  }

  @Test
  void inboxAndOutboxCountTogether() {
    queue.push(message("123"));
    queue.append(message("12345"));
    assertThat(queue.bytes()).isEqualTo(10);
    assertThat(queue.hasRoomFor(message(""))).isFalse();
    drained();
    assertThat(queue.bytes()).isEqualTo(6);
    assertThat(queue.hasRoomFor(message("123"))).isTrue();
  }

  @Test
  void theOutboxGivesTheOldestFirst() {
    Message first = message("1");
    Message second = message("2");
    queue.append(first);
    queue.append(second);
    assertThat(queue.poll()).isSameAs(first);
    assertThat(queue.takeAll()).containsExactly(second);
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.poll()).isNull();
  }

  @Test
  void whatIsClearedIsNotCounted() {
    queue.push(message("1"));
    queue.append(message("2"));
    queue.clear();
    assertThat(queue.bytes()).isZero();
    assertThat(queue.isEmpty()).isTrue();
  }
}
