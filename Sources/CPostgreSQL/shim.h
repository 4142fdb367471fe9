#pragma once
// Where Debian's libpq-dev puts it.
#include <postgresql/libpq-fe.h>

/// The fields of an error are chosen by macros of single characters, which Swift cannot import.
static const int kartoitin_error_state = PG_DIAG_SQLSTATE;
static const int kartoitin_error_message = PG_DIAG_MESSAGE_PRIMARY;
static const int kartoitin_error_constraint = PG_DIAG_CONSTRAINT_NAME;
