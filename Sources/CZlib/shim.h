// zlib as it is; `inflateInit2` is a macro and gets an inline function.
#pragma once

#include <zlib.h>

static inline int broadseal_inflateInit2(z_stream *stream, int windowBits) {
  return inflateInit2(stream, windowBits);
}

static inline int broadseal_deflateInit2(z_stream *stream, int level, int windowBits) {
  return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}
