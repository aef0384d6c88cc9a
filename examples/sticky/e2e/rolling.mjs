// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// Clients write notes all the time, while one node after the other is restarted: node rolling.mjs <network> <port> <node>…
// A note that isn't answered in time is sent again by the client (its option retries), so that it is kept once or more.
import { end } from "./end.mjs";
import { Resident, ask } from "./residents.mjs";

const [network, port, ...nodes] = process.argv.slice(2);
const residents = Array.from({ length: 12 }, (_, index) => new Resident(network, port, index, { retries: 50, ackTimeout: 2_000 }));
await Promise.all(residents.map((resident) => resident.settles()));

let isOver = false;
const acked = [];
async function writes(resident, index) {
  for (let number = 0; !isOver; number++) {
    const id = `${index}.${number}`;
    await resident.write(id);
    acked.push(id);
  }
}
const writers = residents.map(writes);
for (const node of nodes) {
  await ask(`restart ${node}`);
}
isOver = true;
await Promise.all(writers);

const disconnects = residents.reduce((sum, resident) => sum + resident.disconnects, 0);
end({ acked, disconnects });
