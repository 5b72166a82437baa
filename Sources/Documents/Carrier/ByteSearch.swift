import Glibc

extension ArraySlice<UInt8> {
  /// Index of the first `byte` at or after `start`; nil when there is none.
  func firstIndex(ofByte byte: UInt8, from start: Int) -> Int? {
    guard start >= startIndex, start < endIndex else { return nil }
    let from = start - startIndex
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let hit = unsafe memchr(base + from, Int32(byte), bytes.count - from)
      else { return nil }
      return unsafe startIndex + (UnsafeRawPointer(hit) - base)
    }
  }

  /// Index of the first place at or after `start` where the bytes of `text` stand; nil when there
  /// is none.
  func firstIndex(of text: StaticString, from start: Int? = nil) -> Int? {
    let from = (start ?? startIndex) - startIndex
    let length = text.utf8CodeUnitCount
    guard from >= 0, length > 0, count - from >= length else { return nil }
    let found = unsafe withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      var offset = from
      let end = bytes.count - length + 1
      while offset < end {
        guard
          let hit = unsafe memchr(base + offset, Int32(text.utf8Start.pointee), end - offset)
        else { return nil }
        offset = unsafe UnsafeRawPointer(hit) - base
        if unsafe memcmp(base + offset, text.utf8Start, length) == 0 { return offset }
        offset += 1
      }
      return nil
    }
    return found.map { startIndex + $0 }
  }

  /// Index of the first place where `bytes` stand; nil when there is none.
  func firstIndex(of bytes: [UInt8]) -> Int? {
    guard let first = bytes.first else { return nil }
    var search = startIndex
    while let found = firstIndex(ofByte: first, from: search) {
      if self[found...].starts(with: bytes) { return found }
      search = found + 1
    }
    return nil
  }
}
