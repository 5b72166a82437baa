import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The streams of an Ogg file, and those of them that are manifest stores (C2PA 2.5 §A.3.7).
struct OGGStructure: Sendable {
  /// One logical stream.
  struct Stream: Sendable {
    /// Its number, which its pages bear.
    let serial: UInt32
    /// Its bytes: neighbouring pages are one range. Those of other streams than stores are kept only when
    /// they are asked for.
    fileprivate(set) var ranges: [ByteRange]
    /// Its pages, of a store only.
    fileprivate(set) var pages: [OGGPage]
    /// Whether its first packet says that it is a store.
    let isStore: Bool
  }

  /// The streams, in the order of their first pages.
  private(set) var streams: [Stream] = []
  /// Where the pages end that begin streams: a store's go behind them.
  private(set) var beginningsEnd = 0
  /// Where a stream begins that says at which bytes others are (Ogg Skeleton 4.0); nil for none.
  private(set) var index: Int?
  /// Bytes behind the pages; nil for none.
  private(set) var trailing: ByteRange?

  /// Reads the headers of all pages.
  ///
  /// - Parameter wholly: whether it is kept where every page stands.
  init(_ source: ByteSource, wholly: Bool = false) throws(DocumentError) {
    var walker = OGGWalker(source)
    var places: [UInt32: Int] = [:]
    var isBeginning = true
    while let page = try walker.next() {
      let begins = page.flags.contains(.first)
      guard begins || page.range.start > 0 else {
        throw OGGWalker.error("a page that begins no stream", at: 0)
      }
      isBeginning =
        isBeginning && (begins || places[page.serial].map { streams[$0].isStore } == true)
      if let place = places[page.serial] {
        streams[place].add(page, keepsPlace: wholly)
      } else {
        guard streams.count < OGGLimits.maximumStreams else {
          throw OGGWalker.error(
            "more than \(OGGLimits.maximumStreams) streams", at: page.range.start)
        }
        if try OGGStructure.opensIndex(page, of: source) { index = index ?? page.range.start }
        places[page.serial] = streams.count
        streams.append(Stream(page, isStore: try OGGStructure.opensStore(page, of: source)))
      }
      if isBeginning, streams.last?.isStore == false { beginningsEnd = page.range.end }
    }
    trailing = ByteRange(walker.offset..<source.size).flatMap { $0.length > 0 ? $0 : nil }
  }

  /// The streams that are stores.
  var stores: [Stream] { streams.filter(\.isStore) }

  /// Whether `page` begins a skeleton of version 4, which knows the length of the file and where to go for a
  /// time.
  private static func opensIndex(
    _ page: OGGPage, of source: ByteSource
  ) throws(DocumentError) -> Bool {
    guard page.content.count >= 10,
      let range = ByteRange(start: page.content.lowerBound, length: 10)
    else { return false }
    let bytes = try source.bytes(range)
    return bytes.starts(with: "fishead\0".utf8) && Int(bytes[8]) | Int(bytes[9]) << 8 >= 4
  }

  private static func opensStore(
    _ page: OGGPage, of source: ByteSource
  ) throws(DocumentError) -> Bool {
    guard page.flags.contains(.first), page.content.count >= OGGStore.mark.count,
      let range = ByteRange(start: page.content.lowerBound, length: OGGStore.mark.count)
    else { return false }
    return try source.bytes(range) == OGGStore.mark
  }
}

extension OGGStructure.Stream {
  fileprivate init(_ page: OGGPage, isStore: Bool) {
    self.init(
      serial: page.serial, ranges: [page.range], pages: isStore ? [page] : [], isStore: isStore)
  }

  fileprivate mutating func add(_ page: OGGPage, keepsPlace: Bool) {
    if isStore, pages.count <= OGGLimits.maximumStorePages { pages.append(page) }
    guard isStore || keepsPlace else { return }
    if let last = ranges.last, last.end == page.range.start,
      let joined = ByteRange(last.start..<page.range.end)
    {
      ranges[ranges.count - 1] = joined
    } else {
      ranges.append(page.range)
    }
  }
}

/// A manifest store as the one packet of a stream of its own (C2PA 2.5 §A.3.7).
enum OGGStore {
  /// What its packet begins with.
  static let mark: [UInt8] = [0] + Array("c2pa".utf8)
  /// The most that a page holds.
  private static let pageContent = 255 * 255

  /// The store that `pages` carry; nil where anything about them is not as it has to be, since no hash
  /// covers them.
  static func content(of pages: [OGGPage], in source: ByteSource) throws(DocumentError) -> [UInt8]?
  {
    guard pages.count <= OGGLimits.maximumStorePages else { return nil }
    var packet: [UInt8] = []
    for (index, page) in pages.enumerated() {
      let isLast = index == pages.count - 1
      var flags: OGGPage.Flags = index == 0 ? .first : .continued
      if isLast { flags.insert(.last) }
      guard page.number == UInt32(index), page.flags == flags,
        page.packetEnds == (isLast ? 1 : 0), page.endsWithPacket == isLast,
        isLast
          ? [0, OGGPage.noPosition].contains(page.position) : page.position == OGGPage.noPosition
      else { return nil }
      let bytes = try source.bytes(page.range)
      let stated = bytes[OGGPage.checksumPlace..<(OGGPage.checksumPlace + 4)]
        .reversed().reduce(0) { $0 << 8 | UInt32($1) }
      guard OGGChecksum.of(page: bytes) == stated else { return nil }
      packet += bytes[page.headerLength...]
    }
    return packet.starts(with: mark) ? Array(packet.dropFirst(mark.count)) : nil
  }

  /// How many bytes of pages a store of `size` bytes becomes.
  static func length(of size: Int) -> Int {
    let packet = mark.count + size
    let pages = packet / pageContent + 1
    return packet + packet / 255 + 1 + pages * OGGPage.fixedLength
  }

  /// The pages of `store`.
  static func pages(_ store: [UInt8], serial: UInt32) -> [UInt8] {
    var rest = (mark + store)[...]
    var result: [UInt8] = []
    var number: UInt32 = 0
    while true {
      let content = rest.prefix(pageContent)
      rest = rest.dropFirst(pageContent)
      // A packet that fills its last page goes on with nothing.
      let isLast = content.count < pageContent
      var flags: OGGPage.Flags = number == 0 ? .first : .continued
      if isLast { flags.insert(.last) }
      result += OGGPage.bytes(
        content, flags: flags, position: isLast ? 0 : OGGPage.noPosition, serial: serial,
        number: number, endsPacket: isLast)
      if isLast { return result }
      number += 1
    }
  }
}
