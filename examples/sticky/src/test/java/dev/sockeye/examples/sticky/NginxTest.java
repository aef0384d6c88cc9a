// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.io.TempDir;

/** The client's address. */
class NginxTest extends StickyContract {
  private static final Path CONFIG = Path.of(Setup.NGINX.file());

  @TempDir private Path folder;

  @Override
  Stage sticky() throws IOException {
    return Stage.set(CONFIG, false);
  }

  /** Round robin. */
  @Override
  Visits slip(Stage stage, String client) throws IOException {
    return on(Stage.set(withoutHash(), false), client);
  }

  private Path withoutHash() throws IOException {
    String config = Files.readString(CONFIG).replace("hash $remote_addr consistent;", "");
    Files.copy(
        CONFIG.resolveSibling("nginx.conf"),
        folder.resolve("nginx.conf"),
        StandardCopyOption.REPLACE_EXISTING);
    return Files.writeString(folder.resolve(CONFIG.getFileName()), config);
  }
}
