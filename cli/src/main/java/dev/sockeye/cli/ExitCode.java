// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

/** What a command ends with, for scripts; docs/cli.md lists them. */
final class ExitCode {
  /** All went well. */
  static final int OK = 0;

  /** Something failed that has no code of its own. */
  static final int FAILURE = 1;

  /** The command line makes no sense. */
  static final int USAGE = 2;

  /** The server could not be reached, or said no. */
  static final int UNREACHABLE = 3;

  /** What was waited for did not come in time. */
  static final int TIMEOUT = 4;

  /** The server has ended the connection, or it was lost for good. */
  static final int DISCONNECTED = 5;

  /** A load test had more errors than allowed. */
  static final int TOO_MANY_ERRORS = 6;

  private ExitCode() {}
}
