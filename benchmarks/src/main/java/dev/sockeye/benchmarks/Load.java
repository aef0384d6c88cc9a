// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

/**
 * What a workload needs to make its load.
 *
 * @param port where the server under test listens, on the loopback interface
 */
record Load(Generator generator, int port, Meter meter) {}
