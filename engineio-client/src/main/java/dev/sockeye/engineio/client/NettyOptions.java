// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.time.Duration;

/** The limits of a network; see {@link NettyNetwork.Builder} for what each means. */
record NettyOptions(Duration keepAlive, Duration closeTimeout, int maxHeaderBytes) {}
