/**
 * Sockeye beside its peers: what {@code ./bench} runs.
 *
 * <p>{@link dev.sockeye.benchmarks.Bench} starts each server in a process of its own, loads it from
 * one event loop with raw, pre-built frames, and reads the server's CPU time from the process
 * accounting. All classes that a workload consists of are confined to that event loop.
 */
@NullMarked
package dev.sockeye.benchmarks;

import org.jspecify.annotations.NullMarked;
