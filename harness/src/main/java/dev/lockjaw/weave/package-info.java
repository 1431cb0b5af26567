/**
 * Weaves scheduling points into a user's classes.
 *
 * <p>{@link dev.lockjaw.weave.WeavingLoader} defines a copy of each class in a {@link
 * dev.lockjaw.weave.Scope}, with calls to {@link dev.lockjaw.woven.Woven} before what threads can
 * meet at.
 */
package dev.lockjaw.weave;
