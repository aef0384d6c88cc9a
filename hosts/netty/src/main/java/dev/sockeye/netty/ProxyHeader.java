// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.websocket.Wire;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.haproxy.HAProxySSLTLV;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The header with which a proxy says whose connection it hands on: PROXY protocol, version 1 or 2,
 * before anything else and before TLS. A connection that doesn't begin with a valid one, or not in
 * time, is closed: guessing would let clients forge their addresses. Everything happens on the
 * channel's event loop.
 */
final class ProxyHeader extends ChannelInboundHandlerAdapter {
  private static final Logger log = LoggerFactory.getLogger(ProxyHeader.class);

  /** More than proxies have to say besides the addresses. */
  private static final int MAX_EXTENSIONS = 2048;

  private final Consumer<Peer> then;
  private final Duration limit;
  private final Deadline deadline;

  private ProxyHeader(Channel channel, Duration limit, Consumer<Peer> then) {
    this.limit = limit;
    this.then = then;
    this.deadline = new Deadline(channel.eventLoop(), () -> giveUp(channel));
  }

  /**
   * Reads the header of a connection.
   *
   * @param limit how long it may take
   * @param then puts the handlers of what follows behind those that are there
   */
  static void expect(Channel channel, Duration limit, Consumer<Peer> then) {
    channel
        .pipeline()
        .addLast(new HAProxyMessageDecoder(MAX_EXTENSIONS), new ProxyHeader(channel, limit, then));
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    deadline.set(limit);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    deadline.cancel();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    HAProxyMessage header = (HAProxyMessage) message;
    try {
      then.accept(peer(ctx.channel(), header));
    } finally {
      header.release();
    }
    ctx.pipeline().remove(this);
  }

  private static Peer peer(Channel channel, HAProxyMessage header) {
    InetSocketAddress proxy = (InetSocketAddress) channel.remoteAddress();
    byte[] source =
        header.sourceAddress() == null
            ? null
            : NetUtil.createByteArrayFromIpAddressString(header.sourceAddress());
    if (header.command() == HAProxyCommand.LOCAL || source == null) {
      // The proxy speaks for itself (a health check), or of what has no IP address.
      return Peer.plain(proxy);
    }
    boolean secure =
        header.tlvs().stream()
            .anyMatch(each -> each instanceof HAProxySSLTLV tls && tls.isPP2ClientSSL());
    try {
      InetAddress address = InetAddress.getByAddress(source);
      return new Peer(new InetSocketAddress(address, header.sourcePort()), secure, null);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("neither IPv4 nor IPv6: " + header.sourceAddress(), e);
    }
  }

  private void giveUp(Channel channel) {
    log.debug("{}: no PROXY header within {}", channel.remoteAddress(), limit);
    Wire.close(channel);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    log.debug("{}: {}", ctx.channel().remoteAddress(), cause.toString());
    Wire.close(ctx.channel());
  }
}
