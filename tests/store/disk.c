/* A disk that keeps a record and can fail: loaded before libc into the unmodified program (LD_PRELOAD).
 *
 * DISK_HOME is the folder that is watched; its -shm file is passed over, because SQLite keeps nothing lasting in it, except that its
 * writes can fail. DISK_LOG is a file that each write, truncation, sync and change of a name is appended to, in the order in which the
 * program made them, as one record: kind, length of path, offset, length of content, path, content (see disk.py). What is
 * written to standard output is recorded, too: it is what somebody was told.
 *
 * disk_arm(nth, errno, times) lets the nth write, truncation or sync from now on fail, and those after it up to `times`;
 * disk_fired() says how many have. While a full disk is played, statvfs says so, and that a read-only one is read-only.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

struct __attribute__((packed)) record {
    char kind;
    uint16_t path_length;
    uint64_t offset, length;
};

static long countdown = -1, left, fired;
static int failing;

void disk_arm(long nth, int error, long times) {
    countdown = nth, failing = error, left = times, fired = 0;
}

long disk_fired(void) {
    return fired;
}

/* The watched path, or NULL. */
static const char *watched(const char *path) {
    const char *home = getenv("DISK_HOME");
    return home && strncmp(path, home, strlen(home)) == 0 ? path : NULL;
}

static const char *path_of(int descriptor, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0)
        return NULL;
    path[length] = 0;
    return watched(path);
}

static int is_shared_memory(const char *path) {
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, "-shm") == 0;
}

static void note(char kind, const char *path, uint64_t offset, const void *content, uint64_t length) {
    static int record_file = -1;
    if (is_shared_memory(path) || !getenv("DISK_LOG"))
        return;
    if (record_file < 0)
        record_file = syscall(SYS_openat, AT_FDCWD, getenv("DISK_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    struct record record = {kind, strlen(path), offset, length};
    struct iovec parts[] = {
        {&record, sizeof record}, {(void *)path, record.path_length}, {(void *)content, content ? length : 0}};
    if (syscall(SYS_writev, record_file, parts, 3) < 0)
        abort();
}

/* Whether this operation is to fail; errno says how. */
static int fails(void) {
    if (countdown < 0 || --countdown > 0)
        return 0;
    countdown = 0;
    if (left-- <= 0) {
        countdown = -1;
        return 0;
    }
    countdown = 1;
    fired++;
    errno = failing;
    return 1;
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int descriptor, const void *content, size_t length, off64_t offset) {
    char buffer[PATH_MAX];
    const char *path = path_of(descriptor, buffer);
    if (path && fails()) {
        note('X', path, 0, NULL, 0);
        return -1;
    }
    if (path)
        note('W', path, offset, content, length);
    return REAL(pwrite64)(descriptor, content, length, offset);
}

ssize_t pwrite(int descriptor, const void *content, size_t length, off_t offset) {
    return pwrite64(descriptor, content, length, offset);
}

ssize_t write(int descriptor, const void *content, size_t length) {
    char buffer[PATH_MAX];
    const char *path = descriptor == STDOUT_FILENO ? NULL : path_of(descriptor, buffer);
    if (path && fails()) {
        note('X', path, 0, NULL, 0);
        return -1;
    }
    if (path) {
        off_t end = fcntl(descriptor, F_GETFL) & O_APPEND ? lseek(descriptor, 0, SEEK_END) : lseek(descriptor, 0, SEEK_CUR);
        note('W', path, end, content, length);
    } else if (descriptor == STDOUT_FILENO)
        note('A', "", 0, content, length);
    return REAL(write)(descriptor, content, length);
}

int ftruncate64(int descriptor, off64_t length) {
    char buffer[PATH_MAX];
    const char *path = path_of(descriptor, buffer);
    if (path && fails()) {
        note('V', path, 0, NULL, 0);
        return -1;
    }
    if (path)
        note('T', path, length, NULL, 0);
    return REAL(ftruncate64)(descriptor, length);
}

int ftruncate(int descriptor, off_t length) {
    return ftruncate64(descriptor, length);
}

int fsync(int descriptor) {
    char buffer[PATH_MAX];
    const char *path = path_of(descriptor, buffer);
    if (path && fails()) {
        note('F', path, 0, NULL, 0);
        return -1;
    }
    int result = REAL(fsync)(descriptor);
    if (path)
        note(result == 0 ? 'S' : 'F', path, 0, NULL, 0);
    return result;
}

int fdatasync(int descriptor) {
    return fsync(descriptor);
}

int open64(const char *path, int flags, ...) {
    __builtin_va_list rest;
    __builtin_va_start(rest, flags);
    mode_t mode = __builtin_va_arg(rest, mode_t);
    __builtin_va_end(rest);
    int is_new = flags & O_CREAT && watched(path) && access(path, F_OK) != 0;
    int descriptor = REAL(open64)(path, flags, mode);
    if (descriptor >= 0 && is_new)
        note('C', path, 0, NULL, 0);
    return descriptor;
}

int open(const char *path, int flags, ...) {
    __builtin_va_list rest;
    __builtin_va_start(rest, flags);
    mode_t mode = __builtin_va_arg(rest, mode_t);
    __builtin_va_end(rest);
    return open64(path, flags, mode);
}

int unlink(const char *path) {
    int result = REAL(unlink)(path);
    if (result == 0 && watched(path))
        note('U', path, 0, NULL, 0);
    return result;
}

int rename(const char *from, const char *to) {
    int result = REAL(rename)(from, to);
    if (result == 0 && watched(to))
        note('R', from, 0, to, strlen(to));
    return result;
}

int statvfs64(const char *path, struct statvfs64 *found) {
    int result = REAL(statvfs64)(path, found);
    if (result == 0 && countdown >= 0 && fired) {
        if (failing == ENOSPC)
            found->f_bavail = found->f_bfree = 0;
        if (failing == EROFS)
            found->f_flag |= ST_RDONLY;
    }
    return result;
}

int statvfs(const char *path, struct statvfs *found) {
    return statvfs64(path, (struct statvfs64 *)found);
}
