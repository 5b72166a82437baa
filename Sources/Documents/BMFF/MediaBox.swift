package import BroadsealBytes

/// One box of an ISO base media file: where it stands, and what its header says (ISO/IEC 14496-12 §4.2).
package struct MediaBox: Hashable, Sendable {
  /// The four letters of the type, most significant first.
  package let type: UInt32
  /// The whole box; of one that claims more than the file holds, what is there.
  package let range: ByteRange
  /// Length of size and type, and of the large size where there is one; without a user type.
  package let headerLength: Int
  /// Whether its size is 0: it reaches to the end of the file.
  package let isOpen: Bool

  /// A box at `range`.
  package init(type: UInt32, range: ByteRange, headerLength: Int, isOpen: Bool = false) {
    self.type = type
    self.range = range
    self.headerLength = headerLength
    self.isOpen = isOpen
  }

  /// What stands behind the header.
  package var content: ByteRange {
    let length = min(headerLength, range.length)
    return ByteRange(start: range.start + length, length: range.length - length)
      ?? ByteRange(first: 0)
  }

  /// The type as letters, for messages.
  package var name: String {
    let letters = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: type >> $0) }
    let isPlain = letters.allSatisfy { (0x20...0x7E).contains($0) }
    return isPlain ? String(decoding: letters, as: UTF8.self) : "unnamed"
  }
}

/// Types of boxes that are spoken of.
package enum MediaBoxType {
  /// File type and brands (§4.3).
  package static let fileType = code("ftyp")
  /// Type and brands of a segment (§8.16.2).
  package static let segmentType = code("styp")
  /// Media data (§8.1.1).
  package static let mediaData = code("mdat")
  /// The description of a presentation (§8.2.1).
  package static let movie = code("moov")
  /// The description of a fragment (§8.8.4).
  package static let fragment = code("moof")
  /// Where fragments with random access points are (§8.8.9).
  package static let randomAccess = code("mfra")
  /// Metadata, and the items of a picture (§8.11.1).
  package static let meta = code("meta")
  /// Free space (§8.1.2).
  package static let free = code("free")
  /// Free space (§8.1.2).
  package static let skip = code("skip")
  /// A box whose type is a UUID (§4.2).
  package static let user = code("uuid")

  /// Those that segments of films begin with, whose description is in another file (§8.16).
  static let segmentOpenings = ["styp", "moof", "sidx", "emsg", "prft"]

  /// The number of four letters.
  package static func code(_ letters: String) -> UInt32 {
    letters.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Boxes that hold nothing but boxes (§8): an exclusion may reach into them.
  static let containers: Set<UInt32> = Set(
    [
      "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf", "mfra",
      "udta",
      "tref", "schi", "sinf", "rinf", "iprp", "ipco", "meco", "strk", "strd", "gmhd", "cmov",
      "trgr",
    ].map(code))

  /// Boxes that begin with a version and flags.
  static let full: Set<UInt32> = Set(
    [
      "pdin", "mvhd", "tkhd", "mdhd", "hdlr", "nmhd", "elng", "stsd", "stdp", "stts", "ctts",
      "cslg",
      "stss", "stsh", "elst", "dref", "stsz", "stz2", "stsc", "stco", "co64", "padb", "subs",
      "saiz",
      "saio", "mehd", "trex", "mfhd", "tfhd", "trun", "tfra", "mfro", "tfdt", "leva", "trep",
      "assp",
      "sbgp", "sgpd", "csgp", "cprt", "tsel", "kind", "meta", "xml ", "bxml", "iloc", "pitm",
      "ipro",
      "infe", "iinf", "iref", "ipma", "schm", "fiin", "fpar", "fecr", "gitn", "fire", "stri",
      "stsg",
      "stvi", "csch", "sidx", "ssix", "prft", "srpp", "vmhd", "smhd", "srat", "chnl", "dmix",
      "txtC",
      "mime", "uri ", "uriI", "hmhd", "sthd", "vvhd", "medc", "emsg", "pssh", "tenc", "senc",
      "ispe",
      "pixi", "auxC", "esds", "url ", "urn ",
    ].map(code))
}

/// Limits on the structure of an ISO base media file.
package enum BMFFLimits {
  /// Most boxes at the top: a fragment each second for half a day.
  package static let maximumRoots = 100_000
  /// Most boxes that are walked over inside others for one question.
  package static let maximumInner = 200_000
  /// Most bytes of tables that are rewritten: the chunks of a film of days.
  static let maximumTables = 16 << 20
  /// How deep boxes may stand in each other.
  package static let maximumDepth = 32
}
