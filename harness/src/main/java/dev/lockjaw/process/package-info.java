/**
 * Child JVMs: cells run in them, and how one died. What runs in a child and what watches it from
 * outside are both here, because they share their messages. Start with {@link
 * dev.lockjaw.process.WorkerJvms} and {@link dev.lockjaw.process.ChildJvm}.
 */
package dev.lockjaw.process;
