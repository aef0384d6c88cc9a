// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

/**
 * One of the steps of a scenario.
 *
 * @param label what is special about it
 */
record Step(String label, Traffic traffic) {}
