/**
 * What is wrong with a program, judged by the events of its log: what did happen, and what can. The
 * findings are those of {@code result}; the oracles share {@code monitor} with explore and stress.
 * Start with {@link dev.lockjaw.watch.judge.WatchJudge}.
 */
package dev.lockjaw.watch.judge;
