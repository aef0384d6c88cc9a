// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
/** A login form, a session cookie, and Socket.IO that knows who is there. */
@org.jspecify.annotations.NullMarked
package dev.sockeye.examples.login;
