/** Not written yet. */
@NullMarked
package dev.sockeye.socketio.adapter;

import org.jspecify.annotations.NullMarked;
