/* Orders of locks, waits and I/O under locks. The first argument says which. */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t second = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ready = PTHREAD_COND_INITIALIZER;
static pthread_barrier_t step;
static const char *mode;
static int signalled;
static int ends[2];
static volatile int waiter;

static int is(const char *name) { return strcmp(mode, name) == 0; }

static void take(pthread_mutex_t *outer, pthread_mutex_t *inner) {
  pthread_mutex_lock(outer);
  pthread_mutex_lock(inner);
  pthread_mutex_unlock(inner);
  pthread_mutex_unlock(outer);
}

static void *forwards(void *argument) {
  if (is("gate")) {
    pthread_mutex_lock(&gate);
  }
  take(&first, &second);
  if (is("gate")) {
    pthread_mutex_unlock(&gate);
  }
  return argument;
}

static void *backwards(void *argument) {
  if (is("gate")) {
    pthread_mutex_lock(&gate);
  }
  if (is("try")) {
    pthread_mutex_lock(&second);
    if (pthread_mutex_trylock(&first) == 0) {
      pthread_mutex_unlock(&first);
    }
    pthread_mutex_unlock(&second);
  } else {
    take(&second, &first);
  }
  if (is("gate")) {
    pthread_mutex_unlock(&gate);
  }
  return argument;
}

/* Both threads live at the same time, and do their part one after the other. */
static void *forwards_then(void *argument) {
  forwards(argument);
  pthread_barrier_wait(&step);
  pthread_barrier_wait(&step);
  return argument;
}

static void *then_backwards(void *argument) {
  pthread_barrier_wait(&step);
  if (is("reuse")) {
    pthread_mutex_destroy(&first);
    pthread_mutex_init(&first, NULL);
  }
  backwards(argument);
  pthread_barrier_wait(&step);
  return argument;
}

/* The signal wakes a thread that waits for certain: it holds the gate until it does. */
static void *forwards_signals(void *argument) {
  pthread_barrier_wait(&step);
  forwards(argument);
  pthread_mutex_lock(&gate);
  signalled = 1;
  pthread_cond_signal(&ready);
  pthread_mutex_unlock(&gate);
  if (is("signalled-again")) {
    forwards(argument);
  }
  pthread_barrier_wait(&step);
  return argument;
}

static void *woken_backwards(void *argument) {
  pthread_mutex_lock(&gate);
  pthread_barrier_wait(&step);
  while (!signalled) {
    pthread_cond_wait(&ready, &gate);
  }
  pthread_mutex_unlock(&gate);
  backwards(argument);
  pthread_barrier_wait(&step);
  return argument;
}

/* As a std::mutex: it is not initialised, and not destroyed. */
static pthread_mutex_t *new_mutex(void) {
  static const pthread_mutex_t fresh = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_t *mutex = malloc(sizeof *mutex);
  *mutex = fresh;
  return mutex;
}

static pthread_mutex_t *shared;

static void *forwards_shared(void *argument) {
  take(&first, shared);
  pthread_barrier_wait(&step);
  pthread_barrier_wait(&step);
  return argument;
}

static void *then_backwards_shared(void *argument) {
  pthread_barrier_wait(&step);
  if (is("heap-again")) {
    pthread_mutex_t *old = shared;
    free(old);
    shared = new_mutex();
    if (shared != old) {
      abort(); /* the memory was to be used again */
    }
  }
  take(shared, &first);
  pthread_barrier_wait(&step);
  return argument;
}

/* Two locks of one function, called twice, are at one address. */
static void __attribute__((noinline)) with_lock_on_stack(int again) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  if (again) {
    take(&mutex, &first);
    return;
  }
  take(&first, &mutex);
  shared = &mutex;
  pthread_barrier_wait(&step);
  pthread_barrier_wait(&step);
  if (is("stack")) {
    take(&mutex, &first);
  }
}

static void *owns_stack_lock(void *argument) {
  with_lock_on_stack(0);
  if (is("stack-again")) {
    pthread_mutex_lock(&gate);
    pthread_mutex_unlock(&gate);
    with_lock_on_stack(1);
  }
  pthread_barrier_wait(&step);
  return argument;
}

static void *takes_stack_lock(void *argument) {
  pthread_barrier_wait(&step);
  take(&first, shared);
  pthread_barrier_wait(&step);
  pthread_barrier_wait(&step);
  return argument;
}

static void both(void *(*one)(void *), void *(*other)(void *)) {
  pthread_t a, b;
  pthread_create(&a, NULL, one, NULL);
  pthread_create(&b, NULL, other, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
}

static void joined(void) {
  pthread_t a;
  pthread_create(&a, NULL, forwards, NULL);
  pthread_join(a, NULL);
  backwards(NULL);
}

static void *receives(void *argument) {
  char byte;
  pthread_mutex_lock(&first);
  if (is("io-outside")) {
    pthread_mutex_unlock(&first);
  }
  pthread_barrier_wait(&step);
  recv(ends[0], &byte, 1, 0);
  if (!is("io-outside")) {
    pthread_mutex_unlock(&first);
  }
  return argument;
}

static void *wants(void *argument) {
  pthread_barrier_wait(&step);
  waiter = (int)syscall(SYS_gettid);
  pthread_mutex_lock(&first);
  pthread_mutex_unlock(&first);
  waiter = -1;
  return argument;
}

/* Returns once the thread that wants the lock sleeps, or is through. */
static void *sends(void *argument) {
  char path[64], text[256] = "";
  while (waiter >= 0 && !strstr(text, ") S")) {
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", waiter);
    FILE *file = waiter ? fopen(path, "r") : NULL;
    if (file) {
      text[fread(text, 1, sizeof text - 1, file)] = 0;
      fclose(file);
    }
  }
  struct timespec pause = {0, 50000000};
  nanosleep(&pause, NULL);
  send(ends[1], "x", 1, 0);
  return argument;
}

static void io(void) {
  pthread_t sender;
  socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
  pthread_create(&sender, NULL, sends, NULL);
  both(receives, wants);
  pthread_join(sender, NULL);
}

/* The wait ends by a time-out, because the signal is made only after it. */
static void *awaits(void *argument) {
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  pthread_mutex_lock(&second);
  if (!is("wait-alone")) {
    pthread_mutex_lock(&first);
  } else {
    pthread_mutex_unlock(&second);
    pthread_mutex_lock(&first);
  }
  pthread_cond_timedwait(&ready, &first, &until);
  pthread_mutex_unlock(&first);
  if (!is("wait-alone")) {
    pthread_mutex_unlock(&second);
  }
  pthread_barrier_wait(&step);
  return argument;
}

static void *signals(void *argument) {
  pthread_barrier_wait(&step);
  pthread_mutex_lock(&second);
  pthread_mutex_lock(&first);
  signalled = 1;
  pthread_cond_signal(&ready);
  pthread_mutex_unlock(&first);
  pthread_mutex_unlock(&second);
  return argument;
}

static void own_process(void) {
  if (fork() == 0) {
    both(forwards_then, then_backwards);
    _exit(0);
  }
  wait(NULL);
}

int main(int count, char **arguments) {
  mode = count > 1 ? arguments[1] : "";
  pthread_barrier_init(&step, NULL, 2);
  if (is("joined")) {
    joined();
  } else if (is("io") || is("io-outside")) {
    io();
  } else if (is("wait") || is("wait-alone")) {
    both(awaits, signals);
  } else if (strncmp(mode, "signalled", 9) == 0) {
    both(forwards_signals, woken_backwards);
  } else if (strncmp(mode, "heap", 4) == 0) {
    shared = new_mutex();
    both(forwards_shared, then_backwards_shared);
  } else if (strncmp(mode, "stack", 5) == 0) {
    both(owns_stack_lock, takes_stack_lock);
  } else if (is("exec")) {
    execl(arguments[0], arguments[0], "inversion", (char *)NULL);
  } else if (is("fork")) {
    own_process();
  } else {
    both(forwards_then, then_backwards);
    if (is("killed")) {
      kill(getpid(), 9);
    }
  }
  return 7;
}
