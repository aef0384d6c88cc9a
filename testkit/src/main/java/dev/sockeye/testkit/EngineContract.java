// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

/**
 * What an engine and a host do together for whoever looks at the headers: as tests that run on
 * every host, that without sockets too.
 */
public interface EngineContract
    extends EngineContractCookies,
        EngineContractHeaders,
        EngineContractFilters,
        EngineContractAccess,
        EngineContractCors {}
