import BroadsealBytes
import BroadsealCompression
import BroadsealNotes

/// The extra field of an entry: blocks of an identifier, a length and data (APPNOTE 4.5).
enum ZIPExtra {
  /// Identifier of 64-bit sizes.
  static let zip64: UInt16 = 0x0001
  /// Identifier of a second, Unicode path (APPNOTE 4.6.9).
  static let unicodePath: UInt16 = 0x7075

  /// Checks that no reader finds other sizes or another name in `extra`.
  ///
  /// - Parameters:
  ///   - name: the name of the entry, as the header spells it.
  ///   - offset: where `extra` stands in the file.
  static func check(
    _ extra: ArraySlice<UInt8>, name: ArraySlice<UInt8>, at offset: Int
  ) throws(DocumentError) {
    var reader = ByteReader(extra, base: offset)
    do throws(Malformed) {
      while reader.remaining >= 4 {
        let place = reader.offset
        let identifier: UInt16 = try reader.readLittleEndian()
        let length: UInt16 = try reader.readLittleEndian()
        // Some writers align an entry with zeros, which are no block.
        if identifier == 0, length == 0, reader.rest.allSatisfy({ $0 == 0 }) { return }
        let data = try reader.readBytes(Int(length))
        try check(identifier, data, name: name, at: place)
      }
      guard reader.rest.allSatisfy({ $0 == 0 }) else {
        throw reader.malformed("the extra field breaks off")
      }
    } catch {
      if error.reason == zip64Reason { throw ZIPFault.zip64() }
      // WinZip and 7-Zip write the name of an old code page, and the same in Unicode beside it.
      if error.reason == pathReason { throw ZIPFault.unsupported(ZIPCode.unicodePath, pathReason) }
      throw .malformed(code: ZIPCode.extra.code, error)
    }
  }

  private static let zip64Reason = "an entry uses ZIP64 sizes"
  private static let pathReason = "an entry has a second name in Unicode"

  private static func check(
    _ identifier: UInt16, _ data: ArraySlice<UInt8>, name: ArraySlice<UInt8>, at offset: Int
  ) throws(Malformed) {
    switch identifier {
    case zip64: throw Malformed(zip64Reason, at: offset)
    case unicodePath:
      let sum = CRC32.of(name)
      let expected = [1] + (0..<4).map { UInt8(truncatingIfNeeded: sum >> ($0 * 8)) } + name
      guard data.elementsEqual(expected) else { throw Malformed(pathReason, at: offset) }
    default: break
    }
  }
}
