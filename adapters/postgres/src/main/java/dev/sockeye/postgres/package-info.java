// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A cluster over PostgreSQL's LISTEN and NOTIFY, wire-compatible with npm {@code
 * @socket.io/postgres-adapter} and {@code @socket.io/postgres-emitter}.
 */
package dev.sockeye.postgres;
