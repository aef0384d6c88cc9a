// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.net.URI;
import java.util.function.IntConsumer;

/** One connection of a Java client under test. */
interface EchoClient {
  /** Makes clients of one kind; what they share, they share through it. */
  interface Maker {
    /**
     * A client that connects to the default namespace over WebSocket alone.
     *
     * @param connected is run when it is there
     */
    EchoClient connect(URI server, Runnable connected);
  }

  /**
   * Emits a {@link Note} with an acknowledgement, from an object of the application's.
   *
   * @param answered gets the id of the note that came back, read from it; on any thread
   */
  void echo(int id, IntConsumer answered);
}
