// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.spi.Parser;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The client's own options; what each one means is said at its setter in {@link
 * ClientOptionsBuilder}.
 *
 * @param timeout null for none
 * @param random where the jitter comes from
 */
record ClientOptions(
    String namespace,
    boolean autoConnect,
    boolean reconnection,
    int reconnectionAttempts,
    Duration reconnectionDelay,
    Duration reconnectionDelayMax,
    double randomizationFactor,
    DoubleSupplier random,
    @Nullable Duration timeout,
    SocketOptions socket,
    Parser parser,
    Dispatch dispatch,
    OfflinePolicy offline,
    ErrorHandler errorHandler,
    int maxPendingAcks,
    int maxPendingBytes) {}
