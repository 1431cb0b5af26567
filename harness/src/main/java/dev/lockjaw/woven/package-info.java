/**
 * What woven classes call. On a thread of a controlled run it goes on to that run's {@link
 * dev.lockjaw.woven.Points}; on any other thread it does nothing.
 *
 * <p>{@link dev.lockjaw.woven.Learned} holds which places threads are known to meet at: only those
 * are scheduling points.
 */
@Machinery
package dev.lockjaw.woven;

import dev.lockjaw.mark.Machinery;
