/**
 * Many runs: all interleavings of a cell, a cell under stress, a schedule again, and many cells. It
 * returns results and prints nothing. Start with {@link dev.lockjaw.campaign.Campaign} and {@link
 * dev.lockjaw.campaign.SingleCell}.
 */
package dev.lockjaw.campaign;
