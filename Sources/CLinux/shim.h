// What the C library has and Swift's own view of it leaves out.
#pragma once

#include <malloc.h>
#include <stddef.h>
#include <sys/xattr.h>

// Both are declared only under _GNU_SOURCE, which a module's header comes too late to define.
void *memmem(const void *text, size_t textSize, const void *needle, size_t needleSize);
int renameat2(int oldFolder, const char *oldPath, int newFolder, const char *newPath,
              unsigned int flags);

static const unsigned int broadseal_RENAME_NOREPLACE = 1;
// A folder that is only a place to start from: to hold it asks for no right to list it (open(2)).
static const int broadseal_O_PATH = 010000000;
