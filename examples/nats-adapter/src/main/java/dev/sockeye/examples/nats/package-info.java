// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
/** A cluster over NATS: the worked example of docs/adapters.md. */
@NullMarked
package dev.sockeye.examples.nats;

import org.jspecify.annotations.NullMarked;
