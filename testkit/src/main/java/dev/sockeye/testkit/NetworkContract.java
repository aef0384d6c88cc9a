// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

/**
 * What every {@link dev.sockeye.engineio.client.spi.Network} with real sockets must do, as tests
 * over literal bytes. A network's test class implements {@link NetworkContractStart#network} and
 * inherits the rest.
 */
public interface NetworkContract extends NetworkContractHttp, NetworkContractWebSocket {}
