import Bytes

extension PDFCarrier {
  package func signatures() throws(DocumentError) -> [DocumentSignature] {
    var finder = PDFSignatureFinder(document)
    let found: [(signature: PDFSignature, field: [UInt8])]
    do throws(DocumentError) {
      found = try finder.named()
    } catch {
      // What only a password opens shows no signatures either.
      if case .refused = error { return [] }
      throw error
    }
    return found.map { signature, field in
      let index = document.revision(holding: signature.offset)
      let revision = index.map { document.revisions[$0] }
      return DocumentSignature(
        kind: PDFCarrier.kind(signature.subFilter), field: String(decoding: field, as: UTF8.self),
        offset: signature.offset, room: signature.contents, covered: signature.covered,
        value: signature.message, isExact: signature.isExact,
        revision: revision.flatMap { ByteRange($0.start..<$0.end) })
    }
  }

  private static func kind(_ subFilter: [UInt8]) -> DocumentSignature.Kind {
    switch String(decoding: subFilter, as: UTF8.self) {
    case "adbe.pkcs7.detached", "ETSI.CAdES.detached": .message
    case "ETSI.RFC3161": .timeStamp
    case let other: .other(other)
    }
  }
}
