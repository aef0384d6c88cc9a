/** Not written yet. */
@NullMarked
package dev.sockeye.examples.chat;

import org.jspecify.annotations.NullMarked;
