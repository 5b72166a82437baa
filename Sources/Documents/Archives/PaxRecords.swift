/// The records of an extended header of a tar archive (POSIX.1-2017, pax): `27 path=…\n`, one behind the other.
struct PaxRecords {
  /// The member's name; nil where no record says it.
  private(set) var path: [UInt8]?
  /// What the link leads to.
  private(set) var target: [UInt8]?
  /// The member's size in bytes.
  private(set) var size: Int?

  /// What changes neither which files come out nor what is in them.
  private static let harmless: Set<String> = [
    "atime", "mtime", "ctime", "gid", "gname", "uid", "uname", "comment", "charset", "hdrcharset",
    "SCHILY.dev", "SCHILY.ino", "SCHILY.nlink", "SCHILY.fflags", "LIBARCHIVE.creationtime",
  ]
  /// How names begin of attributes and rights that programs keep.
  private static let harmlessBeginnings = [
    "SCHILY.xattr.", "SCHILY.acl.", "LIBARCHIVE.xattr.", "RHT.security.",
  ]

  /// Reads all of `bytes`.
  ///
  /// - Throws: what not every program reads alike: records that are not exactly in the form, one that is said
  ///   twice, and those that not every program knows and that change what comes out.
  init(_ bytes: [UInt8]) throws(TarDoubt) {
    var rest = bytes[...]
    var seen: Set<String> = []
    while !rest.isEmpty {
      guard let blank = rest.firstIndex(of: 0x20),
        let length = PaxRecords.number(rest[..<blank]), length > 0, length <= rest.count,
        rest[rest.startIndex + length - 1] == 0x0A, blank < rest.startIndex + length - 1
      else { throw TarDoubt("an extended header is not in the form of one") }
      let record = rest[(blank + 1)..<(rest.startIndex + length - 1)]
      rest = rest.dropFirst(length)
      guard let sign = record.firstIndex(of: 0x3D),
        let key = String(validating: record[..<sign], as: UTF8.self), seen.insert(key).inserted
      else { throw TarDoubt("an extended header says something twice, or nothing") }
      try take(key, Array(record[(sign + 1)...]))
    }
  }

  private mutating func take(_ key: String, _ value: [UInt8]) throws(TarDoubt) {
    switch key {
    case "path", "linkpath":
      guard !value.isEmpty, !value.contains(0) else {
        throw TarDoubt("an extended header takes a name away, or cuts it")
      }
      if key == "path" { path = value } else { target = value }
    case "size":
      guard let number = PaxRecords.number(value[...]) else {
        throw TarDoubt("an extended header says a size that is no number")
      }
      size = number
    case _ where PaxRecords.harmless.contains(key): break
    case _ where PaxRecords.harmlessBeginnings.contains(where: key.hasPrefix): break
    default: throw TarDoubt("an extended header says what not every program knows")
    }
  }

  /// Decimal digits without a sign and without zeros in front.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard let first = digits.first, first != 0x30 || digits.count == 1, digits.count <= 18,
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
