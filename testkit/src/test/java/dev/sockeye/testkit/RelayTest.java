// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client, a network with faults, and a server. */
class RelayTest {
  private final InetAddress here = InetAddress.getLoopbackAddress();
  private final ServerSocket server = new ServerSocket(0, 50, here);
  private final Relay relay = Relay.to(server.getLocalPort());

  /** Set before each test. */
  private Socket left;

  /** Set before each test. */
  private Socket right;

  RelayTest() throws IOException {}

  @BeforeEach
  void connect() throws IOException {
    left = new Socket(here, relay.port());
    right = server.accept();
  }

  @AfterEach
  void close() throws IOException {
    left.close();
    right.close();
    relay.close();
    server.close();
  }

  private void say(int number) throws IOException {
    left.getOutputStream().write(number);
  }

  @Test
  void whatIsSaidArrivesBothWays() throws IOException {
    say(1);
    assertThat(right.getInputStream().read()).isEqualTo(1);
    right.getOutputStream().write(2);
    assertThat(left.getInputStream().read()).isEqualTo(2);
  }

  @Test
  void whatIsSaidOverADeadNetworkArrivesWhenItIsRevived() throws IOException {
    relay.die();
    say(1);
    right.setSoTimeout(50);
    assertThatThrownBy(() -> right.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    right.setSoTimeout(0);
    relay.revive();
    assertThat(right.getInputStream().read()).isEqualTo(1);
  }

  @Test
  void aCutEndsBothSides() throws IOException {
    say(1);
    assertThat(right.getInputStream().read()).isEqualTo(1);
    relay.cut();
    assertThat(left.getInputStream().read()).isEqualTo(-1);
    assertThat(right.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void aForgottenConnectionStaysOpenAndCarriesNothing() throws IOException {
    say(1);
    assertThat(right.getInputStream().read()).isEqualTo(1);
    relay.forget();
    say(2);
    right.setSoTimeout(50);
    assertThatThrownBy(() -> right.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void afterAForgottenConnectionANewOneWorks() throws IOException {
    say(1);
    assertThat(right.getInputStream().read()).isEqualTo(1);
    relay.forget();
    connect();
    say(2);
    assertThat(right.getInputStream().read()).isEqualTo(2);
  }

  @Test
  void whoCallsAServerThatIsNotThereIsHungUpOn() throws IOException {
    server.close();
    try (Socket late = new Socket(here, relay.port())) {
      assertThat(late.getInputStream().read()).isEqualTo(-1);
    }
  }
}
