import BroadsealBytes
import BroadsealFiles

/// All signatures of a document, with what each says it covers and what is wrong with that.
struct PDFSignatureCensus {
  private let document: PDFDocument

  init(_ document: PDFDocument) {
    self.document = document
  }

  /// The signatures in the order in which they stand in the file.
  func signatures() throws(DocumentError) -> [DocumentSignature] {
    var (found, isRepaired) = try list()
    found.sort { $0.signature.offset < $1.signature.offset }
    let unread = found.count - PDFLimits.maximumSignatures
    var uses: [Int: Int] = [:]
    for entry in found { uses[entry.signature.offset, default: 0] += 1 }
    var signatures: [DocumentSignature] = []
    for (place, (signature, field)) in found.enumerated() {
      var faults = signature.faults
      if isRepaired { faults.insert(.structure) }
      if uses[signature.offset, default: 0] > 1 { faults.insert(.severalFields) }
      let value = place < unread ? nil : try self.value(of: signature)
      if value?.hasTail == true { faults.insert(.tail) }
      let index = document.fault == nil ? document.revision(holding: signature.offset) : nil
      signatures.append(
        DocumentSignature(
          kind: PDFSignatureCensus.kind(signature.subFilter),
          format: String(decoding: signature.subFilter, as: UTF8.self),
          field: String(decoding: field, as: UTF8.self), offset: signature.offset,
          room: signature.contents, covered: signature.covered, value: value?.message,
          // Of an encrypted document only the value itself is plain.
          claimedTime: document.security == nil ? PDFSignatureText.time(signature.date) : nil,
          isAround: signature.isAround, isExact: signature.isExact,
          revision: index.flatMap {
            ByteRange(document.revisions[$0].start..<document.revisions[$0].end)
          },
          end: try end(of: signature), faults: faults))
    }
    return signatures
  }

  /// What the security store of a revision holds, the newest unless given; what of it cannot be read is
  /// left out.
  func validationData(of revision: Int? = nil) -> ValidationData {
    var resolver = document.resolver(of: revision, work: PDFLimits.maximumValidationData * 2)
    var data = ValidationData()
    guard let catalog = try? document.catalog(in: &resolver),
      let store = try? resolver.resolve(catalog["DSS"])
    else { return data }
    var room = PDFLimits.maximumValidationData
    // However often a store names an object, it is read once.
    var seen: Set<PDFReference> = []
    func streams(_ key: PDFName) -> [[UInt8]] {
      guard let items = (try? resolver.resolve(store[key]))?.items else { return [] }
      var read: [[UInt8]] = []
      for item in items.prefix(PDFLimits.maximumValidationItems) where room > 0 {
        guard let reference = item.object.reference, seen.insert(reference).inserted,
          let stream = try? resolver.object(reference), let stored = stream.data,
          stored.length <= room
        else { continue }
        guard
          let bytes = try? resolver.decoded(
            stream, stored, limit: min(room, PDFLimits.maximumValidationItem))
        else {
          // What could not be read to its end has cost as much as what could come out of it.
          room -= min(room, max(stored.length, PDFLimits.maximumValidationItem))
          continue
        }
        room -= bytes.count
        read.append(bytes)
      }
      return read
    }
    data.certificates = streams("Certs")
    data.responses = streams("OCSPs")
    data.revocationLists = streams("CRLs")
    return data
  }

  /// What the form's fields lead to; looked for again with fewer demands when a field cannot be read.
  private func list() throws(DocumentError) -> (
    found: [(signature: PDFSignature, field: [UInt8])], isRepaired: Bool
  ) {
    do throws(DocumentError) {
      var finder = PDFSignatureFinder(document)
      return (try finder.named(), document.fault != nil)
    } catch {
      switch error {
      case .source: throw error
      // What only a password opens shows no signatures either.
      case .refused: return ([], false)
      default: break
      }
      guard let repaired = PDFDocument(repairing: document.file.source, despite: error)
      else { return ([], true) }
      var finder = PDFSignatureFinder(repaired)
      return ((try? finder.named()) ?? [], true)
    }
  }

  /// What the room of a signature holds, and whether more than zeros follow; nil when it is larger than
  /// is read.
  private func value(
    of signature: PDFSignature
  ) throws(DocumentError) -> (message: [UInt8], hasTail: Bool)? {
    let room = signature.contents
    guard room.length > 0 else { return ([], false) }
    guard room.length <= PDFSignatureText.contentsSize(PDFLimits.maximumSignatureSize) else {
      return nil
    }
    var lexer = PDFLexer(try document.file.source.bytes(room), base: room.start)
    guard let string = try? lexer.value().object.string else { return ([], false) }
    return PDFSignature.message(in: string)
  }

  /// Where the covered bytes end: at a revision only if they hold `startxref` and `%%EOF` of the newest
  /// section that they contain, and the signature is that section's own.
  private func end(of signature: PDFSignature) throws(DocumentError) -> DocumentSignature.End {
    guard signature.isAround, let end = signature.covered.last?.end else { return .elsewhere }
    let source = document.file.source
    if end == source.size { return .file }
    guard end < source.size,
      let tail = ByteRange(start: max(0, end - 64), length: min(64, end)),
      let named = PDFSignatureCensus.startxref(in: try source.bytes(tail))
    else { return .elsewhere }
    let sections = document.chain.sections
    let start = document.file.origin
    guard
      let index = sections.firstIndex(where: { $0.offset == named })
        ?? (named == 0 && document.chain.isLinearised ? sections.indices.last : nil),
      sections[index...].allSatisfy({ start + $0.end <= end })
    else { return .elsewhere }
    let own = sections[index...].prefix(document.chain.isLinearised ? 2 : 1)
    return own.contains { $0.holds(signature.offset) } ? .revision : .elsewhere
  }

  /// The number after the `startxref` that `bytes` end with, `%%EOF` and some white space after it.
  private static func startxref(in bytes: [UInt8]) -> Int? {
    var rest = bytes[...]
    func dropSpace() { while let last = rest.last, PDFLexer.isSpace(last) { rest.removeLast() } }
    dropSpace()
    guard rest.suffix(5).elementsEqual("%%EOF".utf8) else { return nil }
    rest.removeLast(5)
    dropSpace()
    let digits = rest.reversed().prefix(while: PDFLexer.isDigit).count
    let number = PDFLexer.natural(rest.suffix(digits))
    rest.removeLast(digits)
    dropSpace()
    return rest.suffix(9).elementsEqual("startxref".utf8) ? number : nil
  }

  private static func kind(_ subFilter: [UInt8]) -> DocumentSignature.Kind {
    switch String(decoding: subFilter, as: UTF8.self) {
    case "adbe.pkcs7.detached", "ETSI.CAdES.detached": .message
    case "adbe.pkcs7.sha1": .digestMessage
    case "ETSI.RFC3161": .timeStamp
    case let other: .other(other)
    }
  }
}

extension PDFXRefSection {
  /// Whether one of its entries leads to the object at `offset`.
  fileprivate func holds(_ offset: Int) -> Bool {
    entries.contains { $0.offset == offset }
  }
}
