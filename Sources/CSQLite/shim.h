#pragma once
#include <sqlite3.h>

/// SQLITE_TRANSIENT is a cast macro, which Swift cannot import: SQLite copies the bytes before the call returns.
static inline int kartoitin_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
    return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// The extended result codes are sums of macros, which Swift cannot import either.
static const int kartoitin_constraint_unique = SQLITE_CONSTRAINT_UNIQUE;
static const int kartoitin_constraint_primary_key = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int kartoitin_io_error_write = SQLITE_IOERR_WRITE;
static const int kartoitin_io_error_shared_memory_size = SQLITE_IOERR_SHMSIZE;
