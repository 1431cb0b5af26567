/**
 * How a JVM is watched: the agent as a jar, and its way into a program that starts or that runs.
 * The agent itself is in {@link dev.lockjaw.watch.agent}. Start with {@link
 * dev.lockjaw.watch.jvm.AgentJar}.
 */
package dev.lockjaw.watch.jvm;
