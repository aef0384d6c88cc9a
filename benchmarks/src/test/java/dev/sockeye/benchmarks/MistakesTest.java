// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run against a server that answers wrongly fails, and says why. */
class MistakesTest {
  /** The longest: a run ends with its first mistake. */
  private static final Timing PATIENT =
      new Timing(Duration.ZERO, Duration.ofSeconds(10), Duration.ZERO, 1);

  private final Generator generator = new Generator();
  private final Target server = InProcess.limit();

  @AfterEach
  void stop() {
    generator.close();
    server.close();
  }

  @Test
  void anotherNoteThanTheOneThatWasSentFails() throws Exception {
    // The limit server answers with the note of the ack id, whatever was sent.
    var exchange =
        new Exchange(
            new byte[][] {Frames.masked(Wire.event(10, "echo", Note.json(4711)))},
            answer(4711),
            Wire.ACK_OFFSET,
            null);

    assertThat(reason(exchange)).contains("wrong answer: expected", "\"id\":4711", "\"id\":1000");
  }

  @Test
  void anAckThatNobodyAskedForFails() throws Exception {
    var exchange =
        new Exchange(
            new byte[][] {Frames.masked(Wire.event(55, "echo", Note.json(1000)))},
            answer(1000),
            Wire.ACK_OFFSET,
            null);

    assertThat(reason(exchange)).contains("wrong answer", "4355[");
  }

  @Test
  void twoAnswersToOneEventFail() throws Exception {
    byte[] event = Frames.masked(Wire.event(10, "echo", Note.json(1000)));
    var exchange =
        new Exchange(
            new byte[][] {Frames.concat(event, event)}, answer(1000), Wire.ACK_OFFSET, null);

    assertThat(reason(exchange)).isEqualTo("an event was answered twice");
  }

  @Test
  void aConnectionThatTheServerClosesFails() throws Exception {
    byte[] close = Frames.masked(Frames.CLOSE, new byte[] {3, (byte) 0xe8});
    var exchange = new Exchange(new byte[][] {close}, answer(1000), Wire.ACK_OFFSET, null);

    assertThat(reason(exchange)).isEqualTo("the server closed a connection");
  }

  private static Expected[] answer(int note) {
    return new Expected[] {new Expected(Wire.ack(10, Note.json(note)))};
  }

  private String reason(Exchange exchange) throws Exception {
    BiFunction<Load, Timing, Workload> workload =
        (load, timing) -> new EchoWorkload(load, 1, exchange);
    return ((Outcome.Failure) new Traffic(workload).run(generator, server, PATIENT)).reason();
  }
}
