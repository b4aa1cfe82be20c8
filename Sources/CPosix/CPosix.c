#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CPosix.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

static void steno_fill_status(const struct stat *from, struct steno_status *to) {
    to->device = (uint64_t)from->st_dev;
    to->inode = (uint64_t)from->st_ino;
    to->links = (uint64_t)from->st_nlink;
    to->size = (int64_t)from->st_size;
#ifdef __APPLE__
    to->modified = from->st_mtimespec.tv_sec * 1000000000LL + from->st_mtimespec.tv_nsec;
    to->changed = from->st_ctimespec.tv_sec * 1000000000LL + from->st_ctimespec.tv_nsec;
#else
    to->modified = from->st_mtim.tv_sec * 1000000000LL + from->st_mtim.tv_nsec;
    to->changed = from->st_ctim.tv_sec * 1000000000LL + from->st_ctim.tv_nsec;
#endif
    to->mode = (uint32_t)from->st_mode;
    to->owner = (uint32_t)from->st_uid;
    to->group = (uint32_t)from->st_gid;
}

int steno_lstat(const char *path, struct steno_status *status) {
    struct stat found;
    if (lstat(path, &found) != 0) return -1;
    steno_fill_status(&found, status);
    return 0;
}

int steno_stat(const char *path, struct steno_status *status) {
    struct stat found;
    if (stat(path, &found) != 0) return -1;
    steno_fill_status(&found, status);
    return 0;
}

int steno_fstat(int descriptor, struct steno_status *status) {
    struct stat found;
    if (fstat(descriptor, &found) != 0) return -1;
    steno_fill_status(&found, status);
    return 0;
}

int steno_open(const char *path, int flags, uint32_t mode) { return open(path, flags, mode); }
intptr_t steno_write(int descriptor, const void *bytes, size_t count) {
    return write(descriptor, bytes, count);
}
intptr_t steno_read(int descriptor, void *bytes, size_t count) { return read(descriptor, bytes, count); }
intptr_t steno_pread(int descriptor, void *bytes, size_t count, int64_t at) {
    return pread(descriptor, bytes, count, at);
}
int steno_rename(const char *from, const char *to) { return rename(from, to); }
intptr_t steno_readlink(const char *path, void *target, size_t count) {
    return readlink(path, (char *)target, count);
}
int steno_link(const char *from, const char *to) { return link(from, to); }
int steno_unlink(const char *path) { return unlink(path); }

int steno_sync_data(int descriptor) {
#ifdef __APPLE__
    return fcntl(descriptor, F_FULLFSYNC);
#else
    return fdatasync(descriptor);
#endif
}

int steno_sync(int descriptor) {
#ifdef __APPLE__
    return fcntl(descriptor, F_FULLFSYNC);
#else
    return fsync(descriptor);
#endif
}

int steno_rename_exchange(const char *from, const char *to) {
#ifdef __APPLE__
    return renamex_np(from, to, RENAME_SWAP);
#else
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 2u);
#endif
}

int steno_rename_noreplace(const char *from, const char *to) {
#ifdef __APPLE__
    return renamex_np(from, to, RENAME_EXCL);
#else
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 1u);
#endif
}

int steno_lock(int descriptor) {
#ifdef F_OFD_SETLK
    struct flock range = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 0};
    int result = fcntl(descriptor, F_OFD_SETLK, &range);
    if (result == 0 || errno == EAGAIN || errno == EACCES) return result;
#endif
    return flock(descriptor, LOCK_EX | LOCK_NB);
}

int steno_has_writer(int descriptor) {
#ifdef F_SETLEASE
    if (fcntl(descriptor, F_SETSIG, SIGURG) != 0) return -1;
    if (fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(descriptor, F_SETLEASE, F_UNLCK);
        return 0;
    }
    return errno == EAGAIN ? 1 : -1;
#else
    (void)descriptor;
    return -1;
#endif
}

void steno_copy_attributes(int from, int to) {
#ifdef __linux__
    char names[4096];
    ssize_t length = flistxattr(from, names, sizeof names);
    for (ssize_t at = 0; at < length;) {
        const char *name = names + at;
        char value[8192];
        ssize_t size = fgetxattr(from, name, value, sizeof value);
        if (size >= 0) (void)fsetxattr(to, name, value, (size_t)size, 0);
        while (at < length && names[at] != 0) at++;
        at++;
    }
#else
    (void)from;
    (void)to;
#endif
}

void steno_ignore_size_signal(void) { signal(SIGXFSZ, SIG_IGN); }
