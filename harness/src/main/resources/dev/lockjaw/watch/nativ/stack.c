/* Where the program is: stacks as ids of texts, and the modules that their addresses are in. */
#define _GNU_SOURCE
#include "watch.h"

#include <dlfcn.h>
#include <link.h>
#include <string.h>
#include <unistd.h>
#include <unwind.h>

enum { STACKS = 1 << 14, SITES = 1 << 12, ENOUGH = 64, MODULES = 512, LIBRARIES = 8 };
enum { TEXT_ADDRESSES = 1, TEXT_MODULE = 2 };

struct known {
  uint64_t hash, id;
};

/* What the log has: the kernel clears it in the child of a fork, which has a log of its own. */
static struct logged {
  struct known stacks[STACKS];
  uint8_t unwound[SITES]; /* how often a full stack was taken at a place */
  struct {
    uint64_t start, end, bias;
  } modules[MODULES];
  uint32_t module_count, adding;
} * logged;

/*
 * The addresses of TLS libraries: their own locks and inner calls are not of interest. This library
 * is among them, because it seems to be the caller of an inner call that is the last of its outer.
 */
static struct {
  uint64_t start, end;
} libraries[LIBRARIES];
static uint32_t library_count;

int in_tls_library(uint64_t caller) {
  uint32_t count = __atomic_load_n(&library_count, __ATOMIC_ACQUIRE);
  for (uint32_t i = 0; i < count; i++) {
    if (caller >= libraries[i].start && caller < libraries[i].end) {
      return 1;
    }
  }
  return 0;
}

static int is_tls_library(const char *path) {
  static const char *const names[] = {"libcrypto", "libssl", "libmbed", "libgnutls", "libwolfssl"};
  const char *file = strrchr(path, '/');
  file = file ? file + 1 : path;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (strncmp(file, names[i], strlen(names[i])) == 0) {
      return 1;
    }
  }
  return 0;
}

static int is_known(uint64_t address, uint64_t bias) {
  uint32_t count = __atomic_load_n(&logged->module_count, __ATOMIC_ACQUIRE);
  for (uint32_t i = count < MODULES ? count : MODULES; i-- > 0;) {
    if (address >= logged->modules[i].start && address < logged->modules[i].end) {
      return logged->modules[i].bias == bias;
    }
  }
  return 0;
}

static void add_module(uint64_t start, uint64_t end, uint64_t bias, const char *path) {
  char own[4096];
  if (__atomic_exchange_n(&logged->adding, 1, __ATOMIC_ACQUIRE)) {
    return; /* another thread adds one; this one is added at the next stack */
  }
  if (!path[0]) {
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    own[length > 0 ? length : 0] = 0;
    path = own;
  }
  uint32_t at = logged->module_count;
  if (at < MODULES) {
    uint64_t head[3] = {bias, start, end};
    if (is_tls_library(path) && library_count < LIBRARIES) {
      libraries[library_count].start = start;
      libraries[library_count].end = end;
      __atomic_store_n(&library_count, library_count + 1, __ATOMIC_RELEASE);
    }
    if (write_text(TEXT_MODULE, head, sizeof head, path, (uint32_t)strlen(path))) {
      logged->modules[at].start = start;
      logged->modules[at].end = end;
      logged->modules[at].bias = bias;
      __atomic_store_n(&logged->module_count, at + 1, __ATOMIC_RELEASE);
    }
  }
  __atomic_store_n(&logged->adding, 0, __ATOMIC_RELEASE);
}

/* Takes no lock of the loader where glibc has a way (2.35). */
static void note_module(uint64_t address) {
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 35)
  struct dl_find_object found;
  if (_dl_find_object((void *)address, &found) == 0) {
    uint64_t bias = found.dlfo_link_map->l_addr;
    if (!is_known(address, bias)) {
      add_module((uint64_t)found.dlfo_map_start, (uint64_t)found.dlfo_map_end, bias,
                 found.dlfo_link_map->l_name);
    }
  }
#else
  Dl_info info;
  struct link_map *map;
  if (dladdr1((void *)address, &info, (void **)&map, RTLD_DL_LINKMAP) &&
      !is_known(address, map->l_addr)) {
    add_module((uint64_t)info.dli_fbase, address + 1, map->l_addr, map->l_name);
  }
#endif
}

struct walk {
  uint64_t caller;
  uint32_t count, steady;
  uint64_t address[MOST_FRAMES];
  uint64_t *slot[MOST_FRAMES];
};

static _Unwind_Reason_Code step(struct _Unwind_Context *context, void *data) {
  struct walk *walk = data;
  uint64_t address = _Unwind_GetIP(context);
  if (!address || walk->count == MOST_FRAMES) {
    return _URC_END_OF_STACK;
  }
  if (walk->count == 0 && address != walk->caller) {
    return _URC_NO_REASON; /* still a frame of this library */
  }
  uint64_t *slot = (uint64_t *)_Unwind_GetCFA(context) - 1; /* where x86-64 keeps the address */
#ifdef __x86_64__
  walk->steady &= *slot == address;
#else
  walk->steady = 0;
#endif
  walk->address[walk->count] = address;
  walk->slot[walk->count++] = slot;
  return _URC_NO_REASON;
}

static uint64_t hashed(const uint64_t *words, uint32_t count) {
  uint64_t hash = 0x9e3779b97f4a7c15u + count;
  for (uint32_t i = 0; i < count; i++) {
    hash = (hash ^ words[i]) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  }
  return hash ? hash : 1;
}

static uint64_t text_of(const uint64_t *addresses, uint32_t count) {
  uint64_t hash = hashed(addresses, count);
  struct known *known = &logged->stacks[hash % STACKS];
  if (__atomic_load_n(&known->hash, __ATOMIC_ACQUIRE) == hash) {
    return __atomic_load_n(&known->id, __ATOMIC_RELAXED);
  }
  for (uint32_t i = 0; i < count; i++) {
    note_module(addresses[i] - 1);
  }
  uint64_t id = write_text(TEXT_ADDRESSES, addresses, count * 8, "", 0);
  uint64_t none = 0;
  if (id && __atomic_compare_exchange_n(&known->id, &none, id, 0, __ATOMIC_RELAXED,
                                        __ATOMIC_RELAXED)) {
    __atomic_store_n(&known->hash, hash, __ATOMIC_RELEASE);
  }
  return id;
}

uint64_t address_text(uint64_t address) { return text_of(&address, 1); }

static int still_valid(const struct cached *entry) {
  for (uint32_t i = 0; i < entry->frames; i++) {
    if (*entry->slot[i] != entry->address[i]) {
      return 0;
    }
  }
  return 1;
}

/*
 * Unwinding costs microseconds, so each thread keeps its stacks by caller and frame. One that is
 * found is checked: all of its return addresses must be where they were.
 */
uint64_t stack_of(struct thread *me, uint64_t caller, uint64_t frame, int wanted) {
  struct cached *entry = &me->cache[((caller >> 2) ^ (frame >> 4) ^ (frame >> 11)) % CACHED];
  if (entry->caller == caller && entry->frame == frame && still_valid(entry)) {
    return entry->id;
  }
  uint8_t *times = &logged->unwound[(caller ^ caller >> 12) % SITES];
  if (!wanted && *times >= ENOUGH) {
    return 0;
  }
  *times += *times < ENOUGH;
  int error = errno;
  me->guard++;
  struct walk walk = {.caller = caller, .count = 0, .steady = 1};
  _Unwind_Backtrace(step, &walk);
  uint64_t id = walk.count ? text_of(walk.address, walk.count) : text_of(&caller, 1);
  entry->caller = 0;
  if (walk.count && walk.steady) {
    memcpy(entry->slot, walk.slot, walk.count * sizeof *walk.slot);
    memcpy(entry->address, walk.address, walk.count * sizeof *walk.address);
    entry->frames = walk.count;
    entry->frame = frame;
    entry->id = id;
    entry->caller = caller;
  }
  me->guard--;
  errno = error;
  return id;
}

static void note_library(uint64_t address) {
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 35)
  struct dl_find_object found;
  if (library_count < LIBRARIES && _dl_find_object((void *)address, &found) == 0) {
    libraries[library_count].start = (uint64_t)found.dlfo_map_start;
    libraries[library_count].end = (uint64_t)found.dlfo_map_end;
    library_count++;
  }
#endif
}

/* The unwinder allocates on its first use; so it is used here first. */
int warm_up(void) {
  logged = cleared_in_child(sizeof *logged);
  struct walk walk = {.caller = 0, .count = 0, .steady = 1};
  _Unwind_Backtrace(step, &walk);
  note_library((uint64_t)&warm_up);
  for (struct link_map *map = _r_debug.r_map; map; map = map->l_next) {
    if (is_tls_library(map->l_name)) {
      note_library((uint64_t)map->l_ld);
    }
  }
  return logged != NULL;
}
