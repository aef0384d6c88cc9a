/** Not written yet. */
@NullMarked
package dev.sockeye.interop;

import org.jspecify.annotations.NullMarked;
