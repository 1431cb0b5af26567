/* The locks that a thread holds. A take is written only once something of interest happens. */
#define _GNU_SOURCE
#include "watch.h"

struct held *holds(struct thread *me, const void *lock) {
  for (uint32_t i = me->count; i-- > 0;) {
    if (me->held[i].lock == lock) {
      return &me->held[i];
    }
  }
  return NULL;
}

/* A mutex of glibc names its owner, in its third word. Another thread may have released it. */
static int is_owner(const struct thread *me, const struct held *held) {
  return !held->owned || ((volatile int *)held->lock)[2] == (int)me->id;
}

static void drop(struct thread *me, uint32_t at) {
  for (uint32_t i = at + 1; i < me->count; i++) {
    me->held[i - 1] = me->held[i];
  }
  me->count--;
}

/* The memory of a lock is no more, so nothing may look at it. */
void forget(struct thread *me, const void *lock) {
  for (uint32_t i = me->count; i-- > 0;) {
    if (me->held[i].lock == lock) {
      drop(me, i);
    }
  }
}

static void write_take(struct thread *me, struct held *held, uint64_t flags) {
  if (!held->stack) {
    held->stack = address_text(held->caller);
  }
  note(me, held->lock, held->frame);
  emit(me, LOCK_TAKEN, held->lock, held->flags | flags, held->stack);
  held->written = 1;
}

/* Writes the takes that are not written yet, because what follows is of interest. */
void write_held(struct thread *me) {
  if (LIKELY(me->count == 0)) {
    return;
  }
  me->guard++;
  for (uint32_t i = 0; i < me->count;) {
    struct held *held = &me->held[i];
    if (UNLIKELY(!is_owner(me, held))) {
      if (held->written) {
        emit(me, LOCK_RELEASED, held->lock, 0, 0);
      }
      drop(me, i);
      continue;
    }
    if (!held->written) {
      write_take(me, held, LATE);
    }
    i++;
  }
  me->guard--;
}

/* Whether the thread has taken the last of its locks under the others, at these places, before. */
static int is_seen(struct thread *me) {
  uint64_t hash = __atomic_load_n(&lifetimes, __ATOMIC_RELAXED) * 31 + me->changes;
  for (uint32_t i = 0; i < me->count; i++) {
    hash = (hash ^ (uint64_t)me->held[i].lock) * 0xff51afd7ed558ccdu;
    hash = (hash ^ (hash >> 29) ^ me->held[i].caller) * 0xc4ceb9fe1a85ec53u;
  }
  uint64_t *seen = &me->seen[(hash >> 20) % SEEN];
  if (*seen == hash) {
    return 1;
  }
  *seen = hash;
  return 0;
}

void took(struct thread *me, void *lock, int flags, int owned, int waited, uint64_t caller,
          uint64_t frame) {
  if (UNLIKELY(me->lowest < frame && frame < me->top)) {
    stack_gone(me, frame);
  }
  struct held *again = holds(me, lock);
  if (again && again->owned && !waited) {
    again->depth++;
    return;
  }
  if (again && !again->owned) {
    if (again->flags & flags & SHARED) {
      again->depth++;
      return;
    }
  }
  if (UNLIKELY(me->count == MOST_HELD)) {
    return;
  }
  struct held *held = &me->held[me->count++];
  held->lock = lock;
  held->caller = caller;
  held->frame = frame;
  held->depth = 1;
  held->flags = (uint8_t)flags;
  held->owned = (uint8_t)owned;
  held->written = 0;
  held->stack = stack_of(me, caller, frame, waited);
  if (waited) {
    write_take(me, held, 0);
  } else if (me->count > 1 && !is_seen(me)) {
    struct held last = *held;
    me->count--;
    write_held(me);
    held = &me->held[me->count++];
    *held = last;
    me->news++;
    me->guard++;
    held->stack = stack_of(me, caller, frame, 1);
    write_take(me, held, 0);
    me->guard--;
  }
}

void released(struct thread *me, void *lock) {
  for (uint32_t i = me->count; i-- > 0;) {
    struct held *held = &me->held[i];
    if (held->lock == lock) {
      if (--held->depth == 0) {
        if (held->written) {
          emit(me, LOCK_RELEASED, lock, 0, 0);
        }
        drop(me, i);
      }
      return;
    }
  }
}

void waits(struct thread *me, void *lock, int flags, uint64_t caller, uint64_t frame) {
  write_held(me);
  note(me, lock, frame);
  emit(me, LOCK_WAIT, lock, (uint64_t)flags, stack_of(me, caller, frame, 1));
}
