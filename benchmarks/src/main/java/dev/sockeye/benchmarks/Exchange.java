// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a client may have in flight, one per slot, and their answers.
 *
 * @param requests the frames of each request
 * @param answers the text of each answer
 * @param ackOffset where the two digits of the ack id stand in an answer
 * @param attachment the binary frame that follows an answer; null if none does
 */
record Exchange(
    byte[][] requests, Expected[] answers, int ackOffset, @Nullable Expected attachment) {
  /** A note that comes back as it is. */
  static Exchange notes(String event, int inFlight) {
    return new Exchange(
        requests(
            inFlight, slot -> Frames.masked(Wire.event(ack(slot), event, Note.json(noteId(slot))))),
        answers(inFlight, slot -> Wire.ack(ack(slot), Note.json(noteId(slot)))),
        Wire.ACK_OFFSET,
        null);
  }

  /** 1 KiB of binary data that comes back as it is. */
  static Exchange blobs(int inFlight) {
    byte[] attachment = Frames.masked(Frames.BINARY, Wire.blob());
    return new Exchange(
        requests(
            inFlight, slot -> Frames.concat(Frames.masked(Wire.blobEvent(ack(slot))), attachment)),
        answers(inFlight, slot -> Wire.blobAck(ack(slot))),
        Wire.BINARY_ACK_OFFSET,
        new Expected(Wire.blob()));
  }

  /** Says which note a slot sends: always of four digits. */
  static int noteId(int slot) {
    return 1000 + slot;
  }

  private static int ack(int slot) {
    return Wire.FIRST_ACK + slot;
  }

  private static byte[][] requests(int inFlight, IntFunction<byte[]> request) {
    byte[][] requests = new byte[inFlight][];
    for (int slot = 0; slot < inFlight; slot++) {
      requests[slot] = request.apply(slot);
    }
    return requests;
  }

  private static Expected[] answers(int inFlight, IntFunction<String> answer) {
    var answers = new Expected[inFlight];
    for (int slot = 0; slot < inFlight; slot++) {
      answers[slot] = new Expected(answer.apply(slot));
    }
    return answers;
  }
}
