// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { Child } from "./child.mjs";

const NODES = ["java-1", "java-2", "node-1"];

// All of 127.0.0.0/8 is this machine. On an address of their own the nodes find their ports free when they come back, for nobody
// else looks for ports there.
const INSIDE = `127.${1 + ((process.pid >> 8) % 254)}.${process.pid & 255}.2`;

// Small, short-lived JVMs: somebody waits for them.
const JAVA = ["-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"];

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const programs = {
  java: process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : "java",
  page: here("target/classes/page"),
};

/** Two Java nodes and a Node.js node with their Redis, behind HAProxy: all processes. The class path is in CLASSPATH. */
export class Cluster {
  #log;
  #ports = Object.fromEntries(NODES.map((name) => [name, 0])); // any free one before the first start
  #nodes = {};
  #redis;
  #redisPort;
  #proxy;

  /**
   * Starts all, and waits until they serve.
   *
   * @param address where HAProxy listens, and on which port
   * @param log gets each line that any of them writes
   */
  static async start({ address, port, log }) {
    const cluster = new Cluster(log);
    try {
      await cluster.#start(address, port);
      return cluster;
    } catch (error) {
      await cluster.close();
      throw error;
    }
  }

  constructor(log) {
    this.#log = log;
  }

  async #start(address, port) {
    this.#redisPort = await freePort(INSIDE);
    this.#redis = this.#child("redis", ["redis-server", "--bind", INSIDE, "--port", this.#redisPort, "--save", ""]);
    await this.#redis.says("Ready to accept connections");
    await Promise.all(NODES.map((name) => this.#launch(name)));
    const addresses = NODES.map((name) => [name.toUpperCase().replace("-", "_"), `${INSIDE}:${this.#ports[name]}`]);
    this.#proxy = this.#child("haproxy", ["haproxy", "-W", "-db", "-f", here("haproxy.cfg")], {
      BIND: `${address}:${port}`,
      ...Object.fromEntries(addresses),
    });
    await this.#proxy.says("Loading success");
  }

  #child(name, command, env = {}) {
    return new Child(name, command.map(String), { env, log: this.#log });
  }

  async #launch(name) {
    const args = [name, INSIDE, this.#ports[name], `redis://${INSIDE}:${this.#redisPort}`];
    this.#nodes[name] = name.startsWith("java")
      ? this.#child(name, [programs.java, ...JAVA, "dev.sockeye.examples.cluster.ClusterNode", ...args])
      : this.#child(name, [process.execPath, here("node/node.mjs"), ...args, programs.page]);
    const line = await this.#nodes[name].says("listening on port ");
    this.#ports[name] = Number(line.split(" ").at(-1));
  }

  /** Ends a node as a crash does, and waits until HAProxy has noticed. */
  async kill(name) {
    const node = this.#node(name, true);
    const mark = this.#proxy.said;
    await node.kill();
    await this.#proxy.says(`${name} is DOWN`, mark);
  }

  /** Starts a node again, and waits until HAProxy has noticed. */
  async start(name) {
    this.#node(name, false);
    const mark = this.#proxy.said;
    await this.#launch(name);
    await this.#proxy.says(`${name} is UP`, mark);
  }

  #node(name, isRunning) {
    const node = this.#nodes[name];
    if (!node) {
      throw new Error(`"${name}" is none of ${NODES.join(", ")}`);
    }
    if (node.isRunning !== isRunning) {
      throw new Error(`${name} ${isRunning ? "isn't" : "is"} running`);
    }
    return node;
  }

  /** Ends all, those first who would complain about the others. */
  async close() {
    await this.#proxy?.close();
    await Promise.all(Object.values(this.#nodes).map((node) => node.close()));
    await this.#redis?.close();
  }
}

/** A port that nobody listens on. */
export function freePort(address) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, address, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
