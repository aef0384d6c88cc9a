// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.nio.file.Path;

/**
 * What the servers are started from.
 *
 * @param root the project's folder
 * @param java runs the servers
 * @param newestJava runs Sockeye once more; the same as {@code java} if there is no newer one
 */
record Programs(Path root, String java, String newestJava) {
  boolean hasNewer() {
    return !newestJava.equals(java);
  }
}
