/*
 * The ends of locks. A lock is another one after it was destroyed or initialised, after its memory
 * was freed, and after the frame or the thread has ended on whose stack it was: a std::mutex has no
 * other end that can be seen.
 */
#define _GNU_SOURCE
#include "watch.h"

#include <malloc.h>

enum { LOCKS = 1 << 12, PROBES = 16, LINES = 1 << 20, LINE = 64, MOST_LINES = 1 << 14 };
enum { STACK = 8 << 20 }; /* a frame further from the stack's end is on another, such as a coroutine's */

/* Addresses of locks that the log may have. One that finds no room ends only if it is destroyed. */
static uint64_t noted[LOCKS];

/* A bit for each line of memory that has had one, and for each address: no lock is missing here. */
static uint64_t lines[LINES / 64];
static uint64_t addresses[LINES / 64];
static int any;

uint64_t lifetimes; /* how often a lock of a log has ended */

REAL(void, free, void *)
REAL(size_t, malloc_usable_size, void *)
static __thread int resolving __attribute__((tls_model("initial-exec")));

static uint32_t hash(uint64_t word) { return (uint32_t)((word * 0x9e3779b97f4a7c15u) >> 44); }

static int has(const uint64_t *bits, uint32_t bit) {
  return (int)(__atomic_load_n(&bits[bit / 64], __ATOMIC_RELAXED) >> (bit % 64) & 1);
}

static void set(uint64_t *bits, uint32_t bit) {
  if (!has(bits, bit)) {
    __atomic_fetch_or(&bits[bit / 64], 1ull << (bit % 64), __ATOMIC_RELAXED);
  }
}

void note(struct thread *me, const void *lock, uint64_t frame) {
  uint64_t address = (uint64_t)lock;
  if (address > frame && address < me->lowest && me->top - frame < STACK) {
    me->lowest = address;
  }
  if (has(addresses, hash(address)) && noted[hash(address) % LOCKS] == address) {
    return;
  }
  set(addresses, hash(address));
  set(lines, hash(address / LINE));
  any = 1;
  for (uint32_t i = 0; i < PROBES; i++) {
    uint64_t none = 0;
    uint64_t *place = &noted[(hash(address) + i) % LOCKS];
    if (__atomic_compare_exchange_n(place, &none, address, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED) ||
        none == address) {
      return;
    }
  }
}

static void end_of(struct thread *me, uint64_t address) {
  forget(me, (void *)address);
  __atomic_fetch_add(&lifetimes, 1, __ATOMIC_RELAXED);
  emit(me, LOCK_GONE, (void *)address, 0, 0);
}

/* All locks in a range of memory end. */
static void range_gone(struct thread *me, uint64_t from, uint64_t to) {
  for (uint32_t i = 0; i < LOCKS; i++) {
    uint64_t address = __atomic_load_n(&noted[i], __ATOMIC_RELAXED);
    if (address >= from && address < to &&
        __atomic_compare_exchange_n(&noted[i], &address, 0, 0, __ATOMIC_RELAXED,
                                    __ATOMIC_RELAXED)) {
      end_of(me, address);
    }
  }
}

void gone(struct thread *me, void *lock) {
  uint64_t address = (uint64_t)lock;
  if (UNLIKELY(has(addresses, hash(address)))) {
    end_of(me, address);
  }
}

/* What lies below the frame in which the thread is, is over. */
void stack_gone(struct thread *me, uint64_t frame) {
  range_gone(me, me->lowest, frame);
  me->lowest = me->top;
}

static int has_line(uint64_t from, uint64_t to) {
  if (to - from > (uint64_t)MOST_LINES * LINE) {
    return 1;
  }
  for (uint64_t line = from / LINE; line <= (to - 1) / LINE; line++) {
    if (has(lines, hash(line))) {
      return 1;
    }
  }
  return 0;
}

static void memory_gone(void *memory) {
  uint64_t from = (uint64_t)memory;
  uint64_t to = from + NEXT(malloc_usable_size)(memory);
  if (to > from && has_line(from, to)) {
    struct thread *me = recorder();
    if (me) {
      range_gone(me, from, to);
    }
  }
}

EXPORT void free(void *memory) {
  if (UNLIKELY(!real_free)) {
    if (resolving) {
      return; /* the loader frees while it is asked for this very function: a few bytes are lost */
    }
    resolving = 1;
    get_free();
    get_malloc_usable_size();
    resolving = 0;
  }
  if (memory && UNLIKELY(any)) {
    memory_gone(memory);
  }
  real_free(memory);
}
