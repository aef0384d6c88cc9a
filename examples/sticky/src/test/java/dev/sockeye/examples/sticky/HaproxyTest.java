// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.io.IOException;
import java.nio.file.Path;

/** The nodes' session cookie, with HAProxy's prefix. */
class HaproxyTest extends StickyContract {
  private static final Path CONFIG = Path.of(Setup.HAPROXY.file());

  @Override
  Stage sticky() throws IOException {
    return Stage.set(CONFIG, true);
  }

  /** The nodes send no cookie. */
  @Override
  Visits slip(Stage stage, String client) throws IOException {
    return on(Stage.set(CONFIG, false), client);
  }
}
