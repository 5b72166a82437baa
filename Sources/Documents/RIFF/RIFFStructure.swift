import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// What the carrier needs to know of a RIFF file.
struct RIFFStructure: Sendable {
  /// The first form: only there a store may stand (C2PA 2.5 §A.3.9).
  private(set) var form: RIFFForm
  /// The stores in the first form, in order.
  private(set) var stores: [RIFFChunk] = []
  /// Stores in later forms, and one that does not end before its form does.
  private(set) var misplaced: [ByteRange] = []
  /// The last chunk of the first form; nil in one of no chunks.
  private(set) var last: RIFFChunk?
  /// Chunks of the first form that a writer needs to look into: the header of a video.
  private(set) var header: RIFFChunk?
  /// Whether other forms follow, as in a video above a gigabyte (OpenDML AVI 1.02, §3).
  private(set) var hasLaterForms = false
  /// What stands behind the forms; nil for nothing.
  private(set) var trailing: ByteRange?
  /// Why two readers could see other chunks.
  private(set) var doubts: [Note] = []

  /// Walks over the whole file.
  init(_ source: ByteSource) throws(DocumentError) {
    var walker = try RIFFWalker(source)
    guard case .form(let first) = try walker.next() else {
      throw RIFFWalker.error("no RIFF header", at: 0)
    }
    form = first
    while let part = try walker.next() {
      switch part {
      case .form: hasLaterForms = true
      case .chunk(let chunk): add(chunk)
      case .loose(let range):
        if range.length >= 4, let head = ByteRange(start: range.start, length: 4),
          try source.bytes(head) == FourCharacters.store.bytes
        {
          misplaced.append(range)
        }
        if doubts.isEmpty {
          doubts.append(Note(RIFFCode.loose, "bytes of no chunk", at: range.start))
        }
      case .trailing(let range): trailing = range
      }
    }
    if let last { form.end = max(form.end, last.padded.end) }
    if let stated = form.statedEnd, stated > source.size {
      doubts.append(Note(RIFFCode.size, "it states more bytes than there are", at: 4))
    }
  }

  private mutating func add(_ chunk: RIFFChunk) {
    // A form that another one swallows, by a size that nothing binds, is a later form to other readers.
    if RIFFStructure.forms.contains(chunk.type), doubts.isEmpty {
      doubts.append(Note(RIFFCode.size, "a form inside of another", at: chunk.range.start))
    }
    if hasLaterForms {
      if chunk.type == .store { misplaced.append(chunk.range) }
      return
    }
    last = chunk
    if chunk.type == .store { stores.append(chunk) }
    if chunk.list == FourCharacters("hdrl"), header == nil { header = chunk }
  }

  /// Whether it is known where the first form ends, and that is where it states.
  var statesItsEnd: Bool {
    guard form.container == .riff, doubts.isEmpty, let stated = form.statedEnd else { return false }
    return stated == form.end
  }

  /// The bytes of the first form that state its size, where a hard binding may leave them out
  /// (C2PA 2.5 §16.3.1.6): where another size could not give the same bytes another meaning.
  func sizeField(leftOutWith store: RIFFChunk, size: Int) -> ByteRange? {
    let isFixed = form.end == size || (store == last && hasLaterForms)
    return statesItsEnd && isFixed ? RIFFStructure.sizeField : nil
  }

  private static let forms: Set<FourCharacters> = [.riff, .largeRIFF, .broadcastRIFF]

  /// Where the size of the first form stands.
  static let sizeField = ByteRange(start: 4, length: 4)

  /// The chunks by the names of `c2pa.hash.boxes` (C2PA 2.5 §16.3.3.3.5): a form by its kind, a list by
  /// what it is of, and bytes behind the forms as `c2pa.after`.
  static func namedBoxes(_ source: ByteSource) throws(DocumentError) -> [NamedBox] {
    var walker = try RIFFWalker(source)
    var boxes: [NamedBox] = []
    while let part = try walker.next() {
      switch part {
      case .form(let form):
        if let header = form.header { boxes.append(NamedBox(name: form.kind.text, range: header)) }
      case .chunk(let chunk):
        let name = (chunk.list ?? chunk.type).text
        boxes.append(
          NamedBox(name: chunk.type == .store ? NamedBox.store : name, range: chunk.padded))
      case .loose(let range):
        throw RIFFWalker.error("bytes of no chunk", at: range.start)
      case .trailing(let range): boxes.append(NamedBox(name: NamedBox.after, range: range))
      }
    }
    return boxes
  }
}
