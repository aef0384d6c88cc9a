import { io } from "/socket.io/socket.io.esm.min.js";
import { byId } from "./dom.js";
import { Nodes } from "./nodes.js";
import { Talk } from "./talk.js";

const IDENTITY = "sockeye-cluster";
const CONFIRM_WITHIN = 4000;
const TRANSPORTS = { polling: "HTTP polling", websocket: "WebSocket" };

function welcome(problem = "") {
  byId("cluster").hidden = true;
  byId("welcome").hidden = false;
  byId("name-problem").textContent = problem;
  byId("name").focus();
}

function join(name) {
  let talk;
  // With retries whatever is said is sent again, perhaps to another node, until it is confirmed. Who comes back, perhaps to another
  // node, has to say again where they were.
  const socket = io({ auth: (tell) => tell({ name, room: talk.room }), retries: 10, ackTimeout: CONFIRM_WITHIN, reconnectionDelay: 200, reconnectionDelayMax: 2000, autoConnect: false });
  const nodes = new Nodes(byId("nodes"), (user) => talk.wave(user));
  talk = new Talk(socket);
  socket.on("connect_error", (error) => !socket.active && welcome(error.message));
  socket.once("connect", () => {
    sessionStorage.setItem(IDENTITY, name);
    byId("welcome").hidden = true;
    byId("cluster").hidden = false;
  });
  watch(socket, nodes);
  socket.connect();
}

/** Shows where the page is connected to, and how. */
function watch(socket, nodes) {
  const show = (state, text) => {
    byId("status").dataset.state = state;
    byId("status").textContent = text;
  };
  const transport = ({ name }) => show(name, TRANSPORTS[name]);
  socket.io.on("open", () => {
    transport(socket.io.engine.transport);
    socket.io.engine.on("upgrade", transport);
  });
  socket.on("welcome", (node) => {
    byId("here").dataset.node = node.name;
    byId("here").textContent = `You are on ${node.name}, ${node.runtime}`;
    nodes.enter(node.name, socket.id);
  });
  socket.on("disconnect", () => {
    delete byId("here").dataset.node;
    byId("here").textContent = "Looking for another node …";
    show("reconnecting", "Reconnecting");
  });
  socket.on("presence", (state) => nodes.show(state));
}

byId("join").addEventListener("submit", (event) => {
  event.preventDefault();
  byId("name-problem").textContent = "";
  join(byId("name").value.trim().replace(/\s+/g, " "));
});

const known = sessionStorage.getItem(IDENTITY);
if (known) {
  join(known);
} else {
  welcome();
}
