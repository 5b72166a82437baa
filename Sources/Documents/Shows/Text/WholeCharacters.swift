extension ArraySlice<UInt8> {
  /// The longest beginning that cuts no character of UTF-8 and no reference to one (`&#x200B;`); all of
  /// it where nothing else is left.
  var wholeBeginning: ArraySlice<UInt8> {
    let tail = suffix(64)
    if let start = tail.lastIndex(of: UInt8(ascii: "&")), start > startIndex,
      !tail[start...].contains(UInt8(ascii: ";"))
    {
      return self[..<start]
    }
    for (count, byte) in suffix(4).reversed().enumerated() {
      switch byte {
      case 0x80..<0xC0: continue
      case 0xC0...:
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return length > count + 1 && count + 1 < self.count ? dropLast(count + 1) : self
      default: return self
      }
    }
    return self
  }
}
