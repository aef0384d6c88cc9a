// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Several nodes behind a load balancer: {@code Node} is what serves, {@code Sticky} starts three of
 * them and a proxy in front.
 */
@NullMarked
package dev.sockeye.examples.sticky;

import org.jspecify.annotations.NullMarked;
