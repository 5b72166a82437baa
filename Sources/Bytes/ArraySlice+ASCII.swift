extension ArraySlice<UInt8> {
  /// Whether every byte is ASCII: then the bytes are UTF-8 too, and nothing in them combines.
  package var isASCII: Bool {
    // Without a way out early, the compiler takes many bytes at a time.
    var all: UInt8 = 0
    for byte in self { all |= byte }
    return all < 0x80
  }
}
