// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/** Programs that real peers talk to: the conformance servers and the soak. */
@NullMarked
package dev.sockeye.interop;

import org.jspecify.annotations.NullMarked;
