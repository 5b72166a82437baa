package import BroadsealBytes

/// A `uuid` box of C2PA at the top of a file (C2PA 2.5 §A.5.1).
package struct ProvenanceBox: Hashable, Sendable {
  /// What the box is for.
  package enum Purpose: String, Hashable, Sendable {
    /// It holds the manifest store.
    case manifest
    /// It holds the store as it was before an update.
    case original
    /// It holds the update manifests that came later.
    case update
    /// It holds what a part of a hash tree needs.
    case merkle
    /// Nobody knows.
    case unknown
  }

  /// The box.
  package let box: MediaBox
  /// What it says that it is for.
  package let purpose: Purpose
  /// What it holds for that, and the padding behind.
  package let payload: ByteRange
  /// Version and flags, which are zeros.
  package let version: UInt32
  /// Where the first box of a hash tree is said to be; 0 for nowhere.
  package let firstTree: UInt64

  /// The user type of the box.
  package static let identifier: [UInt8] = [
    0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81,
  ]
  /// A store stands in such a box.
  static let storeMark = StoreMark(.inside([StoreMark.Frame(identifier)]))
  /// Length of version and flags.
  private static let versionLength = 4
  /// Length of `first_merkle_aux_offset`.
  private static let merkleOffset = 8
  /// The longest purpose that is looked for, in bytes, with its NUL.
  private static let longestPurpose = 16

  /// The box at `box`, if its user type is C2PA's.
  init?(_ box: MediaBox, _ window: inout ByteWindow) throws(DocumentError) {
    let content = box.content
    let identifier = ProvenanceBox.identifier
    guard box.type == MediaBoxType.user, content.length >= identifier.count,
      let found = try window.bytes(identifier.count, at: content.start),
      found.elementsEqual(identifier)
    else { return nil }
    self.box = box
    version = try window.number(UInt32.self, at: content.start + identifier.count) ?? 0
    let start = content.start + identifier.count + ProvenanceBox.versionLength
    let length = min(ProvenanceBox.longestPurpose, content.end - start)
    guard length > 0, let text = try window.bytes(length, at: start),
      let end = text.firstIndex(of: 0),
      let purpose = Purpose(rawValue: String(decoding: text[..<end], as: UTF8.self))
    else {
      self.purpose = .unknown
      firstTree = 0
      payload = ByteRange(start: max(content.start, min(start, content.end)), length: 0) ?? content
      return
    }
    var first = start + (end - text.startIndex) + 1
    var tree: UInt64 = 0
    switch purpose {
    case .manifest, .original:
      tree = try window.number(UInt64.self, at: first) ?? 0
      first += ProvenanceBox.merkleOffset
    case .update:
      // Another writer puts the eight bytes here too, where the standard has none.
      if try !ProvenanceBox.isStore(at: first, &window) {
        let later = first + ProvenanceBox.merkleOffset
        if try ProvenanceBox.isStore(at: later, &window) { first = later }
      }
    case .merkle, .unknown: break
    }
    let isWhole = first <= content.end && purpose != .unknown
    self.purpose = isWhole ? purpose : .unknown
    firstTree = tree
    payload = ByteRange(start: first, length: max(0, content.end - first)) ?? content
  }

  /// Whether a superbox of JUMBF begins at `offset`.
  private static func isStore(at offset: Int, _ window: inout ByteWindow) throws(DocumentError)
    -> Bool
  {
    guard let type = try window.bytes(4, at: offset + 4) else { return false }
    return type.elementsEqual("jumb".utf8)
  }
}
