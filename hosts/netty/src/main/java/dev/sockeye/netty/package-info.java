/** Not written yet. */
@NullMarked
package dev.sockeye.netty;

import org.jspecify.annotations.NullMarked;
