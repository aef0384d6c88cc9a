// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// Users on all nodes of the cluster, in Chromium: node cluster.mjs <folder for screenshots>
// Starts the cluster itself, and kills nodes of it.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { Cluster, freePort } from "../stage/cluster.mjs";
import { User } from "./user.mjs";

const [folder] = process.argv.slice(2);
const address = `127.${1 + ((process.pid >> 8) % 254)}.${process.pid & 255}.1`;
const port = await freePort(address);
const step = (text) => console.error(`cluster: ${text}`);

const cluster = await Cluster.start({ address, port, log: console.error });
process.once("SIGTERM", () => cluster.close().finally(() => process.exit(1)));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const open = (name, node, viewport = { width: 1280, height: 800 }) => User.open(browser, `http://${address}:${port}`, { name, node, viewport });

  step("each is on a node, and sees the others on theirs");
  const ada = await open("Ada Lovelace", "java-1");
  const grace = await open("Grace Hopper", "node-1");
  const margaret = await open("Margaret Hamilton", "java-2", { width: 390, height: 844 });
  for (const user of [ada, grace, margaret]) {
    await user.finds("Ada Lovelace", "java-1");
    await user.finds("Grace Hopper", "node-1");
    await user.finds("Margaret Hamilton", "java-2");
  }
  await ada.sees("#here", "You are on java-1, Sockeye on Java");
  await grace.sees("#here", "You are on node-1, socket.io on Node.js");

  step("they talk across the nodes");
  await ada.says("Good morning. Which of you is on Node.js?");
  await grace.hears("Ada Lovelace", "java-1", "Good morning. Which of you is on Node.js?");
  await grace.says("I am. You sound as if you were here.");
  await ada.hears("Grace Hopper", "node-1", "I am. You sound as if you were here.");
  await margaret.says("And I am on the other Java node.");
  await grace.hears("Margaret Hamilton", "java-2", "And I am on the other Java node.");
  await ada.hears("Margaret Hamilton", "java-2", "And I am on the other Java node.");

  step("one waves, the other answers: an event with an answer, both ways between Java and Node.js");
  await ada.waves("Grace Hopper");
  await grace.sees(".note", "Ada Lovelace waves at you from java-1");
  await ada.sees(".note", "Grace Hopper waves back from node-1");
  await grace.waves("Ada Lovelace");
  await grace.sees(".note", "Ada Lovelace waves back from java-1");

  step("what is said in a room reaches those in it, on whichever node");
  await ada.enters("river");
  await grace.enters("river");
  await margaret.finds("Ada Lovelace", "java-1", "#river");
  await margaret.finds("Grace Hopper", "node-1", "#river");
  await grace.says("Upstream it is quieter.");
  await ada.hears("Grace Hopper", "node-1", "Upstream it is quieter.");
  await ada.enters("lobby");
  await grace.enters("lobby");
  await grace.says("Back again.");
  await margaret.hears("Grace Hopper", "node-1", "Back again.");
  assert.equal(await margaret.page.getByText("Upstream it is quieter.").count(), 0);
  await ada.sees("#status", "WebSocket");
  await ada.picture(`${folder}/desktop-light.png`);
  await grace.page.emulateMedia({ colorScheme: "dark" });
  await grace.picture(`${folder}/desktop-dark.png`);
  await margaret.picture(`${folder}/phone.png`);
  assert.equal(await margaret.page.evaluate(() => document.documentElement.scrollWidth), 390);

  const users = [ada, grace, margaret];
  for (const node of ["java-1", "node-1"]) {
    step(`${node} is killed: those on it come back elsewhere, the others notice nothing`);
    const homes = await Promise.all(users.map((user) => user.node()));
    const movers = users.filter((_, i) => homes[i] === node);
    const others = users.filter((_, i) => homes[i] !== node);
    const before = await Promise.all(others.map((user) => user.stations()));
    const killed = cluster.kill(node);
    for (const mover of movers) {
      const refuge = await mover.moves(node);
      for (const user of others) {
        await user.finds(mover.name, refuge);
        await user.says(`${mover.name}, you are on ${refuge} now.`);
        await mover.hears(user.name, await user.node(), `${mover.name}, you are on ${refuge} now.`);
      }
      await mover.says("So I am.");
      for (const user of others) {
        await user.hears(mover.name, refuge, "So I am.");
        await user.sees(`[data-node="${node}"].gone`, "gone");
      }
    }
    await others[0].picture(`${folder}/without-${node}.png`);
    await killed;
    assert.deepEqual(await Promise.all(others.map((user) => user.stations())), before);

    step(`${node} is back, and one who comes finds it`);
    await cluster.start(node);
    const katherine = await open("Katherine Johnson", node);
    await katherine.finds("Grace Hopper", await grace.node());
    await ada.finds("Katherine Johnson", node);
    await katherine.says("Is this the right node?");
    await margaret.hears("Katherine Johnson", node, "Is this the right node?");
    await katherine.leaves();
    await grace.misses("Katherine Johnson");
  }

  assert.deepEqual(users.flatMap((user) => user.problems), []);
  step("done");
} finally {
  await browser.close();
  await cluster.close();
}
process.exit(0);
