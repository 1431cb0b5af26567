/* The log: one file a process, mapped shared, with a ring for each thread and a text area. */
#define _GNU_SOURCE
#include "watch.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { HEADER = 4096 };

/* The header, as words. */
enum {
  MAGIC, PID, FRONT_END, RING_COUNT, SLOT_COUNT, TEXT_OFFSET, TEXT_SIZE, TEXT_USED, STATE, DROPPED,
  TEXT_LOST, THREADS_LOST, PARENT, PROGRAM
};

__thread struct thread *self __attribute__((tls_model("initial-exec")));
__thread uint64_t thread_token __attribute__((tls_model("initial-exec")));
__thread uint64_t thread_top __attribute__((tls_model("initial-exec")));
static __thread int attaching __attribute__((tls_model("initial-exec")));

/* Of this process only: the kernel clears it in the child of a fork. */
struct process {
  uint32_t state; /* 0 no log yet, 1 one thread makes it, 2 there is one, 3 there can be none */
  uint64_t *header;
  struct ring *rings;
  struct slot *slots;
  char *text;
};
static struct process *process;
static struct thread *threads;
static pthread_key_t at_exit;
static int has_key;
static uint64_t main_top;

static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static void put(struct thread *me, uint64_t head, int kind, uint64_t object, uint64_t detail,
                uint64_t stack) {
  struct ring *ring = me->ring;
  __atomic_store_n(&ring->busy, 1, __ATOMIC_RELAXED);
  struct slot *slot = &me->slots[head & (SLOTS - 1)];
  slot->stamp = now();
  slot->thread = me->id;
  slot->kind = (uint64_t)kind;
  slot->object = object;
  slot->detail = detail;
  slot->stack = stack;
  __atomic_store_n(&ring->head, head + 1, __ATOMIC_RELEASE);
  __atomic_store_n(&ring->busy, 0, __ATOMIC_RELEASE);
}

void emit(struct thread *me, int kind, const void *object, uint64_t detail, uint64_t stack) {
  uint64_t head = me->ring->head;
  uint64_t room = SLOTS - (head - __atomic_load_n(&me->ring->tail, __ATOMIC_ACQUIRE));
  if (UNLIKELY(room < 2)) {
    __atomic_fetch_add(&process->header[DROPPED], 1, __ATOMIC_RELAXED);
    me->gap = 1;
    return;
  }
  if (UNLIKELY(me->gap)) {
    me->gap = 0;
    put(me, head++, GAP, 0, 0, 0);
    for (uint32_t i = 0; i < me->count; i++) {
      me->held[i].written = 0;
    }
    memset(me->seen, 0, sizeof me->seen);
  }
  put(me, head, kind, (uint64_t)object, detail, stack);
}

uint64_t write_text(int type, const void *bytes, uint32_t length, const void *more, uint32_t rest) {
  uint64_t size = 8 + ((length + rest + 7u) & ~7u);
  uint64_t at = __atomic_fetch_add(&process->header[TEXT_USED], size, __ATOMIC_RELAXED);
  if (at + size > TEXT_BYTES) {
    __atomic_fetch_add(&process->header[TEXT_LOST], 1, __ATOMIC_RELAXED);
    return 0;
  }
  char *record = process->text + at;
  *(uint32_t *)(record + 4) = length + rest;
  memcpy(record + 8, bytes, length);
  memcpy(record + 8 + length, more, rest);
  __atomic_store_n((uint32_t *)record, (uint32_t)type, __ATOMIC_RELEASE);
  return at + 8;
}

/* Makes the log. Returns whether there is one. */
static int make_log(void) {
  const char *folder = getenv("LOCKJAW_WATCH_DIR");
  if (!folder) {
    return 0;
  }
  char path[4096];
  char program[4096];
  snprintf(path, sizeof path, "%s/%d-%llu.ljw", folder, getpid(), (unsigned long long)now());
  int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) {
    return 0;
  }
  size_t slots = HEADER + RINGS * sizeof(struct ring);
  size_t text = slots + (size_t)RINGS * SLOTS * sizeof(struct slot);
  size_t size = text + TEXT_BYTES;
  /* With room on the disk reserved, no store to the mapping can fail. */
  char *log = posix_fallocate(file, 0, (off_t)size) == 0
                  ? mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
                  : MAP_FAILED;
  close(file);
  if (log == MAP_FAILED) {
    unlink(path);
    return 0;
  }
  madvise(log, size, MADV_DONTFORK);
  process->header = (uint64_t *)log;
  process->rings = (struct ring *)(log + HEADER);
  process->slots = (struct slot *)(log + slots);
  process->text = log + text;
  uint64_t *header = process->header;
  header[PID] = (uint64_t)getpid();
  header[PARENT] = (uint64_t)getppid();
  header[FRONT_END] = 1;
  header[RING_COUNT] = RINGS;
  header[SLOT_COUNT] = SLOTS;
  header[TEXT_OFFSET] = text;
  header[TEXT_SIZE] = TEXT_BYTES;
  ssize_t length = readlink("/proc/self/exe", program, sizeof program);
  header[PROGRAM] = length > 0 ? write_text(3, program, (uint32_t)length, "", 0) : 0;
  header[MAGIC] = 0x3148435441574a4cu;
  __atomic_store_n(&header[STATE], 1, __ATOMIC_RELEASE);
  return 1;
}

static int has_log(void) {
  uint32_t state = __atomic_load_n(&process->state, __ATOMIC_ACQUIRE);
  uint32_t none = 0;
  if (state == 0 && __atomic_compare_exchange_n(&process->state, &none, 1, 0, __ATOMIC_ACQ_REL,
                                                __ATOMIC_ACQUIRE)) {
    state = make_log() ? 2 : 3;
    __atomic_store_n(&process->state, state, __ATOMIC_RELEASE);
  }
  return state == 2;
}

static int is_dead(uint64_t thread) {
  return syscall(SYS_tgkill, getpid(), (int)thread, 0) != 0 && errno == ESRCH;
}

static int take_ring(uint64_t thread) {
  for (int pass = 0; pass < 2; pass++) {
    for (int i = 0; i < RINGS; i++) {
      uint64_t owner = __atomic_load_n(&process->rings[i].owner, __ATOMIC_ACQUIRE);
      if ((owner == 0 || (pass == 1 && is_dead(owner))) &&
          __atomic_compare_exchange_n(&process->rings[i].owner, &owner, thread, 0, __ATOMIC_ACQ_REL,
                                      __ATOMIC_RELAXED)) {
        return i;
      }
    }
  }
  return -1;
}

/* The thread's record is made when it does the first thing of interest. */
struct thread *attach(void) {
  if (attaching || !process || process->state == 3) {
    return NULL;
  }
  attaching = 1;
  int error = errno;
  struct thread *me = NULL;
  if (has_log()) {
    uint64_t thread = (uint64_t)syscall(SYS_gettid);
    int ring = take_ring(thread);
    if (ring < 0) {
      __atomic_fetch_add(&process->header[THREADS_LOST], 1, __ATOMIC_RELAXED);
    } else {
      me = &threads[ring];
      memset(me, 0, sizeof *me);
      me->id = thread;
      me->token = thread_token;
      me->news = 1;
      /* The main thread's stack ends at its environment. */
      me->top = me->id == (uint64_t)getpid() ? main_top : thread_top;
      me->lowest = me->top;
      me->ring = &process->rings[ring];
      me->slots = &process->slots[(size_t)ring * SLOTS];
      me->live = 1;
      self = me;
      if (has_key) {
        pthread_setspecific(at_exit, me);
      }
      emit(me, THREAD_BEGIN, (void *)me->token, 0, 0);
    }
  }
  errno = error;
  attaching = 0;
  return me;
}

static void detach(void *record) {
  struct thread *me = record;
  if (me->live && self == me) {
    if (me->lowest < me->top) {
      stack_gone(me, me->top);
    }
    emit(me, THREAD_END, (void *)me->token, 0, 0);
    me->live = 0;
    self = NULL;
    __atomic_store_n(&me->ring->owner, 0, __ATOMIC_RELEASE);
  }
}

/* In a library that was opened with local scope, the symbol is not among the next ones. */
static void *elsewhere(const char *name, void *own) {
  for (struct link_map *map = _r_debug.r_map; map; map = map->l_next) {
    const char *file = strrchr(map->l_name, '/');
    if (file && (strstr(file, "ssl") || strstr(file, "mbed"))) {
      void *library = dlopen(map->l_name, RTLD_LAZY | RTLD_NOLOAD); /* stays open: it is pinned */
      void *found = library ? dlsym(library, name) : NULL;
      if (found && found != own) {
        return found;
      }
    }
  }
  return NULL;
}

void *next_symbol(const char *name) {
  int error = errno;
  /* The conditions of glibc have two versions, of which the older has another layout. */
  void *found = strncmp(name, "pthread_cond", 12) ? NULL : dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2");
  found = found ? found : dlsym(RTLD_NEXT, name);
  found = found ? found : elsewhere(name, dlsym(RTLD_DEFAULT, name));
  errno = error;
  return found;
}

void *cleared_in_child(size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED || madvise(memory, size, MADV_WIPEONFORK) != 0) {
    return NULL;
  }
  return memory;
}

__attribute__((constructor(101))) static void begin(void) {
  int error = errno;
  if (!process && getenv("LOCKJAW_WATCH_DIR")) {
    main_top = (uint64_t)environ;
    threads = cleared_in_child(RINGS * sizeof(struct thread));
    struct process *made = threads ? cleared_in_child(sizeof(struct process)) : NULL;
    if (made && warm_up()) {
      has_key = pthread_key_create(&at_exit, detach) == 0;
      __atomic_store_n(&process, made, __ATOMIC_RELEASE);
      recorder();
    }
  }
  errno = error;
}

__attribute__((destructor)) static void end(void) {
  if (process && process->state == 2) {
    __atomic_store_n(&process->header[STATE], 2, __ATOMIC_RELEASE);
  }
}
