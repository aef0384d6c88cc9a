// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

/** Makes the adapter of each namespace: what the option {@code adapter} of a server takes. */
@FunctionalInterface
public interface AdapterFactory {
  /**
   * An adapter for one namespace, which the server then {@linkplain Adapter#init() starts} and, at
   * its own end, {@linkplain Adapter#close() closes}.
   */
  Adapter create(LocalNamespace namespace);

  /** One node without a cluster: the default. */
  static AdapterFactory memory() {
    return MemoryAdapter::new;
  }
}
