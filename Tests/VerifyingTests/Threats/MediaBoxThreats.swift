import BroadsealDocuments
import BroadsealProvenance
import BroadsealVerifying
import TestSupport

/// T-29: media files whose boxes hold more than was signed, or whose label leaves more out than it says.
enum MediaBoxThreats {
  static let rows: [ThreatRow] = [
    row("free space is appended", altered) { $0 + MediaFile.box("free", [1, 2, 3]) },
    row("a second description of the film is appended", altered) { $0 + MediaFile.movie([0]) },
    row("loose bytes are appended", altered) { $0 + [1, 2, 3] },
    row("the last byte is cut off", altered) { Array($0.dropLast()) },
    row("the brand of the file is another", altered) { file in
      var changed = file
      changed.replaceSubrange(8..<12, with: "qt  ".utf8)
      return changed
    },
    row("something stands in the zeros behind the label", structure("BMFF-PADDING")) { file in
      var changed = file
      // The zeros end where the description of the film begins.
      if let place = changed.indices.first(where: { changed[$0...].starts(with: "moov".utf8) }) {
        changed[place - 5] = 1
      }
      return changed
    },
    row("a box of C2PA of no known purpose is appended", hidden) {
      $0 + MediaFile.provenance("hidden", [UInt8](repeating: 7, count: 1_000))
    },
    row("a box of a hash tree is appended, and there is no tree", open()) {
      $0 + MediaFile.provenance("merkle", [0xA0], firstTree: nil)
    },
    row("an index of random access points with something else in it is appended", open()) {
      $0 + MediaFile.box("mfra", MediaFile.box("skip", [1, 2, 3]))
    },
    row(
      "the signer leaves the media data out, and it is another now", open("BMFF-MEDIA-OPEN"),
      leavingOut: "mdat"
    ) {
      var changed = $0
      changed[changed.count - 1] ^= 1
      return changed
    },
    row(
      "the signer leaves the description of the film out", open("BMFF-MEDIA-OPEN"),
      leavingOut: "moov"
    ) { $0 },
    row("the signer leaves the brand out, as C2PA 2.4 asks", form, leavingOut: "ftyp") { $0 },
  ]

  private static let altered = ThreatOutcome.broken(.altered, "OFF-1-ALTERED")
  private static let form = ThreatOutcome.unofficial(
    .recognisedTool, ["OFF-1-BINDING-FORM"], also: ["BMFF-BRAND-OPEN"])

  private static let hidden = ThreatOutcome.unofficial(
    .recognisedTool, ["OFF-1-EXCLUSIONS", "OFF-1-FILE-STRUCTURE"], also: ["BMFF-PURPOSE"])

  private static func structure(_ code: String) -> ThreatOutcome {
    .unofficial(.recognisedTool, ["OFF-1-FILE-STRUCTURE"], also: [code])
  }

  private static func open(_ code: String? = nil) -> ThreatOutcome {
    .unofficial(
      .recognisedTool, ["OFF-1-EXCLUSIONS"] + (code == nil ? [] : ["OFF-1-BINDING-FORM"]),
      also: ["BINDING-PARTIAL"] + [code].compactMap(\.self))
  }

  private static func row(
    _ attack: String, _ expected: ThreatOutcome, leavingOut box: String? = nil,
    _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> ThreatRow {
    ThreatRow(.mediaBoxes, attack, expected) { pki in
      var manifest = TestManifest(pki)
      manifest.boxLeftOut = box
      let labelled = try manifest.embedded(in: MediaFile.film, as: BMFFCarrier.self)
      return ThreatCase("release.mp4", change(labelled), trust: .demo(pki))
    }
  }
}
