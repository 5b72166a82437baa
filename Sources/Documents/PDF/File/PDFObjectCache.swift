import Synchronization

/// What was read of a file, kept for whoever reads it again: every signed revision of a file is compared with
/// the whole, and nearly all their objects are the same ones.
///
/// What is kept is what the bytes of the file alone say, and nothing that a cross-reference makes of them: an
/// object up to its stream, found by its offset; where a stream's data end, found by where they should; an
/// object stream, found by where it and its data stand; an object in it, found by its place there; a section of
/// the cross-reference; the first line of an object. Who looks for an object goes by the cross-references of its
/// own revision, and pays for it as if it had been read (`PDFResolver.work`). Faults are not kept.
///
/// A revision is the file cut at an offset, and gets only what ends before the cut. The lexer looks at one
/// byte at most behind the end of an object. That byte was there when the object was read, or it was not kept;
/// and an object that ends at the cut is read the same without it.
///
/// A class because a lock has one place; what it holds is only ever touched under it.
final class PDFObjectCache: Sendable {
  private struct Member: Hashable {
    let stream: PDFObjectStream.Place
    let position: Int
  }

  private struct Kept {
    var heads: [Int: PDFObjectHead] = [:]
    var ends: [Int: Int] = [:]
    var sections: [Int: PDFXRefSection] = [:]
    var headers: [Int: PDFReference] = [:]
    var streams: [PDFObjectStream.Place: PDFObjectStream] = [:]
    var members: [Member: PDFIndirectObject] = [:]
    var room: Int

    /// Whether there is room for something that takes `size` bytes: then it is taken.
    mutating func takes(_ size: Int) -> Bool {
      guard size <= room else { return false }
      room -= size
      return true
    }
  }

  private let kept: Mutex<Kept>

  /// - Parameter room: most bytes of memory that everything may take, as `PDFIndirectObject.cost` counts them. What
  ///   comes later is read anew each time.
  init(room: Int = PDFLimits.maximumKept) {
    kept = Mutex(Kept(room: room))
  }

  /// The object at an offset up to its stream.
  func head(at offset: Int) -> PDFObjectHead? { kept.withLock { $0.heads[offset] } }

  /// Where the `endobj` ends of a stream whose data end at an offset.
  func end(ofData offset: Int) -> Int? { kept.withLock { $0.ends[offset] } }

  /// The section of the cross-reference at an offset.
  func section(at offset: Int) -> PDFXRefSection? { kept.withLock { $0.sections[offset] } }

  /// What the objects are called by their first lines, by offset.
  var headers: [Int: PDFReference] { kept.withLock { $0.headers } }

  /// An object stream.
  func stream(_ stream: PDFObjectStream.Place) -> PDFObjectStream? {
    kept.withLock { $0.streams[stream] }
  }

  /// The object at a position in an object stream.
  func object(at position: Int, in stream: PDFObjectStream.Place) -> PDFIndirectObject? {
    kept.withLock { $0.members[Member(stream: stream, position: position)] }
  }

  /// Keeps the object at an offset.
  func keep(_ head: PDFObjectHead, at offset: Int) {
    let cost = PDFIndirectObject.cost(of: head.values, in: head.text)
    kept.withLock { if $0.takes(cost) { $0.heads[offset] = head } }
  }

  /// Keeps where the `endobj` ends of a stream whose data end at an offset.
  func keep(end: Int, ofData offset: Int) {
    kept.withLock { if $0.takes(PDFLimits.workOfValue) { $0.ends[offset] = end } }
  }

  /// Keeps the section of the cross-reference at an offset.
  func keep(_ section: PDFXRefSection, at offset: Int) {
    let cost = section.text.bytes.count + section.entries.count * MemoryLayout<PDFXRefEntry>.stride
    kept.withLock { if $0.takes(cost) { $0.sections[offset] = section } }
  }

  /// Keeps what objects are called by their first lines, besides those that are kept already.
  func keep(headers: [Int: PDFReference]) {
    kept.withLock {
      let more = headers.count - $0.headers.count
      if more > 0, $0.takes(more * PDFLimits.workOfValue) { $0.headers = headers }
    }
  }

  /// Keeps an object stream.
  func keep(_ inflated: PDFObjectStream, as stream: PDFObjectStream.Place) {
    kept.withLock { if $0.takes(inflated.cost) { $0.streams[stream] = inflated } }
  }

  /// Keeps the object at a position in an object stream.
  func keep(_ object: PDFIndirectObject, at position: Int, in stream: PDFObjectStream.Place) {
    kept.withLock {
      if $0.takes(object.cost) { $0.members[Member(stream: stream, position: position)] = object }
    }
  }
}
