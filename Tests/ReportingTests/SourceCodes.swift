import BroadsealAuditing
import BroadsealBytes
import TestSupport

@testable import BroadsealReporting

/// Codes of findings and reasons as they stand in the sources.
enum SourceCodes {
  private static let families: Set<Substring> = [
    "OFF", "FILE", "HINT", "AI", "TIME", "PDF", "PNG", "JPEG", "SIDECAR", "STORE", "FORMAT",
    "TEXT", "HTML", "SVG", "BINDING", "CERT", "ZIP", "PADES", "REMOTE", "TSA", "NO", "CONTENT",
    "STAMP",
  ]

  /// Every such code in quotes in the Swift files below `folder`.
  static func inQuotes(below folder: String) -> [String] {
    var walk = Walk(
      [FilePath(folder)], filter: Walk.Filter(include: [Glob("*.swift")].compactMap { $0 }))
    var codes: [String] = []
    while let entry = walk.next() {
      let text = String(decoding: Scratch.bytes(of: entry.path.display) ?? [], as: UTF8.self)
      for line in text.split(separator: "\n") {
        let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
        for index in stride(from: 1, to: pieces.count, by: 2) where isCode(pieces[index]) {
          codes.append(String(pieces[index]))
        }
      }
    }
    return codes
  }

  private static func isCode(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count > 1, families.contains(parts[0]) else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    }
  }
}
