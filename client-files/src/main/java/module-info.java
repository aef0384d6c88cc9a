// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/** The official JavaScript client's files, which a server finds on the class path and serves. */
module dev.sockeye.client.files {}
