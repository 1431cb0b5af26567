/* The locks that a thread holds. A take is written only once something of interest happens. */
#define _GNU_SOURCE
#include "watch.h"

enum { BITS = 1 << 16 };

/* Addresses of locks that a log may have; a lock that is destroyed is looked up here. */
static uint64_t written[BITS / 64];
static uint64_t lifetimes; /* how often a lock of a log was destroyed */

static uint32_t bit(const void *lock) {
  return (uint32_t)(((uint64_t)lock * 0x9e3779b97f4a7c15u) >> 48) % BITS;
}

static void note(const void *lock) {
  uint64_t mask = 1ull << (bit(lock) % 64);
  uint64_t *word = &written[bit(lock) / 64];
  if (!(__atomic_load_n(word, __ATOMIC_RELAXED) & mask)) {
    __atomic_fetch_or(word, mask, __ATOMIC_RELAXED);
  }
}

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

static void write_take(struct thread *me, struct held *held, uint64_t flags) {
  if (!held->stack) {
    held->stack = address_text(held->caller);
  }
  note(held->lock);
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
  held->depth = 1;
  held->flags = (uint8_t)flags;
  held->owned = (uint8_t)owned;
  held->written = 0;
  held->stack = stack_of(me, caller, frame, waited);
  if (waited) {
    write_take(me, held, 0);
  } else if (me->count > 1 && !is_seen(me)) {
    me->count--;
    write_held(me);
    held = &me->held[me->count++];
    held->lock = lock;
    held->caller = caller;
    held->depth = 1;
    held->flags = (uint8_t)flags;
    held->owned = (uint8_t)owned;
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
  note(lock);
  emit(me, LOCK_WAIT, lock, (uint64_t)flags, stack_of(me, caller, frame, 1));
}

void gone(struct thread *me, void *lock) {
  if (UNLIKELY(written[bit(lock) / 64] >> (bit(lock) % 64) & 1)) {
    __atomic_fetch_add(&lifetimes, 1, __ATOMIC_RELAXED);
    emit(me, LOCK_GONE, lock, 0, 0);
  }
}
