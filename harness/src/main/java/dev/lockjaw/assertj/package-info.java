/**
 * AssertJ assertions about results, findings and probes. Start with {@link
 * dev.lockjaw.assertj.LockjawAssertions}.
 */
package dev.lockjaw.assertj;
