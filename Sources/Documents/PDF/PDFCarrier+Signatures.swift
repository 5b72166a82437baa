import BroadsealBytes

extension PDFCarrier {
  package func signatures() throws(DocumentError) -> [DocumentSignature] {
    var finder = PDFSignatureFinder(document)
    var found: [(signature: PDFSignature, field: [UInt8])]
    do throws(DocumentError) {
      found = try finder.named()
    } catch {
      // What only a password opens shows no signatures either.
      if case .refused = error { return [] }
      throw error
    }
    found.sort { $0.signature.offset < $1.signature.offset }
    let unread = found.count - PDFLimits.maximumSignatures
    var signatures: [DocumentSignature] = []
    for (place, (signature, field)) in found.enumerated() {
      let index = document.revision(holding: signature.offset)
      let revision = index.map { document.revisions[$0] }
      signatures.append(
        DocumentSignature(
          kind: PDFCarrier.kind(signature.subFilter), field: String(decoding: field, as: UTF8.self),
          offset: signature.offset, room: signature.contents, covered: signature.covered,
          value: place < unread ? nil : try value(of: signature), isAround: signature.isAround,
          isExact: signature.isExact,
          revision: revision.flatMap { ByteRange($0.start..<$0.end) }))
    }
    return signatures
  }

  /// What the room of a signature holds; nil when it is larger than is read.
  private func value(of signature: PDFSignature) throws(DocumentError) -> [UInt8]? {
    let room = signature.contents
    guard room.length <= PDFSignatureText.contentsSize(PDFLimits.maximumSignatureSize) else {
      return nil
    }
    var lexer = PDFLexer(try document.file.source.bytes(room), base: room.start)
    guard let string = try? lexer.value().object.string else { return nil }
    return PDFSignature.message(in: string)
  }

  private static func kind(_ subFilter: [UInt8]) -> DocumentSignature.Kind {
    switch String(decoding: subFilter, as: UTF8.self) {
    case "adbe.pkcs7.detached", "ETSI.CAdES.detached": .message
    case "ETSI.RFC3161": .timeStamp
    case let other: .other(other)
    }
  }
}
