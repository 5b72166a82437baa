import BroadsealBytes
import BroadsealJUMBF
package import BroadsealProvenance

/// Bytes of a store that no hash covers: they must be zeros (C2PA 2.5 §14.12.1.1).
package enum StorePadding {
  /// What is wrong with the padding boxes of `store`; nil when they are all zeros.
  ///
  /// - Parameter code: the mismatch of the hard binding in use.
  package static func problem(
    in store: ManifestStore, code: StatusCode = .assertionDataHashMismatch
  ) -> Problem? {
    hasOnlyZeros(store.superbox) ? nil : Problem(code, "a padding box holds more than zeros")
  }

  private static func hasOnlyZeros(_ superbox: Superbox) -> Bool {
    // The depth of a parsed superbox is limited by its parser.
    superbox.contents.allSatisfy { content in
      switch content {
      case .superbox(let inner): hasOnlyZeros(inner)
      case .box(let box): box.type != .free || box.payload.allSatisfy { $0 == 0 }
      }
    }
  }

  /// Length of the box that opens `bytes`; nil when it does not fit them.
  static func boxLength(_ bytes: [UInt8]) -> Int? {
    var reader = ByteReader(bytes)
    do throws(Malformed) {
      let length = try reader.readUInt32()
      try reader.skip(4)
      let value = length == 1 ? Int(exactly: try reader.readUInt64()) : Int(length)
      guard let value, value >= 8, value <= bytes.count else { return nil }
      return value
    } catch { return nil }
  }
}
