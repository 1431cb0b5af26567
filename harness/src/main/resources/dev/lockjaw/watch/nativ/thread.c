/* Threads that begin and are joined, and waits for conditions. */
#define _GNU_SOURCE
#include "watch.h"

#include <pthread.h>
#include <time.h>

REAL(int, pthread_create, pthread_t *, const pthread_attr_t *, void *(*)(void *), void *)
REAL(int, pthread_join, pthread_t, void **)
REAL(int, pthread_cond_wait, pthread_cond_t *, pthread_mutex_t *)
REAL(int, pthread_cond_timedwait, pthread_cond_t *, pthread_mutex_t *, const struct timespec *)
REAL(int, pthread_cond_clockwait, pthread_cond_t *, pthread_mutex_t *, clockid_t,
     const struct timespec *)
REAL(int, pthread_cond_signal, pthread_cond_t *)
REAL(int, pthread_cond_broadcast, pthread_cond_t *)

enum { STARTS = 256, JOINABLE = 4096 };

/* A thread between its creation and its first step. */
static struct start {
  int used;
  void *(*routine)(void *);
  void *argument;
  uint64_t token;
} starts[STARTS];

/* The tokens of threads that can be joined, by their pthread_t. A collision loses one. */
static struct {
  uint64_t thread, token;
} joinable[JOINABLE];
static uint64_t tokens;

static uint32_t place(uint64_t thread) { return (uint32_t)(thread >> 12) % JOINABLE; }

static void *first_step(void *argument) {
  struct start start = *(struct start *)argument;
  __atomic_store_n(&((struct start *)argument)->used, 0, __ATOMIC_RELEASE);
  thread_token = start.token;
  thread_top = FRAME;
  struct thread *me = recorder();
  if (me) {
    me->guard++;
    emit(me, THREAD_BEGIN, (void *)start.token, 0, address_text((uint64_t)start.routine + 1));
    me->guard--;
  }
  return start.routine(start.argument);
}

static struct start *free_start(void) {
  for (int i = 0; i < STARTS; i++) {
    int unused = 0;
    if (__atomic_compare_exchange_n(&starts[i].used, &unused, 1, 0, __ATOMIC_ACQ_REL,
                                    __ATOMIC_RELAXED)) {
      return &starts[i];
    }
  }
  return NULL;
}

EXPORT int pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*routine)(void *), void *argument) {
  struct thread *me = recorder();
  struct start *start = me ? free_start() : NULL;
  if (!start) {
    return NEXT(pthread_create)(thread, attributes, routine, argument);
  }
  uint64_t token = __atomic_add_fetch(&tokens, 1, __ATOMIC_RELAXED);
  start->routine = routine;
  start->argument = argument;
  start->token = token;
  emit(me, THREAD_CREATE, (void *)token, 0, 0);
  int result = NEXT(pthread_create)(thread, attributes, first_step, start);
  if (result != 0) {
    __atomic_store_n(&start->used, 0, __ATOMIC_RELEASE);
    return result;
  }
  me->changes++;
  uint32_t at = place((uint64_t)*thread);
  joinable[at].thread = (uint64_t)*thread;
  joinable[at].token = token;
  return result;
}

EXPORT int pthread_join(pthread_t thread, void **value) {
  uint32_t at = place((uint64_t)thread);
  uint64_t token = joinable[at].thread == (uint64_t)thread ? joinable[at].token : 0;
  int result = NEXT(pthread_join)(thread, value);
  struct thread *me = recorder();
  if (me && result == 0 && token) {
    me->changes++;
    me->news++;
    emit(me, THREAD_JOIN, (void *)token, 0, 0);
  }
  return result;
}

/*
 * The mutexes of conditions, and whether one was waited for with another lock held. A collision
 * forgets a condition.
 */
enum { CONDITIONS = 1024 };
static struct {
  void *condition, *mutex;
  int nested;
  uint64_t handed; /* how often a signal of news was written */
} conditions[CONDITIONS];

static uint32_t slot_of(const void *condition) {
  return (uint32_t)((uint64_t)condition >> 4) % CONDITIONS;
}

static void note_wait(void *condition, void *mutex, int nested) {
  uint32_t at = slot_of(condition);
  if (conditions[at].condition != condition) {
    conditions[at].condition = condition;
    conditions[at].nested = 0;
  }
  conditions[at].mutex = mutex;
  if (nested) {
    conditions[at].nested = 1;
  }
}

/*
 * What a thread did before it signals is over for a thread that the signal wakes. Written if the
 * signalling thread has news since it signalled last. From then on its locks are new news: those
 * that it nests again could be so at the same time as the other's. They are written again after
 * the 1st, 2nd, 4th ... signal, so that the cost stays small.
 */
static void hand_over(struct thread *me, void *condition) {
  uint32_t at = slot_of(condition);
  uint64_t *given = &me->given[at % HANDED];
  uint64_t news = me->news ^ (uint64_t)condition << 16;
  if (*given != news) {
    *given = news;
    __atomic_fetch_add(&conditions[at].handed, 1, __ATOMIC_RELAXED);
    emit(me, HANDS_OVER, condition, 0, 0);
    uint64_t times = ++me->handed;
    if ((times & (times - 1)) == 0) {
      me->changes++;
    }
  }
}

static void take_over(struct thread *me, void *condition) {
  uint32_t at = slot_of(condition);
  uint64_t handed = __atomic_load_n(&conditions[at].handed, __ATOMIC_RELAXED);
  uint64_t *learned = &me->learned[at % HANDED];
  uint64_t version = handed ^ (uint64_t)condition << 16;
  if (handed && *learned != version) {
    *learned = version;
    me->news++;
    emit(me, TAKES_OVER, condition, 0, 0);
  }
}

/*
 * The wait releases the mutex and takes it again. With another lock held it is of interest; the
 * signal may need that one.
 */
#define WAIT(condition, mutex, wait)                                             \
  struct thread *me = in_tls_library(CALLER) ? NULL : recorder();                \
  if (!me || !me->count) {                                                       \
    return wait;                                                                 \
  }                                                                              \
  struct held *held = holds(me, mutex);                                          \
  struct held before = held ? *held : (struct held){0};                          \
  int others = me->count > (held ? 1 : 0);                                       \
  note_wait(condition, mutex, others);                                           \
  if (held && held->depth == 1) {                                                \
    released(me, mutex);                                                         \
  }                                                                              \
  if (others) {                                                                  \
    write_held(me);                                                              \
    emit(me, CONDITION_WAIT, condition, (uint64_t)mutex, stack_of(me, CALLER, FRAME, 1)); \
  }                                                                              \
  int result = wait;                                                             \
  if (result == 0) {                                                             \
    take_over(me, condition);                                                    \
  }                                                                              \
  if (others) {                                                                  \
    emit(me, CONDITION_LEAVE, condition, 0, 0);                                  \
  }                                                                              \
  if (before.depth == 1 && me->count < MOST_HELD) {                              \
    before.written = 0;                                                          \
    before.flags |= TRIED; /* the order in which it is taken again says nothing */ \
    me->held[me->count++] = before;                                              \
  }                                                                              \
  return result;

EXPORT int pthread_cond_wait(pthread_cond_t *c, pthread_mutex_t *m) {
  WAIT(c, m, NEXT(pthread_cond_wait)(c, m))
}

EXPORT int pthread_cond_timedwait(pthread_cond_t *c, pthread_mutex_t *m,
                                  const struct timespec *t) {
  WAIT(c, m, NEXT(pthread_cond_timedwait)(c, m, t))
}

EXPORT int pthread_cond_clockwait(pthread_cond_t *c, pthread_mutex_t *m, clockid_t clock,
                                  const struct timespec *t) {
  WAIT(c, m, NEXT(pthread_cond_clockwait)(c, m, clock, t))
}

/* The locks of a signal are of interest only if a wait with another lock held was seen. */
static void signals(void *condition, uint64_t caller, uint64_t frame) {
  uint32_t at = slot_of(condition);
  struct thread *me = in_tls_library(caller) ? NULL : recorder();
  if (!me) {
    return;
  }
  hand_over(me, condition);
  if (UNLIKELY(conditions[at].nested && conditions[at].condition == condition)) {
    write_held(me);
    emit(me, CONDITION_SIGNAL, condition, 0, stack_of(me, caller, frame, 1));
  }
}

EXPORT int pthread_cond_signal(pthread_cond_t *c) {
  signals(c, CALLER, FRAME);
  return NEXT(pthread_cond_signal)(c);
}

EXPORT int pthread_cond_broadcast(pthread_cond_t *c) {
  signals(c, CALLER, FRAME);
  return NEXT(pthread_cond_broadcast)(c);
}
