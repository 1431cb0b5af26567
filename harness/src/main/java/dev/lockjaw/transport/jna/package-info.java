/**
 * What the native stacks that are called through JNA share: buffers, calls and the I/O callbacks.
 * The functions of one stack belong to that stack's package. Start with {@code JnaEndpoint}, which
 * is what each such stack extends.
 */
package dev.lockjaw.transport.jna;
