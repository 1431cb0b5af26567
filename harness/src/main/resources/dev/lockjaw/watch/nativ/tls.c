/*
 * The calls of OpenSSL and its relatives, and of mbedTLS. A TLS call in which a thread takes a lock
 * of the program, or makes a TLS call, has called the program back.
 */
#define _GNU_SOURCE
#include "watch.h"

typedef struct ssl SSL;
typedef struct context CTX;

/* A call that a TLS library makes itself is a part of the call that it is in. */
static struct thread *enter(void *session, int call, uint64_t caller, uint64_t frame) {
  struct thread *me = session && !in_tls_library(caller) ? recorder() : NULL;
  if (me) {
    write_held(me);
    uint64_t stack = stack_of(me, caller, frame, 1); /* from here on its library is known */
    emit(me, CALL_ENTER, session, (uint64_t)call, stack);
  }
  return me;
}

static void leave(struct thread *me, void *session, int call) {
  if (me && me->live) {
    emit(me, CALL_LEAVE, session, (uint64_t)call, 0);
  }
}

static void made(void *session, int library, uint64_t caller, uint64_t frame) {
  struct thread *me = session ? recorder() : NULL;
  if (me) {
    emit(me, SESSION_NEW, session, (uint64_t)library, stack_of(me, caller, frame, 1));
  }
}

/* Wraps a function whose first parameter is the session. */
#define CALL(type, name, call, parameters, arguments, session)       \
  EXPORT type name parameters {                                      \
    struct thread *me = enter(session, call, CALLER, FRAME);         \
    type result = NEXT(name) arguments;                              \
    leave(me, session, call);                                        \
    return result;                                                   \
  }
#define VOID_CALL(name, call, parameters, arguments, session)        \
  EXPORT void name parameters {                                      \
    struct thread *me = enter(session, call, CALLER, FRAME);         \
    NEXT(name) arguments;                                            \
    leave(me, session, call);                                        \
  }

REAL(SSL *, SSL_new, void *)
EXPORT SSL *SSL_new(void *context) {
  SSL *session = NEXT(SSL_new)(context);
  made(session, OPENSSL, CALLER, FRAME);
  return session;
}

REAL(SSL *, SSL_dup, SSL *)
EXPORT SSL *SSL_dup(SSL *from) {
  SSL *session = NEXT(SSL_dup)(from);
  if (session != from) {
    made(session, OPENSSL, CALLER, FRAME);
  }
  return session;
}

REAL(void, SSL_free, SSL *)
VOID_CALL(SSL_free, FREE, (SSL * s), (s), s)
REAL(int, SSL_up_ref, SSL *)
CALL(int, SSL_up_ref, SHARE, (SSL * s), (s), s)
REAL(int, SSL_read, SSL *, void *, int)
CALL(int, SSL_read, READ, (SSL * s, void *b, int n), (s, b, n), s)
REAL(int, SSL_read_ex, SSL *, void *, size_t, size_t *)
CALL(int, SSL_read_ex, READ, (SSL * s, void *b, size_t n, size_t *d), (s, b, n, d), s)
REAL(int, SSL_peek, SSL *, void *, int)
CALL(int, SSL_peek, READ, (SSL * s, void *b, int n), (s, b, n), s)
REAL(int, SSL_peek_ex, SSL *, void *, size_t, size_t *)
CALL(int, SSL_peek_ex, READ, (SSL * s, void *b, size_t n, size_t *d), (s, b, n, d), s)
REAL(int, SSL_write, SSL *, const void *, int)
CALL(int, SSL_write, WRITE, (SSL * s, const void *b, int n), (s, b, n), s)
REAL(int, SSL_write_ex, SSL *, const void *, size_t, size_t *)
CALL(int, SSL_write_ex, WRITE, (SSL * s, const void *b, size_t n, size_t *d), (s, b, n, d), s)
REAL(int, SSL_do_handshake, SSL *)
CALL(int, SSL_do_handshake, HANDSHAKE, (SSL * s), (s), s)
REAL(int, SSL_connect, SSL *)
CALL(int, SSL_connect, HANDSHAKE, (SSL * s), (s), s)
REAL(int, SSL_accept, SSL *)
CALL(int, SSL_accept, HANDSHAKE, (SSL * s), (s), s)
REAL(int, SSL_shutdown, SSL *)
CALL(int, SSL_shutdown, SHUTDOWN, (SSL * s), (s), s)
REAL(int, SSL_clear, SSL *)
CALL(int, SSL_clear, OTHER, (SSL * s), (s), s)
REAL(int, SSL_key_update, SSL *, int)
CALL(int, SSL_key_update, OTHER, (SSL * s, int t), (s, t), s)
REAL(int, SSL_renegotiate, SSL *)
CALL(int, SSL_renegotiate, OTHER, (SSL * s), (s), s)

REAL(void, mbedtls_ssl_init, CTX *)
EXPORT void mbedtls_ssl_init(CTX *session) {
  NEXT(mbedtls_ssl_init)(session);
  made(session, MBEDTLS, CALLER, FRAME);
}

REAL(int, mbedtls_ssl_setup, CTX *, const void *)
EXPORT int mbedtls_ssl_setup(CTX *session, const void *config) {
  int result = NEXT(mbedtls_ssl_setup)(session, config);
  made(session, MBEDTLS, CALLER, FRAME);
  return result;
}

REAL(void, mbedtls_ssl_free, CTX *)
VOID_CALL(mbedtls_ssl_free, FREE, (CTX * s), (s), s)
REAL(int, mbedtls_ssl_read, CTX *, unsigned char *, size_t)
CALL(int, mbedtls_ssl_read, READ, (CTX * s, unsigned char *b, size_t n), (s, b, n), s)
REAL(int, mbedtls_ssl_write, CTX *, const unsigned char *, size_t)
CALL(int, mbedtls_ssl_write, WRITE, (CTX * s, const unsigned char *b, size_t n), (s, b, n), s)
REAL(int, mbedtls_ssl_handshake, CTX *)
CALL(int, mbedtls_ssl_handshake, HANDSHAKE, (CTX * s), (s), s)
REAL(int, mbedtls_ssl_handshake_step, CTX *)
CALL(int, mbedtls_ssl_handshake_step, HANDSHAKE, (CTX * s), (s), s)
REAL(int, mbedtls_ssl_renegotiate, CTX *)
CALL(int, mbedtls_ssl_renegotiate, HANDSHAKE, (CTX * s), (s), s)
REAL(int, mbedtls_ssl_close_notify, CTX *)
CALL(int, mbedtls_ssl_close_notify, SHUTDOWN, (CTX * s), (s), s)
REAL(int, mbedtls_ssl_session_reset, CTX *)
CALL(int, mbedtls_ssl_session_reset, OTHER, (CTX * s), (s), s)
