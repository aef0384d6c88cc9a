// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentHeaderTest {
  @Test
  void theNumberIsAString() {
    assertThat(AttachmentHeader.parse("{\"uid\":\"a\",\"type\":3,\"attachmentId\":\"1\"}"))
        .contains(new AttachmentHeader("a", 1));
  }

  @Test
  void theNumberMayBeANumber() {
    assertThat(AttachmentHeader.parse("{\"attachmentId\":12,\"uid\":\"a\"}"))
        .contains(new AttachmentHeader("a", 12));
  }

  @Test
  void keysThatArentKnownDoNoHarm() {
    assertThat(AttachmentHeader.parse("{\"nodeId\":\"n\",\"attachmentId\":\"1\"}"))
        .contains(new AttachmentHeader("", 1));
  }

  @Test
  void aMessageThatTalksOfOneIsAMessage() {
    assertThat(AttachmentHeader.parse("{\"type\":3,\"data\":{\"attachmentId\":\"1\"}}")).isEmpty();
  }

  @Test
  void whatIsNoNumberIsNoHeader() {
    assertThat(AttachmentHeader.parse("{\"attachmentId\":\"x\"}")).isEmpty();
  }

  @Test
  void garbageIsNoHeader() {
    assertThat(AttachmentHeader.parse("{\"attachmentId\"")).isEmpty();
  }
}
