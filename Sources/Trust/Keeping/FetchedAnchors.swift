package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// Certificates that were fetched from somebody's list, as a PEM file that says from where and when.
///
///     # fetched by broadseal trust fetch
///     # from: https://…/C2PA-TRUST-LIST.pem
///     # at: 2026-11-28T17:00:00Z
///     -----BEGIN CERTIFICATE-----
///
/// The heading is a note to oneself and proves nothing; a file that is old is used all the same, and that
/// it is old is said.
package struct FetchedAnchors: Hashable, Sendable {
  /// Where they were fetched from; untrusted text.
  package let address: String
  /// When.
  package let time: UTCTime

  /// Days for which a fetched list is taken for the current one: as long as C2PA's lists are.
  package static let life = 90

  private static let mark = "# fetched by broadseal trust fetch"
  /// Longest heading that is looked at, in bytes.
  private static let longestHeading = 4_096

  /// Something fetched.
  package init(address: String, time: UTCTime) {
    self.address = address
    self.time = time
  }

  /// Reads the heading of a PEM file; nil when it was not fetched by this program.
  package init?(heading pem: [UInt8]) {
    let lines = String(decoding: pem.prefix(Self.longestHeading), as: UTF8.self)
      .split(whereSeparator: \.isNewline).prefix { !$0.hasPrefix("-----") }
    func value(_ key: String) -> Substring? {
      lines.first { $0.hasPrefix("# \(key): ") }?.dropFirst(key.count + 4)
    }
    guard lines.first.map(String.init) == Self.mark, let address = value("from"),
      let time = value("at").flatMap({ UTCTime(rfc3339: $0) })
    else { return nil }
    self.init(address: String(address), time: time)
  }

  /// The file, with each certificate once.
  package func file(_ certificates: [Certificate]) -> [UInt8] {
    let heading = "\(Self.mark)\n# from: \(address)\n# at: \(time.rfc3339)\n"
    return Array(heading.utf8) + PEMFile.text(certificates)
  }

  /// Whole days since it was fetched.
  package func age(at moment: UTCTime) -> Int64 {
    (moment.secondsSinceEpoch - time.secondsSinceEpoch) / 86_400
  }

  /// Whether a newer list has most likely been published since.
  package func isOld(at moment: UTCTime) -> Bool { age(at: moment) >= Int64(Self.life) }

  /// Whether `bytes` are certificates in PEM and no list in JSON.
  package static func isPEM(_ bytes: [UInt8]) -> Bool {
    PEMFile.isLikely(bytes, label: "CERTIFICATE")
  }

  /// The certificates of what was fetched, each once: a PEM file, or a list in JSON as C2PA publishes it.
  ///
  /// - Parameter use: what a list in JSON must have them for; nil: for anything.
  /// - Throws: `.malformed` for anything else, a government list too, `.stale` for a list that is out of date by its own
  ///   word.
  package static func certificates(
    in bytes: [UInt8], name: String, for use: AnchorUse? = nil, at time: UTCTime
  ) throws(TrustError) -> [Certificate] {
    var found: [Certificate] = []
    if bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{") {
      found = try ParsedTrustList(parsing: bytes, name: name).anchors(for: use, at: time)
    } else {
      found = try PEMFile.certificates(bytes, name: name)
    }
    var seen: Set<Certificate> = []
    let certificates = found.filter { seen.insert($0).inserted }
    guard !certificates.isEmpty else {
      throw TrustError(.malformed, name, "the list names no certificate")
    }
    return certificates
  }
}
