// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of publications. */
class ReceiptsTest {
  private final Receipts receipts = new Receipts();
  private final List<String> log = new ArrayList<>();

  @Test
  void aMessageThatIsBackHasArrived() {
    long number = send("a");
    receipts.onReturn(number);
    assertThat(log).containsExactly("a");
  }

  @Test
  void whatWasSentBeforeAMessageThatIsBackIsLost() {
    send("a");
    receipts.onReturn(send("b"));
    assertThat(log).containsExactly("a: message 1 was lost", "b");
  }

  @Test
  void whatWasSentAfterAMessageThatIsBackIsOnItsWay() {
    long number = send("a");
    send("b");
    receipts.onReturn(number);
    assertThat(log).containsExactly("a");
  }

  @Test
  void aMessageIsReportedOnce() {
    long number = send("a");
    receipts.onReturn(number);
    receipts.onReturn(number);
    receipts.fail(number, new IOException("gone"));
    assertThat(log).containsExactly("a");
  }

  @Test
  void allThatIsOnItsWayFailsWithTheConnection() {
    send("a");
    send("b");
    receipts.fail(Long.MAX_VALUE, new IOException("gone"));
    assertThat(log).containsExactly("a: gone", "b: gone");
  }

  private long send(String name) {
    return receipts.await(
        new PublishCallback() {
          @Override
          public void onPublished(Optional<String> offset) {
            log.add(name);
          }

          @Override
          public void onFailure(Throwable why) {
            log.add(name + ": " + why.getMessage());
          }
        });
  }
}
