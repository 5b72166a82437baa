/// Types of boxes that say where something stands in a file, or how much of it is there.
///
/// A box goes into a file only where every one of them is found where it belongs and is brought up to date:
/// players look for them elsewhere too. FFmpeg looks into user data and descriptions of samples, and so does
/// Chromium, which plays with its parser; FFmpeg and VLC find a film in free space. So whoever prepares a
/// film could keep a second table there, which shows something else once everything moves (T-29).
enum PlaceKinds {
  /// Boxes that hold boxes, by where they are looked for; 0 is the top of the file.
  private static let parents: [UInt32: Set<UInt32>] = [
    code("moov"): [0], code("moof"): [0], code("mfra"): [0], code("trak"): [code("moov")],
    code("mvex"): [code("moov")], code("mdia"): [code("trak")], code("minf"): [code("mdia")],
    code("stbl"): [code("minf")], code("dinf"): [code("minf"), code("meta")],
    code("traf"): [code("moof")],
    code("meta"): Set([0] + ["moov", "trak", "moof", "traf", "mdia", "minf"].map(code)),
  ]

  /// Tables, by the boxes that they belong in.
  private static let tables: [UInt32: Set<UInt32>] = [
    code("stco"): samples, code("co64"): samples, code("stsz"): samples, code("stz2"): samples,
    code("stsc"): samples, code("saio"): samples.union(runs), code("saiz"): samples.union(runs),
    code("tfhd"): runs, code("trun"): runs, code("trex"): [code("mvex")],
    code("tfra"): [code("mfra")], code("iloc"): [code("meta")], code("dref"): [code("dinf")],
    code("sidx"): [0],
  ]

  /// Boxes that say where something stands, in a form that is not read here: compressed descriptions
  /// (QuickTime's, and ISO/IEC 14496-12 §8.20), references to other films, Canon's table of the boxes of a
  /// picture, DJI's of its previews, Adobe's of fragments, JPEG 2000's of fragments.
  private static let foreign: Set<UInt32> = Set(
    [
      "cmov", "!mov", "!mof", "!six", "!ssx", "rmra", "rdrf", "CTBO", "snal", "hglg", "afra",
      "flst",
    ].map(code))

  private static let samples: Set<UInt32> = [code("stbl")]
  private static let runs: Set<UInt32> = [code("traf")]

  /// Every type that is searched for in the bytes of a file.
  static let all: Set<UInt32> = foreign.union(tables.keys)

  /// Those that begin with a count, or with boxes: where letters stand in the place of it, the count is
  /// of more than a file of `PlaceSearch.largestWithWords` can hold.
  static let counted: Set<UInt32> = foreign.union(
    ["stco", "co64", "stsz", "stz2", "stsc", "trun", "dref"].map(code))

  /// Of which no box has two: players take one or the other.
  static let single: Set<UInt32> = Set(
    ["mdia", "minf", "stbl", "stsc", "tfhd", "iloc", "mvex", "saio", "saiz"].map(code))

  /// Whether a box of `type` in one of `parent` is looked into.
  static func isDescended(_ type: UInt32, in parent: UInt32) -> Bool {
    parents[type]?.contains(parent) ?? false
  }

  /// Whether a box of `type` in one of `parent` is a table that is understood there.
  static func isTable(_ type: UInt32, in parent: UInt32) -> Bool {
    tables[type]?.contains(parent) ?? false
  }

  private static func code(_ letters: String) -> UInt32 { MediaBoxType.code(letters) }
}
