import { io } from "/socket.io/socket.io.esm.min.js";
import { byId } from "./dom.js";

const STATES = {
  connecting: "Connecting",
  polling: "HTTP polling",
  websocket: "WebSocket",
  reconnecting: "Reconnecting",
  closed: "Disconnected",
};
const ROUND_TRIP_EVERY = 4000;

/** Opens the socket, and shows on the page how it is doing: transport, upgrade, round trip and packets. */
export function connect(auth) {
  const socket = io({ auth, autoConnect: false });
  show("connecting");
  watchTransport(socket, watchRoundTrip(socket));
  socket.on("connect", () => (byId("socket-id").textContent = socket.id));
  socket.on("disconnect", () => (byId("socket-id").textContent = "–"));
  socket.connect();
  return socket;
}

function show(state, detail = "") {
  byId("wire").dataset.state = state;
  byId("status").dataset.state = state;
  byId("status").textContent = STATES[state] + detail;
}

function watchTransport(socket, measure) {
  const manager = socket.io;
  let sent = 0;
  let received = 0;
  const count = () => (byId("packets").textContent = `↑ ${sent}  ↓ ${received}`);
  // Each connection has an engine of its own; the manager lives on through all of them.
  manager.on("open", () => {
    const engine = manager.engine;
    show(engine.transport.name);
    engine.on("upgrade", (transport) => {
      show(transport.name);
      measure();
    });
    engine.on("packetCreate", () => (sent++, count()));
    engine.on("packet", () => (received++, count()));
  });
  manager.on("reconnect_attempt", (attempt) => show("reconnecting", `, attempt ${attempt}`));
  socket.on("disconnect", () => show(socket.active ? "reconnecting" : "closed"));
}

/** Measures every now and then; returns what measures at once. */
function watchRoundTrip(socket) {
  let trips = [];
  const measure = () => {
    if (!socket.connected || document.hidden) {
      return;
    }
    const start = performance.now();
    socket.volatile.timeout(ROUND_TRIP_EVERY).emit("echo", (problem) => {
      if (!problem) {
        trips = [...trips, performance.now() - start].slice(-20);
        showTrips(trips);
      }
    });
  };
  socket.on("connect", measure);
  setInterval(measure, ROUND_TRIP_EVERY);
  return measure;
}

function showTrips(trips) {
  const latest = trips.at(-1);
  byId("latency").textContent = `${latest < 10 ? latest.toFixed(1) : Math.round(latest)} ms`;
  if (trips.length < 4) {
    return; // too few for a line
  }
  const highest = Math.max(...trips, 4);
  const step = 60 / 19;
  const points = trips.map((trip, i) => `${60 - (trips.length - 1 - i) * step},${15 - (trip / highest) * 13}`);
  byId("spark").firstElementChild.setAttribute("points", points.join(" "));
}
