/*
 * A session under a lock, as in a WebSocket library over mbedTLS. Its reader is handed an idle tick
 * while it waits for input, inside mbedtls_ssl_read, and answers it with a ping.
 */
#define _GNU_SOURCE
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/ssl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 1 << 16 };

struct wire {
  unsigned char bytes[ROOM];
  size_t count;
};

struct end {
  struct wire *in, *out;
};

static const char *mode;
static struct wire up, down;
static struct end client_end = {&down, &up}, server_end = {&up, &down};
static mbedtls_ssl_context client, server;
static mbedtls_ssl_config client_config, server_config;
static mbedtls_entropy_context entropy;
static mbedtls_ctr_drbg_context drbg;
static pthread_mutex_t session_lock, send_lock;
static pthread_barrier_t step;
static int idle;    /* a tick is due */
static int owed;    /* a ping that is to be sent after the read */

static int is(const char *name) { return strcmp(mode, name) == 0; }

static void session_send(const char *text) {
  pthread_mutex_lock(&session_lock);
  mbedtls_ssl_write(&client, (const unsigned char *)text, strlen(text));
  pthread_mutex_unlock(&session_lock);
}

/* The WebSocket layer has a lock of its own, which keeps frames whole. */
static void socket_send(const char *text) {
  pthread_mutex_lock(&send_lock);
  session_send(text);
  pthread_mutex_unlock(&send_lock);
}

static void ping(void) {
  if (is("recursive")) {
    socket_send("ping");
  } else {
    session_send("ping");
  }
}

static void on_idle(void) {
  if (is("deferred")) {
    owed = 1;
  } else {
    ping();
  }
}

static int wire_send(void *context, const unsigned char *bytes, size_t count) {
  struct end *end = context;
  memcpy(end->out->bytes + end->out->count, bytes, count);
  end->out->count += count;
  return (int)count;
}

static int wire_receive(void *context, unsigned char *bytes, size_t count) {
  struct end *end = context;
  if (end->in->count == 0) {
    if (idle) {
      idle = 0;
      on_idle();
    }
    return MBEDTLS_ERR_SSL_WANT_READ;
  }
  size_t got = count < end->in->count ? count : end->in->count;
  memcpy(bytes, end->in->bytes, got);
  end->in->count -= got;
  memmove(end->in->bytes, end->in->bytes + got, end->in->count);
  return (int)got;
}

/* A key that both know: no certificate is needed. */
static void make(mbedtls_ssl_context *ssl, mbedtls_ssl_config *config, int side, struct end *end) {
  static const unsigned char key[16] = "0123456789abcdef";
  mbedtls_ssl_init(ssl);
  mbedtls_ssl_config_init(config);
  mbedtls_ssl_config_defaults(config, side, MBEDTLS_SSL_TRANSPORT_STREAM,
                              MBEDTLS_SSL_PRESET_DEFAULT);
  mbedtls_ssl_conf_rng(config, mbedtls_ctr_drbg_random, &drbg);
  mbedtls_ssl_conf_psk(config, key, sizeof key, (const unsigned char *)"me", 2);
  mbedtls_ssl_setup(ssl, config);
  mbedtls_ssl_set_bio(ssl, end, wire_send, wire_receive, NULL);
}

static void connect_both(void) {
  mbedtls_entropy_init(&entropy);
  mbedtls_ctr_drbg_init(&drbg);
  mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL, 0);
  make(&client, &client_config, MBEDTLS_SSL_IS_CLIENT, &client_end);
  make(&server, &server_config, MBEDTLS_SSL_IS_SERVER, &server_end);
  int one = 1, other = 1;
  for (int i = 0; i < 20 && (one || other); i++) {
    one = one ? mbedtls_ssl_handshake(&client) : 0;
    other = other ? mbedtls_ssl_handshake(&server) : 0;
  }
  if (one || other) {
    fprintf(stderr, "no handshake: %d, %d\n", one, other);
    exit(9);
  }
}

static void *reader(void *argument) {
  unsigned char bytes[64];
  pthread_barrier_wait(&step);
  idle = 1;
  pthread_mutex_lock(&session_lock);
  mbedtls_ssl_read(&client, bytes, sizeof bytes);
  pthread_mutex_unlock(&session_lock);
  if (owed) {
    socket_send("ping");
  }
  pthread_barrier_wait(&step);
  return argument;
}

/* The application sends before the tick, and lives on after it. */
static void *sender(void *argument) {
  socket_send("hello");
  pthread_barrier_wait(&step);
  pthread_barrier_wait(&step);
  return argument;
}

int main(int count, char **arguments) {
  mode = count > 1 ? arguments[1] : "";
  pthread_mutexattr_t recursive;
  pthread_mutexattr_init(&recursive);
  pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&session_lock, is("recursive") ? &recursive : NULL);
  pthread_mutex_init(&send_lock, NULL);
  pthread_barrier_init(&step, NULL, 2);
  connect_both();
  pthread_t one, other;
  pthread_create(&one, NULL, reader, NULL);
  pthread_create(&other, NULL, sender, NULL);
  pthread_join(one, NULL);
  pthread_join(other, NULL);
  mbedtls_ssl_free(&client);
  mbedtls_ssl_free(&client); /* allowed: the first has cleared it */
  mbedtls_ssl_free(&server);
  return 0;
}
