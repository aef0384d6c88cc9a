// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Who may log in. Passwords are kept as salted hashes that are slow to make. */
final class Accounts {
  private static final int MAX_PASSWORD = 200;

  private final Map<String, Hash> byName = new HashMap<>();
  private final Hash nobody;
  private final int iterations;
  private final Executor workers;

  private record Hash(byte[] salt, byte[] bytes) {}

  /**
   * @param passwords by name
   * @param iterations how slow to be: OWASP wants 210,000 of this hash
   * @param workers hash, since an event loop must not be kept waiting; they should be few and
   *     refuse what is too much for them
   */
  Accounts(Map<String, String> passwords, int iterations, Executor workers) {
    this.iterations = iterations;
    this.workers = workers;
    passwords.forEach((name, password) -> byName.put(name, hash(password, Secrets.bytes(16))));
    nobody = hash(Secrets.next(), Secrets.bytes(16));
  }

  /**
   * Whether a name and a password belong together; takes equally long for a name that nobody has.
   *
   * @return fails if the workers refuse
   */
  CompletableFuture<Boolean> accept(String name, String password) {
    try {
      return CompletableFuture.supplyAsync(() -> check(name, password), workers);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private boolean check(String name, String password) {
    Hash known = byName.getOrDefault(name, nobody);
    String given = password.length() > MAX_PASSWORD ? "" : password;
    return MessageDigest.isEqual(known.bytes(), hash(given, known.salt()).bytes());
  }

  private Hash hash(String password, byte[] salt) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, 256);
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
      return new Hash(salt, factory.generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }
}
