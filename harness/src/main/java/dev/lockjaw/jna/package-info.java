/**
 * Finds shared libraries and says what is missing. It knows no TLS stack: the functions of a
 * library are declared beside the code that calls them. Start with {@link
 * dev.lockjaw.jna.SharedLibraries}.
 */
package dev.lockjaw.jna;
