// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/** Adapters and emitters for clusters over Redis; {@link RedisAdapter} is the way in. */
package dev.sockeye.redis;
