import BroadsealBytes
package import BroadsealFiles

/// A tar archive (POSIX.1-2017, pax interchange format; GNU long names): the files in it.
///
/// Tar has grown for forty years, and programs disagree about what is rare in it: GNU tar, libarchive and
/// Python's `tarfile` take a pax record `size` for the size and older ones the header's; kinds that are not known
/// come out as files or not at all; some read on behind a block of zeros. Whoever judges such an archive judges
/// other files than somebody unpacks. So only what all of them read alike is listed; anything else puts the whole
/// archive in doubt, and nothing of it is listed.
package struct TarArchive: Sendable {
  /// The archive's bytes.
  private let source: ByteSource
  /// The regular files in it, in the order of their names; none where it is in doubt.
  package let members: [ArchiveMember]
  /// Whether something in it could not be listed: it breaks off, or holds more than was allowed.
  package let isCut: Bool
  /// Why two programs could unpack other files from it; nil where none could.
  package let doubt: TarDoubt?

  /// Longest name, and longest extended header, that is taken.
  private static let maximumName = 65_536
  /// Most bytes behind the last member: programs fill up to the block of a tape, at the most this large.
  private static let maximumFill = 1 << 20

  /// Whether `head`, the first 512 bytes of a file, is the header of a member.
  package static func isHeader(_ head: [UInt8]) -> Bool { TarHeader.isHeader(head) }

  /// Bytes of the first header.
  static let headerSize = TarHeader.blockSize

  /// Lists the archive; nil for a file that is none.
  ///
  /// - Parameter limit: the most members that are listed.
  package init?(_ source: ByteSource, limit: Int) throws(SourceError) {
    self.source = source
    guard TarHeader.isHeader(Array(try source.part(from: 0, length: TarHeader.blockSize))) else {
      return nil
    }
    var reading = Reading(source, limit: limit)
    do throws(Stop) { try reading.run() } catch {
      switch error {
      case .fault(let fault): throw fault
      case .doubt(let doubt):
        (members, isCut, self.doubt) = ([], false, doubt)
        return
      }
    }
    members = reading.members.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    isCut = reading.isCut
    doubt = nil
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

  /// What ends the reading of an archive.
  private enum Stop: Error {
    case fault(SourceError)
    case doubt(TarDoubt)
  }

  /// One pass over the headers of an archive.
  private struct Reading {
    let source: ByteSource
    let limit: Int
    var members: [ArchiveMember] = []
    var isCut = false
    /// The members so far by the path that they come out under.
    private var places: [[UInt8]: Int] = [:]
    private var offset = 0
    /// What was said of the next member before its header.
    private var name: [UInt8]?, target: [UInt8]?, records: PaxRecords?

    init(_ source: ByteSource, limit: Int) {
      self.source = source
      self.limit = limit
    }

    private var isWaiting: Bool { name != nil || target != nil || records != nil }

    mutating func run() throws(Stop) {
      while offset < source.size {
        let block = try bytes(TarHeader.blockSize)
        if block.allSatisfy({ $0 == 0 }) {
          try requireNothing(from: offset)
          break
        }
        let header: TarHeader?
        do throws(TarDoubt) { header = try TarHeader(block) } catch { throw .doubt(error) }
        offset += TarHeader.blockSize
        guard let header, header.size <= source.size - offset else {
          isCut = true
          return
        }
        try take(header)
        guard !isCut else { return }
        let blocks = (header.size + TarHeader.blockSize - 1) / TarHeader.blockSize
        offset += blocks * TarHeader.blockSize
      }
      if isWaiting { throw .doubt(TarDoubt("it ends with a name that nothing bears")) }
    }

    private mutating func take(_ header: TarHeader) throws(Stop) {
      switch header.kind {
      case .longName:
        guard name == nil, records == nil else { throw .doubt(Reading.twoNames) }
        name = try text(header)
      case .longTarget:
        guard target == nil, records == nil else { throw .doubt(Reading.twoNames) }
        target = try text(header)
      case .records:
        guard !isWaiting else { throw .doubt(Reading.twoNames) }
        records = try pax(header)
      case .sharedRecords:
        let shared = try pax(header)
        guard !isWaiting, shared.path == nil, shared.target == nil, shared.size == nil else {
          throw .doubt(TarDoubt("a header for all members says what only one can have"))
        }
      case .folder:
        try requireSize(header)
        forget()
      case .file, .twin, .link, .special: try add(header)
      }
    }

    private mutating func add(_ header: TarHeader) throws(Stop) {
      guard members.count < limit else {
        isCut = true
        return
      }
      try requireSize(header)
      let own = records?.path ?? name ?? header.name
      guard let last = own.last else { throw .doubt(TarDoubt("a member has no name")) }
      guard last != 0x2F || header.kind != .file else {
        throw .doubt(TarDoubt("a file is named as a folder"))
      }
      let leadsTo = records?.target ?? target ?? header.target
      forget()
      switch header.kind {
      case .twin:
        // It comes out as a file, with the content of the one that it leads to.
        guard let file = places[Reading.normal(leadsTo)].map({ members[$0] }), file.kind == .file
        else { throw .doubt(TarDoubt("a hard link leads to no file before it")) }
        try append(own, size: file.size, at: file.place, .file)
      case .file: try append(own, size: header.size, at: offset, .file)
      case .link: try append(own, size: 0, at: offset, .link)
      default: try append(own, size: 0, at: offset, .special)
      }
    }

    private mutating func append(
      _ name: [UInt8], size: Int, at place: Int, _ kind: ArchiveMember.Kind
    ) throws(Stop) {
      guard !name.split(separator: 0x2F).contains(where: { $0.elementsEqual("..".utf8) }) else {
        throw .doubt(TarDoubt("a name goes up a folder"))
      }
      guard places.updateValue(members.count, forKey: Reading.normal(name)) == nil else {
        throw .doubt(TarDoubt("two members bear one name"))
      }
      members.append(
        ArchiveMember(name: name, size: size, packedSize: size, place: place, kind: kind))
    }

    /// A name without what does not change the path: empty parts, and dots.
    private static func normal(_ name: [UInt8]) -> [UInt8] {
      let parts = name.split(separator: 0x2F).filter { !$0.elementsEqual([0x2E]) }
      return Array(parts.joined(separator: [0x2F]))
    }

    private mutating func forget() { (name, target, records) = (nil, nil, nil) }

    /// The size of an extended header is the header's: some take the one, some the other.
    private func requireSize(_ header: TarHeader) throws(Stop) {
      guard let size = records?.size, size != header.size else { return }
      throw .doubt(TarDoubt("a member has two sizes"))
    }

    private func text(_ header: TarHeader) throws(Stop) -> [UInt8] {
      let text = Array(try content(header).prefix { $0 != 0 })
      guard !text.isEmpty else { throw .doubt(TarDoubt("a member has no name")) }
      return text
    }

    private func pax(_ header: TarHeader) throws(Stop) -> PaxRecords {
      let bytes = try content(header)
      do throws(TarDoubt) { return try PaxRecords(bytes) } catch { throw .doubt(error) }
    }

    private func content(_ header: TarHeader) throws(Stop) -> [UInt8] {
      guard header.size <= TarArchive.maximumName else {
        throw .doubt(TarDoubt("a name is longer than any that is read"))
      }
      return try bytes(header.size)
    }

    /// Throws where anything but zeros stands behind the block that ends the archive: some read on there.
    private func requireNothing(from start: Int) throws(Stop) {
      let left = source.size - start
      var rest: ArraySlice<UInt8> = []
      do throws(SourceError) {
        rest = try source.part(from: start, length: min(left, TarArchive.maximumFill))
      } catch { throw .fault(error) }
      guard left <= TarArchive.maximumFill, rest.allSatisfy({ $0 == 0 }) else {
        throw .doubt(TarDoubt("something stands behind its end"))
      }
    }

    private func bytes(_ length: Int) throws(Stop) -> [UInt8] {
      do throws(SourceError) {
        return Array(try source.part(from: offset, length: length))
      } catch { throw .fault(error) }
    }

    private static let twoNames = TarDoubt("two headers speak of one member")
  }
}
