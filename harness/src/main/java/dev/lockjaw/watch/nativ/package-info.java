/**
 * Watching of native programs: the library that is preloaded into them, compiled on first use, what
 * a program's file says about whether that can work, and the names of its functions. Start with
 * {@link dev.lockjaw.watch.nativ.NativeLibrary}.
 */
package dev.lockjaw.watch.nativ;
