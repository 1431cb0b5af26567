/*
 * The library that `lockjaw watch` preloads into a program. It writes what the program does with
 * locks, TLS sessions and sockets into a log, whose layout the Java class Layout describes.
 *
 * It must never change what the program does: it allocates nothing, takes no lock, keeps errno, and
 * records nothing while it records already (for instance in a signal handler).
 */
#ifndef LOCKJAW_WATCH_H
#define LOCKJAW_WATCH_H

#include <errno.h>
#include <stddef.h>
#include <stdint.h>

#define EXPORT __attribute__((visibility("default")))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

/* The numbers of EventKind. */
enum {
  THREAD_BEGIN = 1, THREAD_END, THREAD_CREATE, THREAD_JOIN, GAP, HANDS_OVER, TAKES_OVER,
  LOCK_GONE = 11, LOCK_TAKEN, LOCK_RELEASED, LOCK_WAIT, LOCK_GAVE_UP,
  CALL_ENTER = 20, CALL_LEAVE, SESSION_NEW,
  IO_ENTER = 30, IO_LEAVE,
  CONDITION_WAIT = 40, CONDITION_LEAVE, CONDITION_SIGNAL
};

/* The flags of Event. */
enum { LATE = 1, SHARED = 2, AGAIN = 4, TRIED = 8, TIMED = 16, HELD_BY_ITSELF = 32 };

/* The numbers of TlsCall and of TlsStack. */
enum { READ = 1, WRITE, HANDSHAKE, SHUTDOWN, FREE, SHARE, OTHER };
enum { OPENSSL = 1, MBEDTLS };

enum { RINGS = 256, SLOTS = 2048, TEXT_BYTES = 4 << 20 };
enum { MOST_HELD = 48, MOST_FRAMES = 28, CACHED = 64, SEEN = 1024, HANDED = 64 };

/* A lock that the thread holds. */
struct held {
  void *lock;
  uint64_t caller; /* where it was taken */
  uint64_t frame;
  uint64_t stack;  /* the same as an id of a text, or 0 */
  uint32_t depth;  /* how often */
  uint8_t flags;
  uint8_t owned;   /* the lock's memory names its owner, so that can be checked */
  uint8_t written; /* the log has the take */
};

/* A stack that the thread had: valid as long as its return addresses are where they were. */
struct cached {
  uint64_t caller, frame, id;
  uint32_t frames;
  uint64_t *slot[MOST_FRAMES];
  uint64_t address[MOST_FRAMES];
};

struct ring {
  uint64_t owner, head, tail, busy, spare[4];
};

struct slot {
  uint64_t stamp, thread, kind, object, detail, stack, spare[2];
};

/* All that a thread keeps. The kernel clears it in the child of a fork. */
struct thread {
  uint32_t live; /* 0 in the child of a fork */
  uint32_t guard; /* it is recording */
  uint32_t gap;   /* events were dropped */
  uint32_t count; /* locks held */
  uint64_t id, token, changes;
  uint64_t top, lowest; /* the end of its stack, and the lowest address there of a lock */
  uint64_t news;        /* changes if it nests locks anew, or learns what was before */
  uint64_t handed, given[HANDED], learned[HANDED];
  struct ring *ring;
  struct slot *slots;
  struct held held[MOST_HELD];
  uint64_t seen[SEEN];
  struct cached cache[CACHED];
};

/* log.c */
struct thread *attach(void);
void emit(struct thread *me, int kind, const void *object, uint64_t detail, uint64_t stack);
uint64_t write_text(int type, const void *bytes, uint32_t length, const void *more, uint32_t rest);
void *next_symbol(const char *name);
void *cleared_in_child(size_t size);
extern __thread struct thread *self __attribute__((tls_model("initial-exec")));
extern __thread uint64_t thread_token __attribute__((tls_model("initial-exec")));
extern __thread uint64_t thread_top __attribute__((tls_model("initial-exec")));

/* The calling thread's record; null if nothing is to be recorded now. */
static inline struct thread *recorder(void) {
  struct thread *me = self;
  if (UNLIKELY(!me || !me->live)) {
    me = attach();
  }
  return LIKELY(me && !me->guard) ? me : NULL;
}

/* stack.c */
int warm_up(void);
int in_tls_library(uint64_t caller);
/* The id of the caller's stack; 0 if it is not wanted enough to be worth its cost. */
uint64_t stack_of(struct thread *me, uint64_t caller, uint64_t frame, int wanted);
uint64_t address_text(uint64_t address);

/* The caller of the wrapper in which it stands, and the frame that distinguishes its calls. */
#define CALLER ((uint64_t)__builtin_return_address(0))
#define FRAME ((uint64_t)__builtin_frame_address(0))

/* lifetime.c */
void note(struct thread *me, const void *lock, uint64_t frame);
void gone(struct thread *me, void *lock);
void stack_gone(struct thread *me, uint64_t frame);
extern uint64_t lifetimes;

/* locks.c */
void write_held(struct thread *me);
void took(struct thread *me, void *lock, int flags, int owned, int waited, uint64_t caller,
          uint64_t frame);
void released(struct thread *me, void *lock);
void waits(struct thread *me, void *lock, int flags, uint64_t caller, uint64_t frame);
void forget(struct thread *me, const void *lock);
struct held *holds(struct thread *me, const void *lock);

/* A function of the next library that has it, found on first use. */
#define REAL(type, name, ...)                                        \
  static type (*real_##name)(__VA_ARGS__);                           \
  static inline type (*get_##name(void))(__VA_ARGS__) {              \
    type (*found)(__VA_ARGS__) =                                     \
        __atomic_load_n(&real_##name, __ATOMIC_RELAXED);             \
    if (UNLIKELY(!found)) {                                          \
      found = (type(*)(__VA_ARGS__))next_symbol(#name);              \
      __atomic_store_n(&real_##name, found, __ATOMIC_RELAXED);       \
    }                                                                \
    return found;                                                    \
  }
#define NEXT(name) (get_##name())

#endif
