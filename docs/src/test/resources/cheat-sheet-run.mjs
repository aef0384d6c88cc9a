// Runs each entry of cheat-sheet.mjs against the original server, and prints who heard what: node cheat-sheet-run.mjs
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";
import { sheet } from "./cheat-sheet.mjs";

const ROOMS = { a: ["room1"], b: ["room1", "room2"], c: ["room2"], d: ["room1", "room3"], m: [], n: ["room1"] };

const text = (value) =>
  Buffer.isBuffer(value)
    ? "<" + value.toString("hex") + ">"
    : Array.isArray(value)
      ? "[" + value.map(text).join(", ") + "]"
      : typeof value === "object"
        ? "{" + Object.entries(value).map(([key, each]) => key + "=" + text(each)) + "}"
        : String(value);

function letIn(socket, next) {
  const { name } = socket.handshake.auth;
  socket.data.name = name;
  socket.join(ROOMS[name]);
  next();
}

/** A client that answers with its name, and says when it has heard all. */
function client(url, name, heard) {
  const socket = connect(url + (name >= "m" ? "/myNamespace" : ""), { transports: ["websocket"], forceNew: true, auth: { name } });
  const ended = new Promise((resolve) => {
    socket.on("end", (answer) => resolve(answer()));
    socket.on("disconnect", () => resolve(heard.push(name + " left")));
  });
  socket.onAny((event, ...args) => {
    const answer = typeof args.at(-1) === "function" ? args.pop() : () => {};
    if (event !== "end") {
      heard.push(name + " " + event + text(args));
      answer(name, 42);
    }
  });
  return new Promise((resolve) => socket.on("connect", () => resolve({ socket, ended })));
}

async function run(entry) {
  const io = new Server().listen(0);
  const other = io.of("/myNamespace").use(letIn);
  io.use(letIn);
  const url = "http://localhost:" + io.httpServer.address().port;
  const heard = [];
  const logged = [];
  const clients = await Promise.all(Object.keys(ROOMS).map((name) => client(url, name, heard)));
  const first = io.sockets.sockets.get(clients[0].socket.id);
  await sheet(io, first, clients[2].socket.id, (line) => logged.push("log " + line))[entry]();
  await Promise.all([io, other].map((all) => all.timeout(5000).emitWithAck("end"))); // after all other answers
  await Promise.all(clients.map(({ ended }) => ended));
  const line = entry + ": " + [...heard.sort(), ...logged].join(" | ");
  clients.forEach(({ socket }) => socket.disconnect());
  await io.close();
  return line.trim();
}

for (const entry of Object.keys(sheet())) {
  console.log(await run(entry));
}
process.exit();
