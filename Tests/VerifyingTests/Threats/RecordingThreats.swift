import BroadsealDocuments
import BroadsealVerifying
import TestSupport

/// T-30: sound, video and pictures of RIFF, MP3 and FLAC, changed where no hash of theirs reaches, or so
/// that programs would find another label.
enum RecordingThreats {
  static let rows: [ThreatRow] = [
    // The size of the form is left out of the hash (C2PA 2.5 §16.3.1.6).
    row(
      "WAV whose size says that it ends 100 bytes earlier, inside the label", "release.wav",
      unusable("RIFF-STORE-PLACE")
    ) { sized($0, by: -100) },
    row(
      "WebP whose size says that it ends behind the file", "release.webp",
      .unofficial(
        .recognisedTool, ["OFF-1-EXCLUSIONS", "OFF-1-FILE-STRUCTURE"], also: ["RIFF-SIZE"])
    ) { sized($0, by: 100) },
    row(
      "WAV with a chunk behind the label, to which its size was brought", "release.wav",
      .broken(.altered, "OFF-1-ALTERED")
    ) { sized($0 + RIFFFile.chunk("data", RIFFFile.samples), by: 18) },
    row(
      "AVI with bytes behind its end", "release.avi", .broken(.altered, "OFF-1-ALTERED")
    ) { $0 + [0, 0] },
    row(
      "WebP with a second label, to which its size was brought", "release.webp",
      unusable("RIFF-MULTIPLE-STORES")
    ) { sized($0 + RIFFFile.chunk("C2PA", [0, 0, 0, 8, 0x6A, 0x75, 0x6D, 0x62]), by: 16) },
    row(
      "MP3 with a tag in front of the one that holds the label", "release.mp3",
      unusable("ID3-STORE-PLACE")
    ) { SoundFile.tag([SoundFile.title()]) + $0 },
    row(
      "MP3 with an old tag behind its end", "release.mp3", .broken(.altered, "OFF-1-ALTERED")
    ) { $0 + Array("TAG".utf8) + [UInt8](repeating: 0x41, count: 125) },
    row(
      "FLAC with a second label in a block of its own", "release.flac",
      unusable("ID3-MULTIPLE-STORES")
    ) { blocked($0) },
    row(
      "Ogg with another position in a page of the label, its checksum to match", "release.ogg",
      unusable("OGG-STORE-PAGES")
    ) { OGGFile.rewritten($0, 1) { $0[6] ^= 1 } },
    row(
      "Ogg with another file chained behind it", "release.ogg",
      .broken(.altered, "OFF-1-ALTERED")
    ) { $0 + OGGFile.speech },
    row(
      "Ogg with a second stream that is a label", "release.ogg",
      unusable("OGG-MULTIPLE-STORES")
    ) { $0 + OGGFile.page(OGGFile.mark + [0, 0, 0, 8], serial: 9, flags: 6) },
  ]

  private static func row(
    _ attack: String, _ name: String, _ expected: ThreatOutcome,
    _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> ThreatRow {
    ThreatRow(.forgedSizes, attack, expected) { pki in
      let evidence = FormatEvidence.all.filter { $0.name == name }
      guard let labelled = try evidence.first?.labelled(by: TestManifest(pki)) else {
        throw Missing()
      }
      return ThreatCase(name, change(labelled.content), trust: .demo(pki))
    }
  }

  /// Something is there, and no label that every program would agree on.
  private static func unusable(_ code: String) -> ThreatOutcome {
    ThreatOutcome(
      integrity: "malformed", origin: "", state: "Invalid", reasons: [], codes: [code], exit: 1)
  }

  private struct Missing: Error {}

  /// With the size of the form that its bytes state changed by `change`.
  private static func sized(_ file: [UInt8], by change: Int) -> [UInt8] {
    let old = file[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    return sized(file, to: old + change)
  }

  private static func sized(_ file: [UInt8], to size: Int) -> [UInt8] {
    var file = file
    file[4..<8] = RIFFFile.little(UInt32(size))[...]
    return file
  }

  /// With another block behind the properties, which hold 38 bytes.
  private static func blocked(_ file: [UInt8]) -> [UInt8] {
    var file = file
    guard let start = file.indices.first(where: { file[$0...].starts(with: Array("fLaC".utf8)) })
    else { return file }
    file[start + 4] &= 0x7F
    let block = SoundFile.block(2, Array("c2pa".utf8) + [0, 0, 0, 8], isLast: true)
    file.insert(contentsOf: block, at: start + 42)
    return file
  }
}
