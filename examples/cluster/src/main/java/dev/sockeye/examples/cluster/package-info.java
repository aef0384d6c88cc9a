// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A node of a cluster that has both Java and Node.js nodes; {@code node/*.mjs} are the same in
 * JavaScript.
 */
@NullMarked
package dev.sockeye.examples.cluster;

import org.jspecify.annotations.NullMarked;
