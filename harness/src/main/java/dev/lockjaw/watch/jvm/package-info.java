/**
 * How a JVM is watched: the agent as a jar, the way it gets into a program that starts, and the way
 * it gets into one that runs. Start with {@link dev.lockjaw.watch.jvm.AgentJar}.
 */
package dev.lockjaw.watch.jvm;
