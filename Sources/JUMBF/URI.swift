import BroadsealBytes

/// A reference to a superbox of the same manifest store (C2PA 2.4 §8.4.2.1).
///
/// Absolute: `self#jumbf=/c2pa/urn:c2pa:…/c2pa.assertions/c2pa.hash.data`. Relative to the manifest
/// that holds the reference: `self#jumbf=c2pa.assertions/c2pa.hash.data`. The absolute form without
/// its first slash, as some old writers have it, is read too: no box of a manifest is called `c2pa`.
/// Nothing is decoded: a percent sign is a character of the label.
package struct URI: Hashable, Sendable {
  /// Label of the manifest; nil when the reference is relative.
  package let manifest: String?
  /// Labels from the manifest down; empty when the manifest itself is meant.
  package let path: [String]

  private static let scheme = "self#jumbf="
  private static let store = "c2pa"

  /// Parses a reference; nil for another scheme, `.` or `..`, an empty segment, or a segment that
  /// could not be a label.
  package init?(_ text: String) {
    guard text.utf8.starts(with: URI.scheme.utf8) else { return nil }
    let rest = text.utf8.dropFirst(URI.scheme.utf8.count)
    var segments = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let isRooted = segments[0].isEmpty
    if isRooted { segments.removeFirst() }
    if isRooted || segments[0].isExactly(URI.store) {
      guard segments.count >= 2, segments[0].isExactly(URI.store) else { return nil }
      manifest = segments[1]
      path = Array(segments[2...])
    } else {
      manifest = nil
      path = segments
    }
    guard manifest.map(URI.isSegment) ?? true, path.allSatisfy(URI.isSegment) else { return nil }
  }

  /// A reference to `path` below the manifest called `manifest`.
  package init(manifest: String?, path: [String]) {
    self.manifest = manifest
    self.path = path
  }

  private static func isSegment(_ text: String) -> Bool {
    LabelSyntax.isValid(text) && !text.isExactly(".") && !text.isExactly("..")
  }
}

extension URI: CustomStringConvertible {
  /// The reference as it stands in a claim.
  package var description: String {
    let labels = path.joined(separator: "/")
    guard let manifest else { return URI.scheme + labels }
    return URI.scheme + "/" + URI.store + "/" + manifest + (path.isEmpty ? "" : "/" + labels)
  }
}

/// The rules for the label of a superbox (C2PA 2.4 §11.1.4.3; ISO 19566-5 §A.3).
package enum LabelSyntax {
  /// Whether `text` may be a label: not empty, no control character, none of `/ ; ? #`, neither
  /// U+FEFF nor U+FFFF.
  package static func isValid(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard !bytes.isEmpty, bytes.count <= Limits.maximumLabelLength else { return false }
    // A label is ASCII, nearly always: then there is nothing to decode.
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.allSatisfy { isValid(UInt32($0)) } }
    return text.unicodeScalars.allSatisfy { isValid($0.value) }
  }

  private static func isValid(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFF: false
    case 0x2F, 0x3B, 0x3F, 0x23: false
    default: true
    }
  }
}
