// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameLookupTest {
  private final NameLookup names = new NameLookup();

  @AfterEach
  void close() {
    names.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void nobodyIsAskedForAnAddress(String address) throws Exception {
    List<InetAddress> found = new ArrayList<>();
    names.find(address, Runnable::run, (addresses, error) -> found.addAll(addresses));
    assertThat(found).containsExactly(InetAddress.getByName(address));
  }

  @Test
  void aNameIsAskedForElsewhere() throws Exception {
    CompletableFuture<Thread> asked = new CompletableFuture<>();
    names.find(
        "localhost", Runnable::run, (addresses, error) -> asked.complete(Thread.currentThread()));
    Thread thread = asked.get(20, TimeUnit.SECONDS);
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread).isNotSameAs(Thread.currentThread());
  }

  @Test
  void aClosedNetworkKnowsNobody() {
    names.close();
    List<String> errors = new ArrayList<>();
    names.find("localhost", Runnable::run, (found, error) -> errors.add(String.valueOf(error)));
    assertThat(errors).singleElement().asString().contains("the network is closed");
  }
}
