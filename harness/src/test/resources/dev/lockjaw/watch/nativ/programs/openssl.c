/* Two threads and one SSL*. The first argument says what they do, and under which lock. */
#define _GNU_SOURCE
#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROOM = 1 << 16 };

/* One direction of the wire. */
struct wire {
  char bytes[ROOM];
  int count;
};

struct end {
  struct wire *in, *out;
};

static const char *mode;
static SSL *client, *server;
static struct wire up, down;
static struct end client_end = {&down, &up}, server_end = {&up, &down};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t inside, done;
static int frees;
static __thread int pauses, calls_back;

static int is(const char *name) { return strcmp(mode, name) == 0; }

/* A thread that is in a TLS call waits here until the other thread is through with its own. */
static void pause_inside(void) {
  if (pauses) {
    pauses = 0;
    pthread_barrier_wait(&inside);
    pthread_barrier_wait(&done);
  }
}

static int wire_write(BIO *bio, const char *bytes, int count) {
  struct end *end = BIO_get_data(bio);
  pause_inside();
  memcpy(end->out->bytes + end->out->count, bytes, (size_t)count);
  end->out->count += count;
  return count;
}

static int wire_read(BIO *bio, char *bytes, int count) {
  struct end *end = BIO_get_data(bio);
  pause_inside();
  if (calls_back) {
    calls_back = 0;
    if (is("answer-locked")) {
      SSL_write(client, "pong", 4); /* a write out of a read is allowed */
    } else {
      SSL_read(client, bytes, count);
    }
  }
  BIO_clear_retry_flags(bio);
  if (end->in->count == 0) {
    BIO_set_retry_read(bio);
    return -1;
  }
  int got = count < end->in->count ? count : end->in->count;
  memcpy(bytes, end->in->bytes, (size_t)got);
  end->in->count -= got;
  memmove(end->in->bytes, end->in->bytes + got, (size_t)end->in->count);
  return got;
}

static long wire_control(BIO *bio, int command, long number, void *pointer) {
  (void)bio, (void)number, (void)pointer;
  return command == BIO_CTRL_FLUSH;
}

static SSL *make(SSL_CTX *context, struct end *end) {
  static BIO_METHOD *method;
  if (!method) {
    method = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "wire");
    BIO_meth_set_write(method, wire_write);
    BIO_meth_set_read(method, wire_read);
    BIO_meth_set_ctrl(method, wire_control);
  }
  BIO *bio = BIO_new(method);
  BIO_set_data(bio, end);
  BIO_set_init(bio, 1);
  SSL *ssl = SSL_new(context);
  SSL_set_bio(ssl, bio, bio);
  return ssl;
}

/* An anonymous handshake: it needs no certificate. */
static void connect_both(void) {
  SSL_CTX *context = SSL_CTX_new(TLS_method());
  SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(context, "AECDH-AES256-SHA:@SECLEVEL=0");
  client = make(context, &client_end);
  server = make(context, &server_end);
  SSL_set_connect_state(client);
  SSL_set_accept_state(server);
  for (int i = 0; i < 20 && !(SSL_is_init_finished(client) && SSL_is_init_finished(server)); i++) {
    SSL_connect(client); /* these call SSL_do_handshake in their turn */
    SSL_accept(server);
  }
  if (!SSL_is_init_finished(client)) {
    fprintf(stderr, "no handshake\n");
    exit(9);
  }
}

static void guard(void) {
  if (is("free-published") ? __atomic_load_n(&frees, __ATOMIC_SEQ_CST) != 0
                           : strstr(mode, "locked") != NULL) {
    pthread_mutex_lock(&lock);
  }
}

static void unguard(void) {
  if (strstr(mode, "locked")) {
    pthread_mutex_unlock(&lock);
  }
}

static void *writes(void *argument) {
  guard();
  pauses = !strstr(mode, "locked");
  if (client) {
    SSL_write(client, "hello", 5);
  }
  unguard();
  return argument;
}

static void *reads(void *argument) {
  char bytes[16];
  guard();
  calls_back = is("answer-locked") || is("reread-locked");
  pauses = !strstr(mode, "locked");
  SSL_read(client, bytes, sizeof bytes);
  unguard();
  return argument;
}

/* As published: a free says that it is about, takes the lock and frees. */
static void *frees_it(void *argument) {
  if (!strstr(mode, "locked")) {
    pthread_barrier_wait(&inside);
  }
  __atomic_add_fetch(&frees, 1, __ATOMIC_SEQ_CST);
  pthread_mutex_lock(&lock);
  SSL_free(client);
  client = NULL;
  pthread_mutex_unlock(&lock);
  if (!strstr(mode, "locked")) {
    _exit(0); /* the writer would go on in freed memory */
  }
  return argument;
}

static void *writes_beside(void *argument) {
  if (!strstr(mode, "locked")) {
    pthread_barrier_wait(&inside);
  }
  guard();
  SSL_write(client, "hello", 5);
  unguard();
  if (!strstr(mode, "locked")) {
    pthread_barrier_wait(&done);
  }
  return argument;
}

/* Many sessions, one after the other, often at the same address, each freed once. */
static void again(void) {
  SSL_CTX *context = SSL_CTX_new(TLS_method());
  for (int i = 0; i < 100; i++) {
    SSL *ssl = SSL_new(context);
    SSL_up_ref(ssl);
    SSL_free(ssl);
    SSL_shutdown(ssl);
    SSL_free(ssl);
  }
}

int main(int count, char **arguments) {
  mode = count > 1 ? arguments[1] : "";
  pthread_t one, other;
  pthread_barrier_init(&inside, NULL, 2);
  pthread_barrier_init(&done, NULL, 2);
  if (is("again")) {
    again();
    return 0;
  }
  connect_both();
  int frees_one = strncmp(mode, "free", 4) == 0;
  pthread_create(&one, NULL, frees_one ? writes : reads, NULL);
  pthread_create(&other, NULL, frees_one ? frees_it : writes_beside, NULL);
  pthread_join(one, NULL);
  pthread_join(other, NULL);
  return 0;
}
