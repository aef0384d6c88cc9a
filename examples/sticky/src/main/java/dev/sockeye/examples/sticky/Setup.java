// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The four ways of keeping a session on its node. */
enum Setup {
  /** The session cookie of the node, with the node's name as a prefix. */
  HAPROXY("proxies/haproxy.cfg"),

  /** A cookie of HAProxy's own. */
  HAPROXY_INSERT("proxies/haproxy-insert.cfg"),

  /** No cookie: the address of the client. */
  NGINX("proxies/nginx/sockeye.conf.template"),

  /** A cookie with a new value on each response, as that of an AWS load balancer. */
  AWSALB("proxies/awsalb.cfg");

  private final String file;

  Setup(String file) {
    this.file = file;
  }

  /** The configuration, from the folder of this example. */
  String file() {
    return file;
  }

  /** The name on the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Setup of(String label) {
    return Arrays.stream(values())
        .filter(setup -> setup.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + label + "' is none of " + labels()));
  }

  static String labels() {
    return Arrays.stream(values()).map(Setup::label).collect(Collectors.joining("|"));
  }
}
