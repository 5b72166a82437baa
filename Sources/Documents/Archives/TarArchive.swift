import BroadsealBytes
package import BroadsealFiles

/// A tar archive (POSIX.1-2017, pax interchange format; GNU long names): the files in it.
package struct TarArchive: Sendable {
  /// The archive's bytes.
  private let source: ByteSource
  /// The regular files in it, in the order of their names.
  package let members: [ArchiveMember]
  /// Whether something in it could not be listed: it breaks off, or holds more than was allowed.
  package let isCut: Bool

  private static let blockSize = 512
  /// Longest name that is taken.
  private static let maximumName = 65_536

  /// Whether `head`, the first 512 bytes of a file, is the header of a member.
  package static func isHeader(_ head: [UInt8]) -> Bool {
    head.count == blockSize && head[257...].starts(with: "ustar".utf8)
      && sum(of: head) == number(head[148..<156])
  }

  /// Lists the archive; nil for a file that is none.
  ///
  /// - Parameter limit: the most members that are listed.
  package init?(_ source: ByteSource, limit: Int) throws(SourceError) {
    var offset = 0
    var members: [ArchiveMember] = []
    var longName: [UInt8]?
    var isCut = false
    while true {
      let head = Array(try source.part(from: offset, length: TarArchive.blockSize))
      if offset == 0, !TarArchive.isHeader(head) { return nil }
      if head.allSatisfy({ $0 == 0 }) { break }
      guard TarArchive.isHeader(head), let size = TarArchive.number(head[124..<136]),
        size <= source.size - offset - TarArchive.blockSize
      else {
        isCut = true
        break
      }
      let data = offset + TarArchive.blockSize
      switch head[156] {
      case UInt8(ascii: "L"):
        longName = try TarArchive.text(source, data, size).map { Array($0.prefix { $0 != 0 }) }
      case UInt8(ascii: "x"):
        longName = try TarArchive.text(source, data, size).flatMap(TarArchive.path) ?? longName
      case UInt8(ascii: "5"), UInt8(ascii: "g"): longName = head[156] == 0x35 ? nil : longName
      default:
        guard members.count < limit else {
          isCut = true
          break
        }
        let name = longName ?? TarArchive.name(head)
        members.append(
          ArchiveMember(
            name: name, size: size, packedSize: size, place: data,
            kind: TarArchive.kind(of: head[156])))
        longName = nil
      }
      if isCut { break }
      offset =
        data + (size + TarArchive.blockSize - 1) / TarArchive.blockSize * TarArchive.blockSize
      if offset >= source.size { break }
    }
    self.source = source
    self.members = members.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    self.isCut = isCut
  }

  /// The bytes of a member, at most `limit` of them.
  package func content(
    of member: ArchiveMember, limit: Int
  ) throws(ArchiveMember.Fault) -> [UInt8] {
    guard member.size <= limit else { throw .tooLarge }
    guard let range = ByteRange(start: member.place, length: member.size),
      let bytes = try? source.read(range)
    else { throw .damaged }
    return bytes
  }

  private static func kind(of type: UInt8) -> ArchiveMember.Kind {
    switch type {
    case UInt8(ascii: "0"), UInt8(ascii: "7"), 0: .file
    case UInt8(ascii: "1"), UInt8(ascii: "2"): .link
    default: .special
    }
  }

  /// The name in a header, with its prefix.
  private static func name(_ head: [UInt8]) -> [UInt8] {
    let name = Array(head[0..<100].prefix { $0 != 0 })
    // GNU's own form keeps other fields where the prefix is.
    guard head[257..<263].elementsEqual("ustar\0".utf8) else { return name }
    let prefix = Array(head[345..<500].prefix { $0 != 0 })
    return prefix.isEmpty ? name : prefix + [0x2F] + name
  }

  private static func text(
    _ source: ByteSource, _ offset: Int, _ size: Int
  ) throws(SourceError) -> [UInt8]? {
    guard size <= maximumName else { return nil }
    return Array(try source.part(from: offset, length: size))
  }

  /// The path in the records of an extended header: `27 path=…\n`.
  private static func path(_ records: [UInt8]) -> [UInt8]? {
    var rest = records[...]
    while let blank = rest.firstIndex(of: 0x20) {
      guard let length = Int(String(decoding: rest[..<blank], as: UTF8.self)), length > 0,
        length <= rest.count
      else { return nil }
      let record = rest[blank...].prefix(max(0, length - (blank - rest.startIndex))).dropFirst()
      if record.starts(with: "path=".utf8) { return Array(record.dropFirst(5).dropLast()) }
      rest = rest.dropFirst(length)
    }
    return nil
  }

  /// A number in octal digits; nil for anything else, the binary form of sizes from 8 GiB on too.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
    guard !digits.isEmpty, digits.count <= 12 else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x37).contains(digit) else { return nil }
      number = number << 3 | Int(digit - 0x30)
    }
    return number
  }

  /// The sum of a header's bytes, where those of the sum itself count as blanks.
  private static func sum(of head: [UInt8]) -> Int {
    head.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
  }
}
