import BroadsealBytes

/// Finds objects as one revision of the document knows them.
///
/// A value of its own for each walk: it keeps what it inflated.
struct PDFResolver {
  /// The file.
  let file: PDFFile
  /// Decrypts object streams; nil when the document is not encrypted.
  let security: PDFSecurity?
  /// The sections that this revision sees, newest first.
  private let sections: ArraySlice<PDFXRefSection>
  /// What they say of each object, where somebody has put them together.
  var entries: PDFNumberTable<PDFXRefEntry>?
  private var streams: [Int: PDFObjectStream] = [:]
  private var lengthDepth = 0
  /// Bytes that may still be parsed and inflated.
  private(set) var work: Int

  init(
    file: PDFFile, sections: ArraySlice<PDFXRefSection>, security: PDFSecurity?,
    work: Int = PDFLimits.maximumWork
  ) {
    self.work = work
    self.file = file
    self.sections = sections
    self.security = security
  }

  /// The document catalog that the newest of its trailers names.
  var root: PDFReference? {
    for section in sections {
      if let root = section.trailer["Root"]?.reference { return root }
    }
    return nil
  }

  /// Where object `number` is; nil when no section names it.
  func entry(_ number: Int) -> PDFXRefEntry? {
    if let entries { return entries[number] }
    for section in sections {
      if let entry = section.entry(number) { return entry }
    }
    return nil
  }

  /// The object; nil when there is none, which a reference means as null (ISO 32000-1 §7.3.10).
  mutating func object(_ reference: PDFReference) throws(DocumentError) -> PDFIndirectObject? {
    switch entry(reference.number)?.location {
    case nil, .free: return nil
    case .plain(let offset, let generation):
      guard generation == reference.generation else { return nil }
      return try plain(reference, at: offset)
    case .compressed(let container, let index):
      guard reference.generation == 0 else { return nil }
      let object = try stream(container).object(reference.number, at: index, keptIn: file.cache)
      try spend(object)
      return object
    }
  }

  /// The part itself, or what its reference leads to; nil when that is null.
  mutating func resolve(_ part: PDFPart?) throws(DocumentError) -> PDFPart? {
    guard var part else { return nil }
    for _ in 0..<PDFLimits.maximumIndirections {
      guard case .reference(let reference) = part.object else {
        return part.object.isNull ? nil : part
      }
      guard let target = try object(reference) else { return nil }
      part = target.part(encrypted: security != nil)
    }
    throw .pdf(.syntax, "references that lead to references", at: part.offset)
  }

  private mutating func plain(
    _ reference: PDFReference, at offset: Int
  ) throws(DocumentError) -> PDFIndirectObject {
    guard lengthDepth < PDFLimits.maximumIndirections else {
      throw .pdf(.syntax, "a stream whose length is a stream", at: offset)
    }
    lengthDepth += 1
    defer { lengthDepth -= 1 }
    // The closure resolves in a copy: what it inflates is a number at most.
    let copy = self
    let (object, _) = try file.object(at: offset) { target throws(DocumentError) in
      var resolver = copy
      return try resolver.object(target)?.value.object.integer
    }
    try spend(object)
    guard object.reference == reference else {
      throw .pdf(.xref, "object \(reference.number) is not where it should be", at: offset)
    }
    return object
  }

  private mutating func stream(_ number: Int) throws(DocumentError) -> PDFObjectStream {
    if let known = streams[number] { return known }
    guard case .plain(let offset, let generation) = entry(number)?.location else {
      throw .pdf(.xref, "object stream \(number) is not an object of its own", at: 0)
    }
    let reference = PDFReference(number: number, generation: generation)
    let stream = try plain(reference, at: offset)
    guard let data = stream.data else {
      throw .pdf(.syntax, "an object stream that is no stream", at: offset)
    }
    let inflated = try inflated(stream, data)
    if streams.count >= PDFLimits.maximumCachedStreams { streams.removeAll() }
    streams[number] = inflated
    return inflated
  }

  private mutating func inflated(
    _ stream: PDFIndirectObject, _ data: ByteRange
  ) throws(DocumentError) -> PDFObjectStream {
    // Whose key opens it is for each revision to say.
    let cache = security == nil ? file.cache : nil
    let key = PDFObjectStream.Place(offset: stream.offset, data: data)
    if let known = cache?.stream(key) {
      try spend(known.size, at: stream.offset)
      return known
    }
    let bytes = try decoded(stream, data, limit: PDFLimits.maximumInflatedSize)
    try spend(bytes.count, at: stream.offset)
    let inflated = try PDFObjectStream(stream, bytes: bytes, place: security == nil ? key : nil)
    cache?.keep(inflated, as: key)
    return inflated
  }

  private mutating func spend(_ object: PDFIndirectObject) throws(DocumentError) {
    try spend(object.cost, at: object.offset)
  }

  private mutating func spend(_ count: Int, at offset: Int) throws(DocumentError) {
    work -= count
    guard work >= 0 else {
      throw .pdf(.limit, "more structure than the reader takes", at: offset)
    }
  }

  /// The data of a stream, decrypted and decoded.
  func decoded(
    _ stream: PDFIndirectObject, _ data: ByteRange, limit: Int
  ) throws(DocumentError) -> [UInt8] {
    guard let security else { return try file.decode(stream, data, limit: limit) }
    let stored = try security.decrypt(try file.read(stream, data), of: stream)
    return try file.decode(stream, data, stored: stored, limit: limit)
  }
}
