/**
 * Finds shared libraries and says what is missing. It knows no TLS stack. Start with {@link
 * dev.lockjaw.jna.SharedLibraries}.
 */
package dev.lockjaw.jna;
