// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// A node crashes under clients that stay: node crash.mjs <network> <port> <node>
import { end } from "./end.mjs";
import { Resident, ask } from "./residents.mjs";

const [network, port, node] = process.argv.slice(2);
const residents = Array.from({ length: 60 }, (_, index) => new Resident(network, port, index));
await Promise.all(residents.map((resident) => resident.settles()));
const those = residents.filter((resident) => resident.node === node);
const others = residents.filter((resident) => resident.node !== node);

await ask(`kill ${node}`);
await Promise.all(those.map((resident) => resident.moves(node)));
// The others are in the very sessions that they began: these still answer.
await Promise.all(others.map((resident) => resident.write(resident.socket.id)));

end({
  moved: those.length,
  landedOn: [...new Set(those.map((resident) => resident.node))].sort(),
  stayed: others.length,
  disturbed: others.filter((resident) => resident.disconnects > 0 || resident.nodes.length > 1).length,
});
