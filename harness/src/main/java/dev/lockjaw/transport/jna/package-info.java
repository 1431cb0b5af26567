/**
 * What the native stacks that are called through JNA share: buffers, calls and the I/O callbacks.
 * No stack's own functions live here. Start with {@code JnaEndpoint}.
 */
package dev.lockjaw.transport.jna;
