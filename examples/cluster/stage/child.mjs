// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createInterface } from "node:readline";

const PATIENCE = 30_000;

/** A program that this one has started, and what it says. */
export class Child {
  #process;
  #lines = [];
  #news = new EventEmitter(); // "more" with each line, and with the end
  #over = false;

  /**
   * Starts a program; it ends with its standard input at the latest, if it watches that.
   *
   * @param log gets each line that the program writes, with its name in front
   */
  constructor(name, command, { env, log }) {
    this.name = name;
    this.#process = spawn(command[0], command.slice(1), { env: { ...process.env, ...env } });
    for (const output of [this.#process.stdout, this.#process.stderr]) {
      createInterface({ input: output }).on("line", (line) => {
        log(`${name}: ${line}`);
        this.#lines.push(line);
        this.#news.emit("more");
      });
    }
    this.#process.on("error", (error) => this.#end(`could not start: ${error.message}`));
    this.#process.on("close", () => this.#end("has ended"));
  }

  #end(why) {
    this.#over ||= why;
    this.#news.emit("more");
  }

  /** How many lines there are by now: where to begin to look for the next. */
  get said() {
    return this.#lines.length;
  }

  get isRunning() {
    return !this.#over;
  }

  /** Waits for a line that has this text in it, after the first so many. */
  async says(text, from = 0) {
    for (let next = from; ; next++) {
      while (next >= this.#lines.length) {
        if (this.#over) {
          throw new Error(`${this.name} ${this.#over}\n${this.#lines.join("\n")}`);
        }
        await once(this.#news, "more", { signal: AbortSignal.timeout(PATIENCE) }).catch(() => {
          throw new Error(`${this.name} doesn't say "${text}"\n${this.#lines.join("\n")}`);
        });
      }
      if (this.#lines[next].includes(text)) {
        return this.#lines[next];
      }
    }
  }

  /** Ends the program as a crash does. */
  kill() {
    return this.#signal("SIGKILL");
  }

  /** Tells the program to end; one that takes too long is killed. */
  async close() {
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), PATIENCE);
    await this.#signal("SIGTERM");
    clearTimeout(timer);
  }

  async #signal(signal) {
    this.#process.kill(signal);
    while (!this.#over) {
      await once(this.#news, "more");
    }
  }
}
