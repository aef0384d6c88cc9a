/** A chat on Sockeye, small enough to read in one go: start with {@code ChatServer}. */
@NullMarked
package dev.sockeye.examples.chat;

import org.jspecify.annotations.NullMarked;
