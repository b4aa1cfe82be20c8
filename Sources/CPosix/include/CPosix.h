#ifndef STENO_CPOSIX_H
#define STENO_CPOSIX_H
// The few system calls that Swift's Glibc module does not show, and those whose shape differs between Linux and macOS.
// Each returns what the call returns: -1 and errno for an error. They are wrapped once, in the room Files.
// No system header here: with _GNU_SOURCE their types differ from those that Swift's Glibc module has seen.

#include <stddef.h>
#include <stdint.h>

/// What is compared to notice that another program touched a file.
struct steno_status {
    uint64_t device;
    uint64_t inode;
    uint64_t links;
    int64_t size;
    int64_t modified;  // nanoseconds since 1970
    int64_t changed;   // nanoseconds since 1970
    uint32_t mode;
    uint32_t owner;
    uint32_t group;
};

/// Never follows a symbolic link in the last component.
int steno_lstat(const char *path, struct steno_status *status);

int steno_stat(const char *path, struct steno_status *status);

int steno_fstat(int descriptor, struct steno_status *status);

// Under names of their own: Swift's names for these differ by platform and clash with the methods that wrap them.
int steno_open(const char *path, int flags, uint32_t mode);
intptr_t steno_write(int descriptor, const void *bytes, size_t count);
intptr_t steno_read(int descriptor, void *bytes, size_t count);
intptr_t steno_pread(int descriptor, void *bytes, size_t count, int64_t at);
int steno_rename(const char *from, const char *to);
intptr_t steno_readlink(const char *path, void *target, size_t count);
int steno_link(const char *from, const char *to);
int steno_unlink(const char *path);

/// Data and size on the disk. On macOS fsync does not reach the platter; F_FULLFSYNC does.
int steno_sync_data(int descriptor);

int steno_sync(int descriptor);

/// Puts the file `from` at `to` and the one at `to` at `from`, at once. EINVAL/ENOSYS/ENOTSUP where the folder cannot.
int steno_rename_exchange(const char *from, const char *to);

/// Renames unless `to` exists (EEXIST).
int steno_rename_noreplace(const char *from, const char *to);

/// An exclusive lock of the whole file that belongs to the open file, not to the process: it goes when the last
/// descriptor of this opening does, so a dead holder's lock never blocks. flock where the kernel has no OFD locks.
int steno_lock(int descriptor);

/// 1: somebody has the file open for writing; 0: nobody; -1: this folder cannot tell.
/// A lease is asked for and given back: the kernel refuses it while there are writers. Should one open the file in
/// between, the signal of the broken lease is SIGURG, which is ignored unless handled (SIGIO would end the shell).
int steno_has_writer(int descriptor);

/// Copies extended attributes (access lists are among them); what the target cannot hold is left out.
void steno_copy_attributes(int from, int to);

/// A write beyond the file size limit is then an error (EFBIG), not the end of the process.
void steno_ignore_size_signal(void);

#endif
