// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/** Ends the story with its report, once all of it is written. */
export function end(report) {
  process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit(0));
}
