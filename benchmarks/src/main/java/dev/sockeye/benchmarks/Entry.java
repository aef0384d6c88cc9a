// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which servers take part in a scenario.
 *
 * @param able those that know what it asks for; the command line chooses among them
 * @param usual those that take part unless the command line says otherwise
 */
record Entry(Set<Contender> able, Set<Contender> usual) {
  private static final Set<Contender> ALL = EnumSet.allOf(Contender.class);
  private static final Set<Contender> VARIANTS =
      EnumSet.of(Contender.SOCKEYE_URING, Contender.SOCKEYE_NEWEST);

  /** Every server, and Sockeye on io_uring and on the newest JDK too. */
  static final Entry EVERYBODY = new Entry(ALL, ALL);

  /** Every server; Sockeye on io_uring or the newest JDK by request. */
  static final Entry SERVERS = new Entry(ALL, without(ALL, VARIANTS));

  /** As {@link #SERVERS}, where there is more to do than the limit knows. */
  static final Entry NOT_ON_LIMIT = SERVERS.without(Contender.LIMIT);

  /** As {@link #NOT_ON_LIMIT}; netty-socketio declines to compress each message for itself. */
  static final Entry COMPRESSING = NOT_ON_LIMIT.without(Contender.NETTY_SOCKETIO);

  /** Where it is Sockeye's own growth that counts. */
  static final Entry GROWTH =
      new Entry(ALL, EnumSet.of(Contender.SOCKEYE_IO, Contender.NODE, Contender.LIMIT));

  Entry {
    able = Set.copyOf(able);
    usual = Set.copyOf(usual);
  }

  private Entry without(Contender server) {
    return new Entry(without(able, Set.of(server)), without(usual, Set.of(server)));
  }

  private static Set<Contender> without(Set<Contender> servers, Set<Contender> others) {
    var rest = EnumSet.copyOf(servers);
    rest.removeAll(others);
    return rest;
  }

  /**
   * Those that take part.
   *
   * @param asked for on the command line, in the order of the table; empty for the usual ones
   */
  List<Contender> of(List<Contender> asked) {
    List<Contender> candidates = asked.isEmpty() ? List.of(Contender.values()) : asked;
    Set<Contender> welcome = asked.isEmpty() ? usual : able;
    return candidates.stream().filter(welcome::contains).toList();
  }
}
