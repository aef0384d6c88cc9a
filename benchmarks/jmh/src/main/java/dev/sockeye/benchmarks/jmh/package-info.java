// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/** What the parts cost by themselves: time and bytes allocated per operation, without sockets. */
@NullMarked
package dev.sockeye.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
