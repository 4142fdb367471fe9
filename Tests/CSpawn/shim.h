#pragma once
#include <spawn.h>

// glibc shows these two only to those who ask for GNU's own, which Swift's importer does not.
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *folder);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
