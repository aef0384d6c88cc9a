// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.io.IOException;
import java.nio.file.Path;

/** A cookie with a new value on each response. */
class AwsAlbTest extends StickyContract {
  private static final Path CONFIG = Path.of(Setup.AWSALB.file());

  @Override
  Stage sticky() throws IOException {
    return Stage.set(CONFIG, false);
  }

  /** The client keeps no cookies. */
  @Override
  Visits slip(Stage stage, String client) throws IOException {
    return withoutCookies(stage, client);
  }
}
