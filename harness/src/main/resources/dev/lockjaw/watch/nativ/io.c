/* I/O on sockets that may block while the thread holds a lock. Without a lock nothing is done. */
#define _GNU_SOURCE
#include "watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

/* Voluntary switches of the thread: it slept if they grew. */
static long sleeps(void) {
  struct rusage usage;
  return getrusage(RUSAGE_THREAD, &usage) == 0 ? usage.ru_nvcsw : 0;
}

static struct thread *holder(void) {
  struct thread *me = self;
  return UNLIKELY(me && me->live && me->count && !me->guard) ? me : NULL;
}

static int may_block(int socket) {
  int error = errno;
  int type;
  socklen_t size = sizeof type;
  int flags = fcntl(socket, F_GETFL);
  int may = flags >= 0 && !(flags & O_NONBLOCK) &&
            getsockopt(socket, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
  errno = error;
  return may;
}

static long begin_io(struct thread *me, int object, uint64_t caller, uint64_t frame) {
  int error = errno;
  write_held(me);
  emit(me, IO_ENTER, (void *)(uint64_t)(uint32_t)object, 0, stack_of(me, caller, frame, 1));
  long before = sleeps();
  errno = error;
  return before;
}

static void end_io(struct thread *me, int object, long before) {
  int error = errno;
  emit(me, IO_LEAVE, (void *)(uint64_t)(uint32_t)object, sleeps() != before, 0);
  errno = error;
}

#define IO(type, object, blocks, call)                  \
  struct thread *me = holder();                         \
  if (LIKELY(!me) || !(blocks)) {                       \
    return call;                                        \
  }                                                     \
  long before = begin_io(me, object, CALLER, FRAME);    \
  type result = call;                                   \
  end_io(me, object, before);                           \
  return result;

REAL(ssize_t, read, int, void *, size_t)
EXPORT ssize_t read(int f, void *b, size_t n) { IO(ssize_t, f, may_block(f), NEXT(read)(f, b, n)) }

REAL(ssize_t, write, int, const void *, size_t)
EXPORT ssize_t write(int f, const void *b, size_t n) {
  IO(ssize_t, f, may_block(f), NEXT(write)(f, b, n))
}

REAL(ssize_t, readv, int, const struct iovec *, int)
EXPORT ssize_t readv(int f, const struct iovec *v, int n) {
  IO(ssize_t, f, may_block(f), NEXT(readv)(f, v, n))
}

REAL(ssize_t, writev, int, const struct iovec *, int)
EXPORT ssize_t writev(int f, const struct iovec *v, int n) {
  IO(ssize_t, f, may_block(f), NEXT(writev)(f, v, n))
}

REAL(ssize_t, recv, int, void *, size_t, int)
EXPORT ssize_t recv(int f, void *b, size_t n, int flags) {
  IO(ssize_t, f, !(flags & MSG_DONTWAIT) && may_block(f), NEXT(recv)(f, b, n, flags))
}

REAL(ssize_t, send, int, const void *, size_t, int)
EXPORT ssize_t send(int f, const void *b, size_t n, int flags) {
  IO(ssize_t, f, !(flags & MSG_DONTWAIT) && may_block(f), NEXT(send)(f, b, n, flags))
}

REAL(ssize_t, recvfrom, int, void *, size_t, int, void *, socklen_t *)
EXPORT ssize_t recvfrom(int f, void *restrict b, size_t n, int flags,
                        __SOCKADDR_ARG a, socklen_t *restrict l) {
  IO(ssize_t, f, !(flags & MSG_DONTWAIT) && may_block(f),
     NEXT(recvfrom)(f, b, n, flags, *(void **)&a, l))
}

REAL(ssize_t, recvmsg, int, struct msghdr *, int)
EXPORT ssize_t recvmsg(int f, struct msghdr *m, int flags) {
  IO(ssize_t, f, !(flags & MSG_DONTWAIT) && may_block(f), NEXT(recvmsg)(f, m, flags))
}

REAL(ssize_t, sendmsg, int, const struct msghdr *, int)
EXPORT ssize_t sendmsg(int f, const struct msghdr *m, int flags) {
  IO(ssize_t, f, !(flags & MSG_DONTWAIT) && may_block(f), NEXT(sendmsg)(f, m, flags))
}

REAL(int, accept, int, void *, socklen_t *)
EXPORT int accept(int f, __SOCKADDR_ARG a, socklen_t *restrict l) {
  IO(int, f, may_block(f), NEXT(accept)(f, *(void **)&a, l))
}

REAL(int, connect, int, const void *, socklen_t)
EXPORT int connect(int f, __CONST_SOCKADDR_ARG a, socklen_t l) {
  IO(int, f, may_block(f), NEXT(connect)(f, *(const void **)&a, l))
}

REAL(int, poll, struct pollfd *, nfds_t, int)
EXPORT int poll(struct pollfd *f, nfds_t n, int t) { IO(int, -1, t != 0, NEXT(poll)(f, n, t)) }

REAL(int, select, int, fd_set *, fd_set *, fd_set *, struct timeval *)
EXPORT int select(int n, fd_set *restrict r, fd_set *restrict w, fd_set *restrict e,
                  struct timeval *restrict t) {
  IO(int, -1, !t || t->tv_sec || t->tv_usec, NEXT(select)(n, r, w, e, t))
}

REAL(int, epoll_wait, int, struct epoll_event *, int, int)
EXPORT int epoll_wait(int f, struct epoll_event *v, int n, int t) {
  IO(int, f, t != 0, NEXT(epoll_wait)(f, v, n, t))
}
