// What Swift cannot call of the C library itself, because it takes a variable number of arguments.

#ifndef KARTOITIN_CHOST_SHIM_H
#define KARTOITIN_CHOST_SHIM_H

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Asks the kernel for SIGTERM when the process that started this one ends.
static inline void end_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGTERM); }

/// Lets two names change places in one step (RENAME_EXCHANGE of renameat2(2), which glibc shows to _GNU_SOURCE only).
static inline int exchange_names(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2u);
}

/// Waits until all that was written to the file system of a descriptor is on the disk (syncfs(2)).
static inline int sync_file_system(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }

#endif
