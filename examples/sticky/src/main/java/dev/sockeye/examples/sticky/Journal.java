// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of lines that outlives its node: a line that was kept is there for whoever reads the file
 * next, also if the node is killed at once. Safe for use from several threads.
 */
final class Journal implements AutoCloseable {
  private final FileChannel file;

  /** Guarded by this. */
  private long lines;

  Journal(Path path) throws IOException {
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** Keeps a line; returns the number of lines kept since the node was started. */
  synchronized long keep(String line) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + '\n');
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ++lines;
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
