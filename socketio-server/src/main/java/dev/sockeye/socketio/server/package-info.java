/** Not written yet. */
@NullMarked
package dev.sockeye.socketio.server;

import org.jspecify.annotations.NullMarked;
