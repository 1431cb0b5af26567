/* pthread_mutex_*, pthread_rwlock_*, and the mutexes of C11. */
#define _GNU_SOURCE
#include "watch.h"

#include <pthread.h>
#include <threads.h>
#include <time.h>

REAL(int, pthread_mutex_lock, pthread_mutex_t *)
REAL(int, pthread_mutex_trylock, pthread_mutex_t *)
REAL(int, pthread_mutex_timedlock, pthread_mutex_t *, const struct timespec *)
REAL(int, pthread_mutex_clocklock, pthread_mutex_t *, clockid_t, const struct timespec *)
REAL(int, pthread_mutex_unlock, pthread_mutex_t *)
REAL(int, pthread_mutex_init, pthread_mutex_t *, const pthread_mutexattr_t *)
REAL(int, pthread_mutex_destroy, pthread_mutex_t *)
REAL(int, pthread_rwlock_rdlock, pthread_rwlock_t *)
REAL(int, pthread_rwlock_wrlock, pthread_rwlock_t *)
REAL(int, pthread_rwlock_tryrdlock, pthread_rwlock_t *)
REAL(int, pthread_rwlock_trywrlock, pthread_rwlock_t *)
REAL(int, pthread_rwlock_timedrdlock, pthread_rwlock_t *, const struct timespec *)
REAL(int, pthread_rwlock_timedwrlock, pthread_rwlock_t *, const struct timespec *)
REAL(int, pthread_rwlock_unlock, pthread_rwlock_t *)
REAL(int, pthread_rwlock_init, pthread_rwlock_t *, const pthread_rwlockattr_t *)
REAL(int, pthread_rwlock_destroy, pthread_rwlock_t *)
REAL(int, mtx_lock, mtx_t *)
REAL(int, mtx_trylock, mtx_t *)
REAL(int, mtx_timedlock, mtx_t *, const struct timespec *)
REAL(int, mtx_unlock, mtx_t *)
REAL(int, mtx_init, mtx_t *, int)
REAL(void, mtx_destroy, mtx_t *)

/* The thread's record if a call of this caller is to be recorded. */
#define RECORDER (UNLIKELY(in_tls_library(CALLER)) ? NULL : recorder())

static int is_taken(int result) { return result == 0 || result == EOWNERDEAD; }

/* Whether glibc's mutex names the calling thread as its owner, so that a wait would never end. */
static int is_own(const struct thread *me, const void *mutex) {
  return ((const volatile int *)mutex)[2] == (int)me->id;
}

/*
 * A lock that must be waited for is asked for by a try first. A wait is seen so, and a thread that
 * waits for itself before it does.
 */
#define LOCK(lock, busy, owned, flags, try, wait)                                     \
  struct thread *me = RECORDER;                                                       \
  if (!me) {                                                                          \
    return wait;                                                                      \
  }                                                                                   \
  int result = try;                                                                   \
  int waited = result == (busy);                                                      \
  if (UNLIKELY(waited)) {                                                             \
    int own = (owned) && is_own(me, lock) && holds(me, lock);                         \
    waits(me, lock, (flags) | (own ? HELD_BY_ITSELF : 0), CALLER, FRAME);             \
    result = wait;                                                                    \
    if (!is_taken(result)) {                                                          \
      emit(me, LOCK_GAVE_UP, lock, 0, 0);                                             \
    }                                                                                 \
  }                                                                                   \
  if (is_taken(result)) {                                                             \
    took(me, lock, (flags) & TIMED ? ((flags) & ~TIMED) | TRIED : (flags), owned, waited, CALLER, FRAME); \
  }                                                                                   \
  return result;

#define TRY(lock, owned, flags, try)                                 \
  struct thread *me = RECORDER;                                      \
  int result = try;                                                  \
  if (me && is_taken(result)) {                                      \
    took(me, lock, (flags) | TRIED, owned, 0, CALLER, FRAME);        \
  }                                                                  \
  return result;

#define UNLOCK(lock, unlock)            \
  struct thread *me = recorder();       \
  if (me && me->count) {                \
    released(me, lock);                 \
  }                                     \
  return unlock;

#define GONE(lock)                      \
  struct thread *me = recorder();       \
  if (me) {                             \
    gone(me, lock);                     \
  }

EXPORT int pthread_mutex_lock(pthread_mutex_t *m) {
  LOCK(m, EBUSY, 1, 0, NEXT(pthread_mutex_trylock)(m), NEXT(pthread_mutex_lock)(m))
}

EXPORT int pthread_mutex_timedlock(pthread_mutex_t *m, const struct timespec *t) {
  LOCK(m, EBUSY, 1, TIMED, NEXT(pthread_mutex_trylock)(m), NEXT(pthread_mutex_timedlock)(m, t))
}

EXPORT int pthread_mutex_clocklock(pthread_mutex_t *m, clockid_t c, const struct timespec *t) {
  LOCK(m, EBUSY, 1, TIMED, NEXT(pthread_mutex_trylock)(m), NEXT(pthread_mutex_clocklock)(m, c, t))
}

EXPORT int pthread_mutex_trylock(pthread_mutex_t *m) {
  TRY(m, 1, 0, NEXT(pthread_mutex_trylock)(m))
}

EXPORT int pthread_mutex_unlock(pthread_mutex_t *m) {
  UNLOCK(m, NEXT(pthread_mutex_unlock)(m))
}

EXPORT int pthread_mutex_init(pthread_mutex_t *m, const pthread_mutexattr_t *a) {
  GONE(m)
  return NEXT(pthread_mutex_init)(m, a);
}

EXPORT int pthread_mutex_destroy(pthread_mutex_t *m) {
  GONE(m)
  return NEXT(pthread_mutex_destroy)(m);
}

EXPORT int pthread_rwlock_rdlock(pthread_rwlock_t *l) {
  LOCK(l, EBUSY, 0, SHARED, NEXT(pthread_rwlock_tryrdlock)(l), NEXT(pthread_rwlock_rdlock)(l))
}

EXPORT int pthread_rwlock_wrlock(pthread_rwlock_t *l) {
  LOCK(l, EBUSY, 0, 0, NEXT(pthread_rwlock_trywrlock)(l), NEXT(pthread_rwlock_wrlock)(l))
}

EXPORT int pthread_rwlock_timedrdlock(pthread_rwlock_t *l, const struct timespec *t) {
  LOCK(l, EBUSY, 0, SHARED | TIMED, NEXT(pthread_rwlock_tryrdlock)(l),
       NEXT(pthread_rwlock_timedrdlock)(l, t))
}

EXPORT int pthread_rwlock_timedwrlock(pthread_rwlock_t *l, const struct timespec *t) {
  LOCK(l, EBUSY, 0, TIMED, NEXT(pthread_rwlock_trywrlock)(l),
       NEXT(pthread_rwlock_timedwrlock)(l, t))
}

EXPORT int pthread_rwlock_tryrdlock(pthread_rwlock_t *l) {
  TRY(l, 0, SHARED, NEXT(pthread_rwlock_tryrdlock)(l))
}

EXPORT int pthread_rwlock_trywrlock(pthread_rwlock_t *l) {
  TRY(l, 0, 0, NEXT(pthread_rwlock_trywrlock)(l))
}

EXPORT int pthread_rwlock_unlock(pthread_rwlock_t *l) {
  UNLOCK(l, NEXT(pthread_rwlock_unlock)(l))
}

EXPORT int pthread_rwlock_init(pthread_rwlock_t *l, const pthread_rwlockattr_t *a) {
  GONE(l)
  return NEXT(pthread_rwlock_init)(l, a);
}

EXPORT int pthread_rwlock_destroy(pthread_rwlock_t *l) {
  GONE(l)
  return NEXT(pthread_rwlock_destroy)(l);
}

EXPORT int mtx_lock(mtx_t *m) {
  LOCK(m, thrd_busy, 1, 0, NEXT(mtx_trylock)(m), NEXT(mtx_lock)(m))
}

EXPORT int mtx_timedlock(mtx_t *m, const struct timespec *t) {
  LOCK(m, thrd_busy, 1, TIMED, NEXT(mtx_trylock)(m), NEXT(mtx_timedlock)(m, t))
}

EXPORT int mtx_trylock(mtx_t *m) { TRY(m, 1, 0, NEXT(mtx_trylock)(m)) }

EXPORT int mtx_unlock(mtx_t *m) { UNLOCK(m, NEXT(mtx_unlock)(m)) }

EXPORT int mtx_init(mtx_t *m, int type) {
  GONE(m)
  return NEXT(mtx_init)(m, type);
}

EXPORT void mtx_destroy(mtx_t *m) {
  GONE(m)
  NEXT(mtx_destroy)(m);
}
