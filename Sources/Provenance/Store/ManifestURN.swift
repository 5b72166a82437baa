import BroadsealBytes

/// The label of a manifest (C2PA 2.4 §8.2): `urn:c2pa:` and a UUID, then perhaps a generator, then
/// perhaps a version and the reason for it.
package struct ManifestURN: Hashable, Sendable {
  /// The label as received.
  package let text: String
  /// The UUID as received.
  package let uuid: String
  /// Who made it, when the label says so.
  package let generator: String?
  /// Whether the label has the form of C2PA 2.0 and before: `urn:uuid:`, perhaps after a vendor.
  package let isOld: Bool

  /// A new label around a UUID.
  package init(uuid: String) {
    text = "urn:c2pa:\(uuid)"
    self.uuid = uuid
    generator = nil
    isOld = false
  }

  /// Parses a label; nil when it has neither form.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    self.text = text
    if let index = parts.firstIndex(of: "urn"), index <= 1, parts.count == index + 3,
      parts[index + 1].isExactly("uuid")
    {
      isOld = true
      uuid = parts[index + 2]
      generator = index == 1 ? parts[0] : nil
      guard index == 0 || ManifestURN.isGenerator(parts[0]), !(index == 1 && parts[0].isEmpty)
      else { return nil }
    } else {
      guard (3...5).contains(parts.count), parts[0].isExactly("urn"), parts[1].isExactly("c2pa")
      else { return nil }
      isOld = false
      uuid = parts[2]
      generator = parts.count > 3 && !parts[3].isEmpty ? parts[3] : nil
      guard parts.count < 4 || ManifestURN.isGenerator(parts[3]),
        parts.count < 5 || ManifestURN.isVersion(parts[4])
      else { return nil }
    }
    guard ManifestURN.isUUID(uuid) else { return nil }
  }

  private static func isUUID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.joined().allSatisfy { Hex.value(of: $0) != nil }
  }

  private static func isGenerator(_ text: String) -> Bool {
    text.utf8.count <= 32 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// A number, an underscore and a number.
  private static func isVersion(_ text: String) -> Bool {
    let numbers = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { number in
        (1...9).contains(number.count)
          && number.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
