// What Swift cannot call of the C library itself, because it takes a variable number of arguments.

#ifndef KARTOITIN_CHOST_SHIM_H
#define KARTOITIN_CHOST_SHIM_H

#include <signal.h>
#include <sys/prctl.h>

/// Asks the kernel for SIGTERM when the process that started this one ends.
static inline void end_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGTERM); }

#endif
