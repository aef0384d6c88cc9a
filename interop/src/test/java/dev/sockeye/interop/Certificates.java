// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority and the certificates that it issues, made with OpenSSL. */
final class Certificates {
  private static final String CONFIGURATION =
      """
      [ca]
      default_ca = own
      [own]
      certificate = authority.pem
      private_key = authority.key
      database = issued
      new_certs_dir = .
      rand_serial = yes
      unique_subject = no
      default_md = sha256
      policy = names
      [names]
      commonName = supplied
      """;

  private final Path folder;

  private Certificates(Path folder) {
    this.folder = folder;
  }

  /** Founds an authority in a new folder. */
  static Certificates in(Path folder) {
    Certificates authority = new Certificates(folder);
    try {
      Files.createDirectories(folder);
      Files.createFile(folder.resolve("issued"));
      Files.writeString(folder.resolve("openssl.cnf"), CONFIGURATION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    authority.openssl("req -x509 -days 2 -subj /CN=authority -out authority.pem", "authority.key");
    return authority;
  }

  /** The authority's own certificate. */
  Path authority() {
    return folder.resolve("authority.pem");
  }

  /** Issues a certificate that is good for a host, today. */
  Certificates issue(String name, String host) {
    return issue(name, host, "-days", "2");
  }

  /** Issues a certificate that was good long ago. */
  Certificates issueExpired(String name, String host) {
    return issue(name, host, "-startdate", "20200101000000Z", "-enddate", "20200201000000Z");
  }

  private Certificates issue(String name, String host, String... validity) {
    try {
      Files.writeString(folder.resolve("names.cnf"), "subjectAltName = DNS:" + host);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    openssl("req -new -subj /CN=" + host + " -out request.pem", name + ".key");
    List<String> command = new ArrayList<>(List.of("openssl", "ca", "-batch", "-notext"));
    command.addAll(List.of("-config", "openssl.cnf", "-extfile", "names.cnf"));
    command.addAll(List.of("-in", "request.pem", "-out", name + ".pem"));
    command.addAll(List.of(validity));
    run(command);
    return this;
  }

  Path certificate(String name) {
    return folder.resolve(name + ".pem");
  }

  Path key(String name) {
    return folder.resolve(name + ".key");
  }

  /** The hash of a certificate's public key, as clients pin it. */
  String pin(String name) {
    try (InputStream file = Files.newInputStream(certificate(name))) {
      byte[] key =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(file)
              .getPublicKey()
              .getEncoded();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return "sha256/" + Base64.getEncoder().encodeToString(hash);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs OpenSSL, which makes a new key on the way. */
  private void openssl(String arguments, String keyFile) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"));
    command.addAll(List.of("-nodes", "-keyout", keyFile));
    run(command);
  }

  private void run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
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
