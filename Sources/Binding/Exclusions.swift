package import BroadsealBytes
package import BroadsealDocuments
import BroadsealJUMBF
import BroadsealNotes
package import BroadsealProvenance

/// The choke point: which bytes a data hash may leave out (C2PA 2.5 §14.12.1.1).
///
/// Every format passes here. The bytes left out must be exactly the bytes that the carrier itself
/// located as the manifest store; anything else left out is said, and never official.
package struct Exclusions: Hashable, Sendable {
  /// The ranges to leave out: sorted, without overlap, inside the file.
  package let ranges: [ByteRange]
  /// Whether something beside the store is left out.
  package let hasAdditional: Bool
  /// Whether nothing is left out but the store and what the format's profile names beside it.
  package let onlyStoreExcluded: Bool

  /// Most ranges that are looked at.
  package static let maximumCount = 1_024

  /// Checks the ranges that an assertion declares.
  ///
  /// - Parameters:
  ///   - declared: as received.
  ///   - located: the store as the carrier found it; nil for a store that came from elsewhere,
  ///     which has no bytes in the file and may leave out none.
  ///   - size: size of the file in bytes.
  ///   - hasUpdates: whether the store has grown by update manifests since.
  /// - Throws: `assertion.dataHash.malformed` for ranges that are unsorted or overlap,
  ///   `assertion.dataHash.mismatch` for ranges that leave out what they may not.
  package init(
    _ declared: [ByteRange], located: LocatedStore?, size: Int, hasUpdates: Bool = false
  ) throws(Problem) {
    guard declared.count <= Exclusions.maximumCount else {
      throw Problem(.assertionDataHashMalformed, "too many exclusions")
    }
    for (range, next) in zip(declared, declared.dropFirst()) where range.end > next.start {
      throw Problem(.assertionDataHashMalformed, "exclusions overlap or are out of order")
    }
    var ranges = declared.filter { $0.length > 0 }
    guard let located else {
      guard ranges.isEmpty else {
        throw Problem(
          .assertionDataHashMismatch, "a store outside the file may not leave out bytes of it")
      }
      self.init(ranges: [], hasAdditional: false, onlyStoreExcluded: true)
      return
    }
    if hasUpdates { ranges = try Exclusions.grown(ranges, to: located.extent) }
    if let last = ranges.last, last.end > size {
      throw Problem(.assertionDataHashMismatch, "an exclusion ends behind the end of the file")
    }
    try Exclusions.checkStore(located)
    let own = located.alternatives.first(where: ranges.contains) ?? located.extent
    let others = ranges.filter { $0 != own }
    guard others.count == ranges.count - 1, !others.contains(where: own.overlaps) else {
      throw Problem(
        .assertionDataHashMismatch, "the exclusion is not exactly the manifest store")
    }
    let allowed = others.allSatisfy { located.permitted.contains($0) }
    self.init(ranges: ranges, hasAdditional: !others.isEmpty, onlyStoreExcluded: allowed)
  }

  private init(ranges: [ByteRange], hasAdditional: Bool, onlyStoreExcluded: Bool) {
    self.ranges = ranges
    self.hasAdditional = hasAdditional
    self.onlyStoreExcluded = onlyStoreExcluded
  }

  /// The store's range with its length of today, and what follows moved along.
  private static func grown(_ ranges: [ByteRange], to extent: ByteRange) throws(Problem)
    -> [ByteRange]
  {
    guard let index = ranges.firstIndex(where: { $0.start == extent.start }) else { return ranges }
    let growth = extent.length - ranges[index].length
    var grown = Array(ranges[..<index]) + [extent]
    for range in ranges[(index + 1)...] {
      let (start, overflow) = range.start.addingReportingOverflow(growth)
      guard !overflow, let moved = ByteRange(start: start, length: range.length) else {
        throw Problem(.assertionDataHashMismatch, "an exclusion ends behind the end of the file")
      }
      grown.append(moved)
    }
    return grown
  }

  /// The extent holds one store and, where the format allows it, zeros; nothing else.
  static func checkStore(
    _ located: LocatedStore, or code: StatusCode = .assertionDataHashMismatch
  ) throws(Problem) {
    if let defect = located.defects.first { throw Problem(code, defect.explanation) }
    guard let length = StorePadding.boxLength(located.bytes),
      located.bytes.dropFirst(length).allSatisfy({ $0 == 0 })
    else { throw Problem(code, "the excluded bytes hold more than the manifest store") }
  }
}

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
