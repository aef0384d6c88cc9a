// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
  private static final Map<String, String> PASSWORDS = Map.of("ada", "engine", "grace", "bug");

  private final Accounts accounts = new Accounts(PASSWORDS, 10, Runnable::run);

  @ParameterizedTest
  @CsvSource({
    "ada, engine, true",
    "ada, bug, false",
    "ada, '', false",
    "nobody, engine, false",
    "'', '', false",
  })
  void nameAndPasswordBelongTogether(String name, String password, boolean accepted) {
    assertThat(accounts.accept(name, password).join()).isEqualTo(accepted);
  }

  @Test
  void aPasswordThatIsTooLongIsWrong() {
    assertThat(accounts.accept("ada", "x".repeat(100_000)).join()).isFalse();
  }

  @Test
  void tooManyAtATimeAreTurnedAway() {
    Accounts busy =
        new Accounts(
            PASSWORDS,
            10,
            task -> {
              throw new RejectedExecutionException("busy");
            });
    assertThat(busy.accept("ada", "engine")).isCompletedExceptionally();
  }
}
