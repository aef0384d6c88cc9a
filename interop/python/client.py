# Copyright 2026 the Sockeye authors
# SPDX-License-Identifier: Apache-2.0
"""Debian's python3-socketio: client.py <url> <transport>, which plays every scenario.

The server's side is PeerServer.java.
"""

import asyncio
import sys

import socketio

URL, TRANSPORT = sys.argv[1:]
TRANSPORTS = ["polling", "websocket"] if TRANSPORT == "upgrade" else [TRANSPORT]
MAX_PAYLOAD = 100_000


class Peer:
    """A client that keeps what it hears, an event after the other."""

    def __init__(self):
        self.client = socketio.AsyncClient(reconnection=False)
        self.heard = asyncio.Queue()

    async def connect(self, namespaces=("/",), auth=None):
        for name in namespaces:
            for event in ("auth", "echo", "heard", "you-said", "disconnect"):
                self.listen(name, event)
        await self.client.connect(
            URL, transports=TRANSPORTS, namespaces=list(namespaces), auth=auth, wait_timeout=10
        )
        for _ in namespaces:
            await self.next("auth")
        return self

    def listen(self, namespace, event):
        async def handler(*args):
            self.heard.put_nowait((event, *args))

        self.client.on(event, handler, namespace=namespace)

    async def next(self, event):
        """The arguments of the next event, which must be of this name."""
        found, *args = await asyncio.wait_for(self.heard.get(), 10)
        if found != event:
            raise AssertionError(f"expected the event {event}, found {found} {args}")
        return args

    async def close(self):
        await self.client.disconnect()


async def auth(peer):
    client = peer.client
    equal(client.transport(), TRANSPORTS[-1], "the transport is the wanted one")
    other = Peer()
    other.listen("/", "auth")
    await other.client.connect(URL, transports=TRANSPORTS, auth={"token": "abc"})
    equal(await other.next("auth"), [{"token": "abc"}], "the server sees the auth payload")
    await other.close()


async def echo(peer):
    args = (1, -2.5, "h\u00e9llo \U0001f600", True, None, {"a": [{"b": {}}]}, [])
    await peer.client.emit("echo", args)
    equal(await peer.next("echo"), list(args), "arguments of each kind come back")


async def acks(peer):
    equal(await peer.client.call("echo-ack", {"a": 1}), {"a": 1}, "the server acknowledges")
    peer.client.on("question", lambda a, b: [b, a])
    await peer.client.emit("ask-me", ("one", 2))
    equal(await peer.next("you-said"), [[2, "one"]], "the client acknowledges")


async def binary(peer):
    args = (b"\1\2\3", {"deep": [b"", {"deeper": b"\xff\0"}]}, "text", b"\7")
    await peer.client.emit("echo", args)
    equal(await peer.next("echo"), list(args), "blobs come back from where they were")
    equal(await peer.client.call("echo-ack", args[1]), args[1], "the server acknowledges with blobs")
    peer.client.on("question", lambda blob: {"blob": blob})
    await peer.client.emit("ask-me", args[0])
    equal(await peer.next("you-said"), [{"blob": args[0]}], "the client acknowledges with blobs")


async def rooms(peer):
    ben = await Peer().connect()
    for member in (peer, ben):
        await member.client.call("join", "room")
    await peer.client.emit("to-room", ("room", "to"))
    await peer.client.emit("in-room", ("room", "in"))
    await peer.client.call("leave", "room")
    await ben.client.emit("in-room", ("room", "last"))
    await ben.client.emit("to-all", "all")
    equal([await ben.next("heard") for _ in range(4)], [["to"], ["in"], ["last"], ["all"]], "Ben's")
    equal([await peer.next("heard") for _ in range(2)], [["in"], ["all"]], "the leaver's")
    await ben.close()


async def namespaces(_):
    both = await Peer().connect(("/", "/custom"))
    equal(await both.client.call("echo-ack", 1, "/custom"), 1, "a namespace has its own listeners")
    await both.client.emit("to-all", "custom only", "/custom")
    equal(await both.next("heard"), ["custom only"], "and its own broadcasts")
    await both.close()
    refused = Peer()
    refused.listen("/guarded", "connect_error")
    try:
        await refused.connect(("/guarded",))
    except socketio.exceptions.ConnectionError:
        refusal = {"message": "not you", "data": {"hint": "ask for a token"}}
        equal(await refused.next("connect_error"), [refusal], "a middleware refuses")
    else:
        raise AssertionError("a middleware refuses")


async def disconnect(peer):
    await peer.client.emit("leave-me")
    await peer.next("disconnect")
    print("ok: the server disconnects the client")


async def large(peer):
    text = "x" * (MAX_PAYLOAD - len('42["echo",""]'))
    await peer.client.emit("echo", text)
    equal(await peer.next("echo"), [text], "a message of just the allowed size passes")
    await peer.client.emit("echo", text + "x")
    if TRANSPORT == "polling":
        return  # it would look at the refusal when the next ping comes
    await peer.next("disconnect")
    print("ok: a message of one byte more ends the connection")


async def order(peer):
    received = []
    for number in range(2000):
        await peer.client.emit("echo", number)
        if number % 10 == 9:  # it refuses a payload of more than 16 packets
            received += [(await peer.next("echo"))[0] for _ in range(10)]
    equal(received, list(range(2000)), "each message came back, once and in order")


def equal(actual, expected, rule):
    if actual != expected:
        raise AssertionError(f"not so: {rule}\n  expected {expected!r}\n  found    {actual!r}")
    print(f"ok: {rule}")


async def main():
    for scenario in (auth, echo, acks, binary, rooms, namespaces, disconnect, large, order):
        print(scenario.__name__, flush=True)
        peer = await Peer().connect()
        try:
            await scenario(peer)
        finally:
            await peer.close()


try:
    asyncio.run(asyncio.wait_for(main(), 60))
except AssertionError as failure:
    sys.exit(str(failure))
