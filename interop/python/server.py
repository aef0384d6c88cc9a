# Copyright 2026 the Sockeye authors
# SPDX-License-Identifier: Apache-2.0
"""Debian's python3-socketio as the server of our client: server.py <kind> <address> <port>.

Prints its port (0 takes a free one), and ends when its standard input does. The listeners are those
of PeerServer.java, as far as this server has what they need.
"""

import asyncio
import sys

import socketio
from aiohttp import web

KINDS = {
    "plain": {},
    "cookie": {"cookie": "node"},
    "impatient": {"ping_interval": 0.3, "ping_timeout": 2},
}
kind, address, port = sys.argv[1:]
# Events one after the other: their order is tested.
io = socketio.AsyncServer(
    async_mode="aiohttp", async_handlers=False, max_http_buffer_size=100_000, **KINDS[kind]
)


def welcome(namespace):
    async def connect(sid, environ, auth=None):
        if namespace == "/guarded" and (auth or {}).get("token") != "secret":
            raise socketio.exceptions.ConnectionRefusedError("not you", {"hint": "ask for a token"})
        await io.emit("auth", auth or {}, to=sid, namespace=namespace)

    async def echo(sid, *args):
        await io.emit("echo", args, to=sid, namespace=namespace)

    async def echo_ack(sid, *args):
        return args

    async def ask_me(sid, *args):
        async def tell(*answer):
            await io.emit("you-said", answer[0], to=sid, namespace=namespace)

        await io.emit("question", args, to=sid, namespace=namespace, callback=tell)

    async def join(sid, room):
        io.enter_room(sid, room, namespace=namespace)

    async def to_room(sid, room, text):
        await io.emit("heard", text, room=room, skip_sid=sid, namespace=namespace)

    async def in_room(sid, room, text):
        await io.emit("heard", text, room=room, namespace=namespace)

    async def to_all(sid, *args):
        await io.emit("heard", args, namespace=namespace)

    async def transport(sid):
        return io.transport(sid)

    async def cut(sid):
        await io.eio.disconnect(io.manager.eio_sid_from_sid(sid, namespace))

    async def leave_me(sid):
        await io.disconnect(sid, namespace=namespace)

    async def cookies(sid):
        return io.get_environ(sid, namespace=namespace).get("HTTP_COOKIE", "")

    talk = (connect, echo, echo_ack, ask_me, transport, cookies, cut, leave_me)
    for listener in (*talk, join, to_room, in_room, to_all):
        io.on(listener.__name__.replace("_", "-"), listener, namespace=namespace)


for name in ("/", "/custom", "/guarded"):
    welcome(name)


async def main():
    app = web.Application()
    io.attach(app)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, address, int(port))
    await site.start()
    print(site._server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
