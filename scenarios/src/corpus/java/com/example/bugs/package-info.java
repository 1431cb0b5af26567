/**
 * Ordinary test bodies in which the explorer finds the bugs of the corpus. None knows its bug: it
 * has no gate, no sleep and no latch for it. They are not in Lockjaw's own packages, because those
 * are never woven. Start with {@link com.example.bugs.InvalidateBesideGetIds}.
 */
package com.example.bugs;
