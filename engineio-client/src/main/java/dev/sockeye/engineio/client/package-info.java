// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The Engine.IO client. {@link dev.sockeye.engineio.client.EngineClient} opens {@linkplain
 * dev.sockeye.engineio.client.EngineConnection connections}.
 */
package dev.sockeye.engineio.client;
