// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An authority and the certificates that it issues, made with OpenSSL. */
final class TestAuthority {
  private static final String NEW =
      "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=%1$s -keyout %1$s.key";

  private final Path folder;

  private TestAuthority(Path folder) {
    this.folder = folder;
  }

  /** Founds an authority in a new folder. */
  static TestAuthority in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TestAuthority authority = new TestAuthority(folder);
    authority.openssl("req -x509 " + NEW + " -days 2 -out %1$s.pem", "authority");
    return authority;
  }

  /** Issues a certificate, for a host or anybody of this name. */
  TestAuthority issue(String name) {
    openssl(
        "req -x509 "
            + NEW
            + " -days 2 -addext subjectAltName=DNS:%1$s -CA authority.pem -CAkey authority.key"
            + " -out %1$s.pem",
        name);
    return this;
  }

  /**
   * Makes a certificate that vouches for itself.
   *
   * @param days how long it is good; below zero if it no longer is
   */
  TestAuthority makeOwn(String name, int days) {
    openssl("req -new " + NEW + " -out %1$s.csr", name);
    openssl("x509 -req -in %1$s.csr -signkey %1$s.key -out %1$s.pem -days " + days, name);
    return this;
  }

  Path certificate(String name) {
    return folder.resolve(name + ".pem");
  }

  Path key(String name) {
    return folder.resolve(name + ".key");
  }

  private void openssl(String arguments, String name) {
    String command = "openssl " + arguments.formatted(name);
    try {
      Process process =
          new ProcessBuilder(command.split(" "))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + "\n" + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while making a certificate", e);
    }
  }
}
