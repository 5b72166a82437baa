import BroadsealJSON
import Glibc
import TestSupport
import Testing

/// A film whose label stands in its first file and speaks for segments in files of their own (DASH, HLS, CMAF).
@Suite("Films in several files")
struct FilmTests {
  private static let desk = Desk.shared
  private static let count = 12

  /// A film of segments `seg1.m4s` to `seg12.m4s`, signed.
  private static let signed: Scratch = {
    let folder = Scratch().keptToTheEnd()
    film(in: folder, "in", saying: "segment")
    let outcome = sign(folder, "in", to: "out")
    precondition(outcome.code == 0, outcome.errorText)
    return folder
  }()

  private static func film(in folder: Scratch, _ name: String, saying words: String) {
    folder.write(MediaFile.opening(), to: "\(name)/init.mp4")
    for number in 1...count {
      folder.write(
        MediaFile.segment(UInt32(number), sound: "\(words) \(number)"),
        to: "\(name)/seg\(number).m4s")
    }
  }

  @discardableResult
  private static func sign(
    _ folder: Scratch, _ input: String, to output: String, _ more: [String] = [],
    segments: String = "seg*.m4s"
  ) -> Command.Outcome {
    Command.run(
      ["sign", folder(input + "/init.mp4"), "--segments", folder(input + "/" + segments)]
        + ["--profile", desk.profile(), "--official", "--ai", "none"]
        + ["--output-dir", folder(output)] + more)
  }

  /// The signed film, copied and changed.
  private static func changed(_ change: (Scratch) -> Void) -> Scratch {
    let folder = Scratch()
    for name in ["init.mp4"] + (1...count).map({ "seg\($0).m4s" }) {
      folder.write(signed.read("out/" + name) ?? [], to: name)
    }
    change(folder)
    return folder
  }

  private static func verify(
    _ folder: Scratch, _ segments: [String] = ["seg*.m4s"], _ more: [String] = []
  ) throws -> (code: Int32, verdict: JSON.Value, errors: String) {
    let named = segments.isEmpty ? [] : ["--segments"] + segments.map { folder($0) }
    let run = Command.run(
      ["verify", folder("init.mp4"), "-f", "json"] + named + desk.trust + more)
    return (run.code, try JSON.Reader.parse(run.output), run.errorText)
  }

  private static func codes(_ verdict: JSON.Value) -> [String] {
    verdict["findings"]?.array?.compactMap { $0["code"]?.string } ?? []
  }

  @Test("the whole film is official, by a pattern, by names in any order and by its folder")
  func whole() throws {
    let folder = Self.changed { _ in }
    let names = (1...Self.count).map { "seg\($0).m4s" }
    for segments in [["seg*.m4s"], names, names.sorted(), ["."]] {
      let found = try Self.verify(folder, segments)
      #expect(found.code == 0, "\(segments) \(found.errors)")
      #expect(found.verdict["origin"]?["status"]?.string == "official")
    }
  }

  @Test(
    "the segments are written as they were, but for a box of 40 to 80 bytes before each fragment")
  func written() throws {
    for number in 1...Self.count {
      let before = try #require(Self.signed.read("in/seg\(number).m4s"))
      let after = try #require(Self.signed.read("out/seg\(number).m4s"))
      let added = after.count - before.count
      #expect((40...90).contains(added))
      #expect(Array(after[..<16]) == Array(before[..<16]))
      #expect(Array(after[(16 + added)...]) == Array(before[16...]))
    }
  }

  @Test("one segment with the first file is intact, and not official")
  func part() throws {
    let folder = Self.changed { _ in }
    for segments in [["seg7.m4s"], ["seg1.m4s", "seg2.m4s"], ["seg3.m4s", "seg9.m4s"]] {
      let found = try Self.verify(folder, segments)
      #expect(found.code == 5, "\(segments) \(found.errors)")
      #expect(found.verdict["integrity"]?.string == "intact")
      #expect(Self.codes(found.verdict).contains("BMFF-SEGMENTS-MISSING"))
      #expect(try Self.verify(folder, segments, ["--accept", "trusted"]).code == 0)
    }
  }

  @Test("of the first file alone nobody can say, and the hint names the option")
  func alone() throws {
    let folder = Self.changed { _ in }
    let found = try Self.verify(folder, [])
    #expect(found.code == 3)
    #expect(found.errors.contains("--segments"), "\(found.errors)")
  }

  @Test("a segment without the first file has no label, and says where it is")
  func segment() throws {
    let folder = Self.changed { _ in }
    let run = Command.run(["verify", folder("seg3.m4s")] + Self.desk.trust)
    #expect(run.code == 4, "\(run.text)")
    #expect(run.text.contains("its label stands in the file that the film begins with"))
    let json = Command.run(["verify", folder("seg3.m4s"), "-f", "json"] + Self.desk.trust)
    let verdict = try JSON.Reader.parse(json.output)
    #expect(Self.codes(verdict).contains("BMFF-SEGMENT"))
    #expect(verdict["format"]?.string == "bmff")
  }

  /// What is done to a film, and never makes an official one.
  private static let attacks: [(String, @Sendable (Scratch) -> Void)] = [
    ("two segments change places", { swap("seg2.m4s", "seg3.m4s", $0) }),
    ("a segment is another's copy", { copy("seg2.m4s", to: "seg3.m4s", $0) }),
    ("a segment is there twice", { copy("seg2.m4s", to: "seg13.m4s", $0) }),
    ("a byte of the media is another", { flip("seg5.m4s", fromEnd: 1, $0) }),
    ("the first file is another", { flip("init.mp4", fromEnd: 1, $0) }),
    (
      "a segment without its part of the tree",
      { $0.write(MediaFile.segment(4, sound: "segment 4"), to: "seg4.m4s") }
    ),
    (
      "a segment of another film",
      { folder in
        film(in: folder, "other", saying: "other")
        sign(folder, "other", to: "signed")
        folder.write(folder.read("signed/seg4.m4s") ?? [], to: "seg4.m4s")
      }
    ),
    (
      "free space is appended to a segment",
      { $0.write(($0.read("seg4.m4s") ?? []) + MediaFile.box("free", []), to: "seg4.m4s") }
    ),
    (
      "a hidden box of C2PA is appended to a segment",
      {
        $0.write(
          ($0.read("seg4.m4s") ?? []) + MediaFile.provenance("hidden", [1, 2, 3], firstTree: nil),
          to: "seg4.m4s")
      }
    ),
    (
      "another box of a tree is appended to a segment",
      {
        let bytes = $0.read("seg4.m4s") ?? []
        let size = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        $0.write(bytes + bytes[16..<(16 + size)], to: "seg4.m4s")
      }
    ),
    (
      "a segment breaks off",
      { $0.write(Array(($0.read("seg4.m4s") ?? []).dropLast()), to: "seg4.m4s") }
    ),
    (
      "a segment is no segment",
      { $0.write(Array("Just some text, no more.".utf8), to: "seg4.m4s") }
    ),
    ("a segment is empty", { $0.write([], to: "seg4.m4s") }),
    ("the box of the tree has a version", { flip("seg4.m4s", at: 16 + 27, $0) }),
    ("the leaf says another place", { flip("seg4.m4s", at: 16 + 54, $0) }),
  ]

  private static func remove(_ name: String, in folder: Scratch) {
    _ = unsafe unlink(folder(name))
  }

  private static func swap(_ one: String, _ other: String, _ folder: Scratch) {
    let (first, second) = (folder.read(one) ?? [], folder.read(other) ?? [])
    folder.write(second, to: one)
    folder.write(first, to: other)
  }

  private static func copy(_ one: String, to other: String, _ folder: Scratch) {
    folder.write(folder.read(one) ?? [], to: other)
  }

  private static func flip(_ name: String, fromEnd: Int, _ folder: Scratch) {
    flip(name, at: (folder.read(name) ?? []).count - fromEnd, folder)
  }

  private static func flip(_ name: String, at place: Int, _ folder: Scratch) {
    var bytes = folder.read(name) ?? []
    bytes[place] ^= 1
    folder.write(bytes, to: name)
  }

  @Test("a film that was changed is altered", arguments: attacks.indices)
  func attack(_ index: Int) throws {
    let (attack, change) = Self.attacks[index]
    let found = try Self.verify(Self.changed(change))
    #expect(found.code == 1, "\(attack): \(found.code) \(found.errors)")
    let integrity = found.verdict["integrity"]?.string ?? ""
    #expect(["altered", "malformed"].contains(integrity), "\(attack): \(integrity)")
    #expect(found.verdict["origin"]?["status"]?.string != "official", "\(attack)")
  }

  @Test("segments that are missing are said, and the film is not official", arguments: [1, 6, 12])
  func missing(_ number: Int) throws {
    let folder = Self.changed { Self.remove("seg\(number).m4s", in: $0) }
    let found = try Self.verify(folder)
    #expect(found.code == 5)
    #expect(Self.codes(found.verdict).contains("BMFF-SEGMENTS-MISSING"))
  }

  @Test("names that give no order leave it open")
  func names() throws {
    let folder = Self.changed { folder in
      for (number, name) in [(1, "a"), (2, "c"), (3, "b")] {
        folder.write(folder.read("seg\(number).m4s") ?? [], to: "play-\(name).m4s")
      }
      for number in 1...12 { Self.remove("seg\(number).m4s", in: folder) }
    }
    let found = try Self.verify(folder, ["play-*.m4s"])
    #expect(found.code == 5)
    #expect(Self.codes(found.verdict).contains("BMFF-SEGMENT-ORDER"))
  }

  @Test("segments beside a label that does not speak of them are not judged with it")
  func unbound() throws {
    let folder = Scratch()
    folder.write(MediaFile.film, to: "in.mp4")
    let run = Command.run(
      ["sign", folder("in.mp4"), "-o", folder("init.mp4"), "--profile", Self.desk.profile()]
        + ["--official", "--ai", "none"])
    #expect(run.code == 0, "\(run.errorText)")
    folder.write(MediaFile.segment(1), to: "seg1.m4s")
    #expect(try Self.verify(folder, ["seg1.m4s"]).code == 3)
  }

  @Test("a film is signed again, and its segments get new boxes in place of the old")
  func again() throws {
    let folder = Self.changed { _ in }
    let outcome = Command.run(
      ["sign", folder("init.mp4"), "--segments", folder("seg*.m4s"), "--output-dir", folder("new")]
        + ["--profile", Self.desk.profile(), "--official", "--ai", "none"])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(folder.read("new/seg3.m4s") == folder.read("seg3.m4s"))
    let copy = Scratch()
    for name in folder.names(in: "new") { copy.write(folder.read("new/" + name) ?? [], to: name) }
    let found = try Self.verify(copy)
    #expect(found.code == 0, "\(found.errors)")
    #expect(found.verdict["c2pa"]?["ingredients"]?.array?.count == 1)
  }

  @Test("the first file alone is not signed over, and one without a label is noted")
  func firstAlone() throws {
    let folder = Self.changed { _ in }
    let more = ["--profile", Self.desk.profile(), "--official", "--ai", "none"]
    let over = Command.run(["sign", folder("init.mp4"), "-o", folder("new.mp4")] + more)
    #expect(over.code != 0)
    #expect(over.errorText.contains("--segments names them"), "\(over.errorText)")
    folder.write(MediaFile.opening(), to: "plain.mp4")
    let plain = Command.run(["sign", folder("plain.mp4"), "-o", folder("out.mp4")] + more)
    #expect(plain.code == 0, "\(plain.errorText)")
    #expect(
      plain.errorText.contains("says nothing; --segments labels them too"), "\(plain.errorText)")
  }

  @Test("a long film keeps a row of its tree, and its segments bring the rest")
  func long() throws {
    let folder = Scratch()
    folder.write(MediaFile.opening(), to: "in/init.mp4")
    for number in 1...300 {
      folder.write(
        MediaFile.segment(UInt32(number), opensWithType: number > 1), to: "in/seg\(number).m4s")
    }
    let outcome = Self.sign(folder, "in", to: ".")
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(try Self.verify(folder).code == 0)
    #expect(try Self.verify(folder, ["seg299.m4s", "seg300.m4s"]).code == 5)
    Self.swap("seg299.m4s", "seg300.m4s", folder)
    #expect(try Self.verify(folder).code == 1)
  }

  /// What is no film in several files, and leaves nothing behind.
  private static let refused: [(String, Int32, @Sendable (Scratch) -> Void)] = [
    (
      "two fragments", 1,
      { folder in
        folder.write(MediaFile.segment(3) + MediaFile.segment(4), to: "in/seg3.m4s")
      }
    ),
    ("another track", 1, { $0.write(MediaFile.segment(3, track: 2), to: "in/seg3.m4s") }),
    ("times out of order", 1, { $0.write(MediaFile.segment(1), to: "in/seg3.m4s") }),
    ("a first file with media", 1, { $0.write(MediaFile.film, to: "in/init.mp4") }),
    ("a name without number", 1, { $0.write(MediaFile.segment(99), to: "in/segx.m4s") }),
    ("an output that exists", 2, { $0.write([1], to: "out/seg3.m4s") }),
  ]

  @Test(
    "what is no film in several files is refused, and nothing is left", arguments: refused.indices)
  func refusal(_ index: Int) throws {
    let (what, code, change) = Self.refused[index]
    let folder = Scratch()
    Self.film(in: folder, "in", saying: "segment")
    folder.write([], to: "out/kept")
    change(folder)
    let left = folder.names(in: "out")
    let outcome = Self.sign(folder, "in", to: "out")
    #expect(outcome.code == code, "\(what): \(outcome.errorText)")
    #expect(!outcome.errorText.contains("unexpected"), "\(outcome.errorText)")
    #expect(folder.names(in: "out") == left, "\(what)")
  }

  @Test("a film is not written over itself")
  func itself() throws {
    let folder = Self.changed { _ in }
    let outcome = Command.run(
      ["sign", folder("init.mp4"), "--segments", folder("seg*.m4s"), "--output-dir", folder(".")]
        + ["--profile", Self.desk.profile(), "--official", "--ai", "none", "--force"])
    #expect(outcome.code == 2, "\(outcome.errorText)")
    #expect(folder.read("seg3.m4s") == Self.signed.read("out/seg3.m4s"))
  }
}
