// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A key with a certificate that it has signed itself, made with the JDK's tool. */
record PemFiles(Path certificate, Path key) {
  private static final String PASSWORD = "sockeye";

  static PemFiles make(Path folder, String host) throws Exception {
    Path store = folder.resolve("keys.p12");
    String options =
        "-genkeypair -alias test -keyalg EC -storetype PKCS12 -storepass %s -dname CN=%s -ext san=dns:%s -keystore"
            .formatted(PASSWORD, host, host);
    List<String> command = new ArrayList<>(List.of(options.split(" ")));
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.add(store.toString());
    new ProcessBuilder(command).start().onExit().join();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    byte[] key = keys.getKey("test", PASSWORD.toCharArray()).getEncoded();
    byte[] certificate = keys.getCertificate("test").getEncoded();
    return new PemFiles(
        write(folder.resolve("chain.pem"), "CERTIFICATE", certificate),
        write(folder.resolve("key.pem"), "PRIVATE KEY", key));
  }

  private static Path write(Path file, String type, byte[] der) throws Exception {
    String text = Base64.getMimeEncoder().encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(type, text, type));
  }
}
