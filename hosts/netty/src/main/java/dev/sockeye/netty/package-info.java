// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
/** The standalone host: HTTP/1.1, WebSocket and TLS on Netty. Start at {@link NettyHost}. */
@NullMarked
package dev.sockeye.netty;

import org.jspecify.annotations.NullMarked;
