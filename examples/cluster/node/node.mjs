// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// A Node.js node of the cluster: node node.mjs NAME ADDRESS PORT REDIS-URL PAGE-FOLDER. It ends with its standard input.
import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-adapter";
import { createClient } from "redis";
import { Server } from "socket.io";
import { openChat } from "./chat.mjs";
import { pages } from "./pages.mjs";
import { Presence } from "./presence.mjs";

const [name, address, port, redis, folder] = process.argv.slice(2);
const me = { name, kind: "node", runtime: `socket.io on Node.js ${process.versions.node.split(".")[0]}` };

async function connect() {
  const client = createClient({ url: redis });
  client.on("error", (error) => console.log(`Redis: ${error.message}`));
  return client.connect();
}

const http = createServer(await pages(folder));
const io = new Server(http, {
  adapter: createAdapter(await connect(), await connect(), { requestsTimeout: 2000 }),
});
const presence = new Presence(io, me);
openChat(io, me, presence);
setInterval(() => presence.count(), 1000);

http.listen(Number(port), address, () => console.log(`listening on port ${http.address().port}`));

function end() {
  io.close();
  setTimeout(() => process.exit(0), 500);
}
process.on("SIGTERM", end);
process.on("SIGINT", end);
process.stdin.on("end", () => process.exit(0)).resume();
