// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of connections, for which nobody waits. */
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  static void unattended(CompletionStage<Void> closing) {
    closing.whenComplete(
        (done, error) -> {
          if (error != null) {
            LOG.debug("a connection to Redis was not closed in order", error);
          }
        });
  }
}
