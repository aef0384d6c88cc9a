// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/** What an adapter for a broker implements, and the messages that it carries. */
package dev.sockeye.socketio.adapter.spi;
