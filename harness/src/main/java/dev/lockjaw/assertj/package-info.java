/**
 * AssertJ assertions about results, findings and probes. They judge what a run has returned and run
 * nothing themselves. AssertJ is an optional dependency, so no other package of the harness may use
 * this one. Start with {@link dev.lockjaw.assertj.LockjawAssertions}.
 */
package dev.lockjaw.assertj;
