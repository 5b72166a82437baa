// What the C library has and Swift's own view of it leaves out.
#pragma once

#include <malloc.h>
#include <sys/xattr.h>

// Declared only under _GNU_SOURCE, which a module's header comes too late to define.
int renameat2(int oldFolder, const char *oldPath, int newFolder, const char *newPath,
              unsigned int flags);

static const unsigned int broadseal_RENAME_NOREPLACE = 1;
