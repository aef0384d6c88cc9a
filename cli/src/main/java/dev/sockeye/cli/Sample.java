// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

/**
 * How a load test stood at one time.
 *
 * @param second seconds since the beginning
 * @param open connections that were open
 * @param sent messages sent so far
 * @param received messages received so far
 * @param errors errors so far
 * @param median milliseconds, of the messages since the sample before; NaN if there were none
 * @param percentile99 as the median
 */
record Sample(
    double second,
    long open,
    long sent,
    long received,
    long errors,
    double median,
    double percentile99) {}
