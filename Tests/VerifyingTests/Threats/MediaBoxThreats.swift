import BroadsealDocuments
import BroadsealProvenance
import BroadsealVerifying
import Glibc
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
    fragments("an index leads to the fragments that were signed", .official(), isHarmless: true) {
      $0 + index(places(in: $0))
    },
    fragments(
      "an index leads to a fragment that it holds itself, as players do after a seek", open()
    ) {
      $0 + index([$0.count + 8 + 32], behind: MediaFile.box("moof", []))
    },
    fragments(
      "an index leads from the beginning to the last fragment: nobody who seeks sees the first",
      open()
    ) {
      $0 + index(Array(places(in: $0).suffix(1)))
    },
    fragments(
      "an index leads from a time of one fragment to the next: what is between is skipped", open()
    ) {
      $0 + index(places(in: $0), every: MediaFile.fragmentDuration / 2)
    },
    fragments("an index leads from beyond the end to the last fragment", open()) {
      $0 + index(places(in: $0), every: 2 * MediaFile.fragmentDuration)
    },
    fragments("an index names a sample that is not there", open()) {
      $0 + index(places(in: $0), sample: 3)
    },
    fragments("an index is of a track that is not there", open()) {
      $0 + index(places(in: $0), track: 2)
    },
    fragments("an index leads into the sound", open()) { $0 + index([$0.count - 4]) },
    fragments("an index leads from a later fragment to an earlier one", open()) {
      $0 + index(places(in: $0).reversed())
    },
    fragments("a file has two indexes", open()) {
      $0 + index(places(in: $0)) + index(places(in: $0))
    },
    fragments("an index has two tables for one track", open()) {
      $0 + index(places(in: $0), tables: 2)
    },
    fragments("an index does not say how long it is", open()) {
      $0 + MediaFile.box("mfra", table(places(in: $0)))
    },
    row("a second box with the label is appended", malformed("BMFF-MULTIPLE-STORES")) { file in
      file + label(of: file)
    },
    row(
      "the box with the label is renamed to one that an update belongs to",
      malformed("BMFF-PURPOSE")
    ) {
      file in
      var changed = file
      if let place = place(of: "manifest", in: file) {
        changed.replaceSubrange(place..<place + 8, with: "original".utf8)
      }
      return changed
    },
    row("a box of size 0 is appended", altered) {
      $0 + MediaFile.number(UInt32(0)) + Array("free".utf8)
    },
    row("a box of size 7 is appended", malformed("BMFF-STRUCTURE")) {
      $0 + MediaFile.number(UInt32(7)) + Array("free".utf8)
    },
    row("a box of size 2⁶³ is appended", malformed("BMFF-TRUNCATED")) {
      $0 + MediaFile.number(UInt32(1)) + Array("free".utf8) + MediaFile.number(UInt64(1) << 63)
    },
    row("the media data says that it has 2⁶³ bytes", altered) { file in
      guard let place = place(of: "mdat", in: file) else { return file }
      return Array(file[..<(place - 4)]) + MediaFile.number(UInt32(1)) + Array("mdat".utf8)
        + MediaFile.number(UInt64(1) << 63) + Array(file[(place + 4)...])
    },
    row("ten thousand boxes, each in the one before, are appended", altered) { file in
      let depth = 10_000
      return file
        + (0..<depth).flatMap {
          MediaFile.number(UInt32(8 * (depth - $0))) + Array("moov".utf8)
        }
    },
    row("a hundred thousand boxes are appended", limited) { file in
      file + (0...BMFFLimits.maximumRoots).flatMap { _ in MediaFile.box("free", []) }
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

  /// Films in several files, changed by whoever serves them.
  static let runs: [ThreatRun] = [
    prepared("the chunks of a film stand twice, the second time in user data", "film.mp4") {
      let hidden = MediaFile.box("udta", MediaFile.full("stco", MediaFile.words(1, 60)))
      let tables = MediaFile.tables(at: 60, size: 4)
      let film = MediaFile.description(MediaFile.track(hidden + tables))
      return MediaFile.type() + film + MediaFile.box("mdat", Array("0123456789".utf8))
    },
    prepared("a picture says of its only item that it stands in another file", "picture.avif") {
      MediaFile.type("avif")
        + MediaFile.pictureMetadata(MediaFile.items(reference: 1, at: 60, 4))
        + MediaFile.box("mdat", Array("0123456789".utf8))
    },
    film("two segments of a film change places", says: "was signed before it") { folder in
      let two = folder.read("seg2.m4s") ?? []
      folder.write(folder.read("seg3.m4s") ?? [], to: "seg2.m4s")
      folder.write(two, to: "seg3.m4s")
    },
    film("a segment of a film is shown twice", says: "is the same segment") { folder in
      folder.write(folder.read("seg2.m4s") ?? [], to: "seg3.m4s")
    },
    film("a segment of a film is another's", says: "does not have one box") { folder in
      folder.write(MediaFile.segment(2, sound: "a lie"), to: "seg2.m4s")
    },
    film("a segment of a film is changed", says: "is not the segment that was signed") { folder in
      var bytes = folder.read("seg2.m4s") ?? []
      bytes[bytes.count - 1] ^= 1
      folder.write(bytes, to: "seg2.m4s")
    },
    film("a segment of a film is left out", 5, says: "2 of 3 segments") { folder in
      _ = unsafe unlink(folder("seg2.m4s"))
    },
  ]

  /// A file that would show something else with a label inside is brought to be signed.
  private static func prepared(
    _ attack: String, _ name: String, _ file: @escaping @Sendable () -> [UInt8]
  ) -> ThreatRun {
    ThreatRun(.mediaBoxes, attack, 0, says: "label in a separate file") { folder in
      folder.write(file(), to: name)
      return ["sign", folder(name), "--output-dir", folder("out"), "--official", "--ai", "none"]
        + ["--profile", Desk.shared.profile()]
    }
  }

  private static func film(
    _ attack: String, _ exit: Int32 = 1, says words: String,
    _ change: @escaping @Sendable (Scratch) -> Void
  ) -> ThreatRun {
    ThreatRun(.mediaBoxes, attack, exit, says: words) { folder in
      let desk = Desk.shared
      folder.write(MediaFile.opening(), to: "in/init.mp4")
      for number in 1...3 {
        folder.write(MediaFile.segment(UInt32(number)), to: "in/seg\(number).m4s")
      }
      let signed = Command.run(
        ["sign", folder("in/init.mp4"), "--segments", folder("in/seg*.m4s"), "--official"]
          + ["--ai", "none", "--profile", desk.profile(), "--output-dir", folder(".")])
      guard signed.code == 0 else { throw NotSigned(text: signed.errorText) }
      change(folder)
      return ["verify", folder("init.mp4"), "--segments", folder("seg*.m4s"), "--explain"]
        + desk.trust
    }
  }

  private struct NotSigned: Error { let text: String }

  private static func place(of text: String, in file: [UInt8]) -> Int? {
    file.indices.first { file[$0...].starts(with: text.utf8) }
  }

  /// The box with the label, which ends where the description of the film begins.
  private static func label(of file: [UInt8]) -> [UInt8] {
    guard let start = place(of: "uuid", in: file), let end = place(of: "moov", in: file) else {
      return []
    }
    return Array(file[(start - 4)..<(end - 4)])
  }

  /// There is no one label that could be judged.
  private static func malformed(_ code: String) -> ThreatOutcome {
    ThreatOutcome(
      integrity: "malformed", origin: "", state: "Invalid", reasons: [], codes: [code], exit: 1)
  }

  /// Nobody looks so far.
  private static let limited = ThreatOutcome(
    integrity: "unreadable", origin: "", state: "", reasons: [], codes: ["BMFF-LIMIT"], exit: 3)

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

  /// A film of two fragments, signed and then changed.
  private static func fragments(
    _ attack: String, _ expected: ThreatOutcome, isHarmless: Bool = false,
    _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> ThreatRow {
    var row = ThreatRow(.mediaBoxes, attack, expected) { pki in
      let fragments = [0, 1].flatMap { MediaFile.fragment(at: $0 * MediaFile.fragmentDuration) }
      let labelled = try TestManifest(pki).embedded(
        in: MediaFile.film + fragments, as: BMFFCarrier.self)
      return ThreatCase("release.mp4", change(labelled), trust: .demo(pki))
    }
    row.isHarmless = isHarmless
    return row
  }

  /// Where the fragments of a file stand.
  private static func places(in file: [UInt8]) -> [Int] {
    let word = Array("moof".utf8)
    return file.indices.filter { file[$0...].starts(with: word) }.map { $0 - 4 }
  }

  /// Random access points of one track: one at each of `places`, each `distance` after the one before.
  private static func table(
    _ places: [Int], behind more: [UInt8] = [], every distance: UInt32 = MediaFile.fragmentDuration,
    track: UInt32 = 1, sample: UInt8 = 1
  ) -> [UInt8] {
    var content = [track, 0, UInt32(places.count)].flatMap(MediaFile.number)
    for (number, place) in places.enumerated() {
      content += MediaFile.number(UInt32(number) * distance) + MediaFile.number(UInt32(place))
      content += [1, 1, sample]
    }
    return MediaFile.full("tfra", content + more)
  }

  /// An index of one track, with its length at the end.
  private static func index(
    _ places: [Int], behind more: [UInt8] = [], tables: Int = 1,
    every distance: UInt32 = MediaFile.fragmentDuration, track: UInt32 = 1, sample: UInt8 = 1
  ) -> [UInt8] {
    let one = table(places, behind: more, every: distance, track: track, sample: sample)
    let all = [[UInt8]](repeating: one, count: tables).flatMap(\.self)
    return MediaFile.box(
      "mfra", all + MediaFile.full("mfro", MediaFile.number(UInt32(8 + all.count + 16))))
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
