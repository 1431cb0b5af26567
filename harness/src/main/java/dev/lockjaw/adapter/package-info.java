/**
 * Sessions of a user's own, driven as Lockjaw's are. Users write against {@link
 * dev.lockjaw.adapter.SessionAdapter}, {@link dev.lockjaw.adapter.UserSession} and {@link
 * dev.lockjaw.adapter.Opening}; the rest drives what they return.
 */
package dev.lockjaw.adapter;
