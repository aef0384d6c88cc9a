// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which room: an index from rooms to sockets and from sockets to rooms. Safe for use from
 * any thread.
 *
 * <p>Both directions agree whenever no call is under way. Each change of a socket's rooms is made
 * while the socket's entry is locked, and each change of a room's members while the room's entry is
 * locked, in this order and no other: no join can land in a room that a last leave is just
 * removing.
 *
 * <p>A socket that joins becomes known and stays so until {@link #removeAll}.
 */
public final class Rooms {
  /** What each socket has joined. A value is immutable and replaced under its entry's lock. */
  private final ConcurrentHashMap<LocalSocket, Set<String>> roomsOf = new ConcurrentHashMap<>();

  /** Who is in each room. A value changes under its entry's lock only. */
  private final ConcurrentHashMap<String, Room> members = new ConcurrentHashMap<>();

  private final CopyOnWriteArrayList<RoomListener> listeners = new CopyOnWriteArrayList<>();

  /** An empty index. */
  public Rooms() {}

  /** Adds a listener of the rooms' coming and going. */
  public void addListener(RoomListener listener) {
    listeners.add(listener);
  }

  /** Removes a listener; does nothing if it isn't there. */
  public void removeListener(RoomListener listener) {
    listeners.remove(listener);
  }

  /** Puts a socket into rooms. */
  public void addAll(LocalSocket socket, Collection<String> rooms) {
    roomsOf.compute(
        socket,
        (key, joined) -> {
          Set<String> before = joined == null ? Set.of() : joined;
          Set<String> entered = new LinkedHashSet<>(2 * rooms.size());
          for (String room : rooms) {
            if (!before.contains(room) && entered.add(room)) {
              enter(room, socket);
            }
          }
          return entered.isEmpty() ? before : RoomNames.with(before, entered);
        });
  }

  /** Takes a socket out of a room. */
  public void remove(LocalSocket socket, String room) {
    roomsOf.computeIfPresent(
        socket,
        (key, joined) -> {
          if (!joined.contains(room)) {
            return joined;
          }
          exit(room, socket);
          return RoomNames.without(joined, room);
        });
  }

  /** Takes a socket out of all its rooms and forgets it. */
  public void removeAll(LocalSocket socket) {
    roomsOf.computeIfPresent(
        socket,
        (key, joined) -> {
          joined.forEach(room -> exit(room, socket));
          return null;
        });
  }

  private void enter(String name, LocalSocket socket) {
    members.compute(
        name,
        (key, room) -> {
          Room entered = room;
          if (entered == null) {
            entered = new Room();
            listeners.forEach(listener -> listener.onCreateRoom(name));
          }
          entered.add(socket);
          listeners.forEach(listener -> listener.onJoinRoom(name, socket.id()));
          return entered;
        });
  }

  private void exit(String name, LocalSocket socket) {
    members.computeIfPresent(
        name,
        (key, room) -> {
          boolean isEmpty = room.remove(socket);
          listeners.forEach(listener -> listener.onLeaveRoom(name, socket.id()));
          if (!isEmpty) {
            return room;
          }
          listeners.forEach(listener -> listener.onDeleteRoom(name));
          return null;
        });
  }

  /** The rooms of a socket, in the order in which it joined them; an unmodifiable snapshot. */
  public Set<String> of(LocalSocket socket) {
    return roomsOf.getOrDefault(socket, Set.of());
  }

  /** The members of a room, in the order in which they joined it; an unmodifiable snapshot. */
  public List<LocalSocket> members(String name) {
    Room room = members.get(name);
    return room == null ? List.of() : room.snapshot();
  }

  /** The names of the rooms that have members; a snapshot. */
  public Set<String> names() {
    return Set.copyOf(members.keySet());
  }

  /** The number of rooms that have members. */
  public int roomCount() {
    return members.size();
  }

  /** The number of sockets that are known. */
  public int socketCount() {
    return roomsOf.size();
  }

  /**
   * The sockets that are in at least one room of the first set (in any, if it is empty) and in none
   * of the second; none of them twice. For one room without exceptions this copies nothing.
   */
  public Collection<LocalSocket> select(Set<String> rooms, Set<String> except) {
    Collection<LocalSocket> chosen =
        switch (rooms.size()) {
          case 0 -> Collections.unmodifiableSet(roomsOf.keySet());
          case 1 -> members(rooms.iterator().next());
          default -> union(rooms);
        };
    return except.isEmpty() || chosen.isEmpty() ? chosen : without(chosen, union(except));
  }

  private Set<LocalSocket> union(Set<String> rooms) {
    if (rooms.size() == 1) {
      List<LocalSocket> members = members(rooms.iterator().next());
      if (members.size() == 1) {
        return Set.of(members.get(0)); // mostly the sender, who tells the others
      }
    }
    Set<LocalSocket> union = Collections.newSetFromMap(new IdentityHashMap<>());
    for (String room : rooms) {
      union.addAll(members(room));
    }
    return union;
  }

  private static Collection<LocalSocket> without(
      Collection<LocalSocket> chosen, Set<LocalSocket> excluded) {
    if (excluded.isEmpty()) {
      return chosen;
    }
    List<LocalSocket> rest = new ArrayList<>(chosen.size());
    for (LocalSocket socket : chosen) {
      if (!excluded.contains(socket)) {
        rest.add(socket);
      }
    }
    return rest;
  }

  /** The members of one room, which are one in most rooms: the room of a socket's own. */
  private static final class Room {
    /** The only member; null if there are none or several. Guarded by this room. */
    private @Nullable LocalSocket only;

    /** The members; null if there never were several. Guarded by this room. */
    private @Nullable LinkedHashSet<LocalSocket> several;

    /** The members as a list; null if they have changed since it was made. Guarded by this room. */
    private @Nullable List<LocalSocket> snapshot;

    synchronized void add(LocalSocket socket) {
      snapshot = null;
      if (several != null) {
        several.add(socket);
      } else if (only == null) {
        only = socket;
      } else {
        several = new LinkedHashSet<>();
        several.add(only);
        several.add(socket);
        only = null;
      }
    }

    /** Removes a member, and says whether that was the last one. */
    synchronized boolean remove(LocalSocket socket) {
      snapshot = null;
      if (several != null) {
        several.remove(socket);
        return several.isEmpty();
      }
      only = null;
      return true;
    }

    synchronized List<LocalSocket> snapshot() {
      List<LocalSocket> result = snapshot;
      if (result == null) {
        if (several != null) {
          result = Collections.unmodifiableList(Arrays.asList(several.toArray(new LocalSocket[0])));
        } else {
          result = only == null ? List.of() : List.of(only);
        }
        snapshot = result;
      }
      return result;
    }
  }
}
