// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

/** An upgrade of a session, here or at another node. Session's thread only. */
sealed interface UpgradeInProgress permits Upgrade, RemoteUpgrade {
  /** A GET has come. */
  void onPoll();

  /** The session has ended, and the upgrade with it. */
  void abandon();
}
