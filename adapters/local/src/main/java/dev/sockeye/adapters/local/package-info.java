/** A cluster of several servers in one JVM. */
@NullMarked
package dev.sockeye.adapters.local;

import org.jspecify.annotations.NullMarked;
