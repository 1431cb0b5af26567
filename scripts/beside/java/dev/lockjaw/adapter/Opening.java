package dev.lockjaw.adapter;

import java.nio.channels.ByteChannel;
import javax.net.ssl.SSLEngine;

/**
 * Stands in for Lockjaw's class of this name, so that the sessions run unchanged under other tools
 * and none of Lockjaw's own points and locks slow those tools down.
 */
public record Opening(SSLEngine engine, ByteChannel wire) {
  public void received(byte[] data) {}
}
