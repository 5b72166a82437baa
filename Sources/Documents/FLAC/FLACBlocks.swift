import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// One block of metadata in a FLAC file (RFC 9639 §8).
struct FLACBlock: Hashable, Sendable {
  /// The block with its header.
  let range: ByteRange
  /// Its type: 0 the properties of the sound, 2 what a program keeps, 4 comments.
  let type: UInt8

  static let headerLength = 4
  static let properties: UInt8 = 0
  static let application: UInt8 = 2
  static let comments: UInt8 = 4
  static let forbidden: UInt8 = 127

  /// Its store stands in a block of its own, or in the tag before the blocks.
  static let storeMark = StoreMark(
    .inside(ID3Store.frames + [StoreMark.Frame("c2pa", 4), StoreMark.Frame("C2PA", 4)]))

  /// What stands behind the header.
  var data: ByteRange {
    ByteRange((range.start + FLACBlock.headerLength)..<range.end) ?? range
  }

  /// What stands behind the name of the program that keeps it.
  var content: ByteRange {
    ByteRange(min(range.end, range.start + 2 * FLACBlock.headerLength)..<range.end) ?? range
  }
}

/// The blocks of metadata in front of the sound.
struct FLACBlocks: Sendable {
  /// The blocks that hold a manifest store, in order.
  private(set) var stores: [FLACBlock] = []
  /// Comments, and what other programs keep.
  private(set) var comments: [ByteRange] = []
  private var last: FLACBlock?
  private var lastButStores: FLACBlock?

  /// Most blocks that are read.
  private static let maximumBlocks = 4_096
  private static let marker = FourLetters("fLaC")
  /// The names under which a program keeps a store.
  private static let names = [FourLetters("c2pa"), FourLetters("C2PA")]

  /// Why the blocks, or those behind some, cannot be told apart. The hash of a label covers them all the
  /// same, so that a file with such blocks can be judged.
  private(set) var fault: Note?

  /// Reads the blocks behind the marker at `start`, up to the one that says that it is the last.
  ///
  /// Throws when there is no marker.
  init(_ source: ByteSource, at start: Int) throws(DocumentError) {
    var window = ByteWindow(source)
    guard try window.number(UInt32.self, at: start) == FLACBlocks.marker.code else {
      throw .malformed(
        code: ID3Code.structure.code, Malformed("no FLAC stream where it must begin", at: start))
    }
    var offset = start + 4
    for number in 0..<FLACBlocks.maximumBlocks {
      guard let head = try window.number(UInt32.self, at: offset),
        let range = ByteRange(
          start: offset, length: FLACBlock.headerLength + Int(head & 0xFF_FFFF)),
        range.end <= source.size
      else {
        fault = Note(ID3Code.blocks, "the file ends inside a block", at: offset)
        return
      }
      let block = FLACBlock(range: range, type: UInt8(head >> 24 & 0x7F))
      guard block.type != FLACBlock.forbidden, (block.type == FLACBlock.properties) == (number == 0)
      else {
        fault = Note(ID3Code.blocks, "a block where none of its type may stand", at: offset)
        return
      }
      try add(block, in: &window)
      offset = range.end
      if head >> 31 == 1 { return }
    }
    fault = Note(ID3Code.blocks, "more than \(FLACBlocks.maximumBlocks) blocks", at: offset)
  }

  private mutating func add(_ block: FLACBlock, in window: inout ByteWindow) throws(DocumentError) {
    last = block
    if block.type == FLACBlock.application, block.data.length >= 4,
      let name = try window.number(UInt32.self, at: block.data.start),
      FLACBlocks.names.contains(where: { $0.code == name })
    {
      stores.append(block)
      return
    }
    lastButStores = block
    if block.type == FLACBlock.application || block.type == FLACBlock.comments {
      comments.append(block.range)
    }
  }

  /// What takes the stores away: where one was the last block, the block before it becomes that.
  var removals: [Edit] {
    guard !stores.isEmpty else { return [] }
    var edits = stores.map { Edit($0.range, with: []) }
    if let last, let lastButStores, last != lastButStores,
      let mark = ByteRange(start: lastButStores.range.start, length: 1)
    {
      edits.insert(Edit(mark, with: [.bytes([lastButStores.type | 0x80])]), at: 0)
    }
    return edits.sorted { $0.range.start < $1.range.start }
  }
}

/// Four letters as the number that they are in a file.
private struct FourLetters {
  let code: UInt32

  init(_ text: String) {
    code = text.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
