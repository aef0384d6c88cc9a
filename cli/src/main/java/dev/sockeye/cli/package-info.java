// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What {@code ./sockeye} runs: {@code connect}, {@code emit}, {@code listen}, {@code serve}, {@code
 * load}.
 */
@NullMarked
package dev.sockeye.cli;

import org.jspecify.annotations.NullMarked;
