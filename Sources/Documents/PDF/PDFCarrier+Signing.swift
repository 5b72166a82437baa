package import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

extension PDFCarrier {
  /// The same document, whose store says when it was written.
  package func dated(_ time: UTCTime) -> PDFCarrier {
    var carrier = self
    carrier.time = time
    return carrier
  }

  /// The same document, which is written with room for a PDF signature beside the store.
  ///
  /// - Parameters:
  ///   - size: room for the message, in bytes.
  ///   - time: when it is signed.
  ///   - kind: what the room is for.
  ///   - proofs: what the document's security store shall hold beside what it holds.
  package func signing(
    size: Int, at time: UTCTime, as kind: PDFSignatureRoom.Kind = .signature,
    with proofs: ValidationData = ValidationData()
  ) throws(DocumentError) -> PDFCarrier {
    if let fault = document.fault { throw fault }
    if let refusal = document.security?.refusal { throw .refused(refusal) }
    var form = PDFFormUpdate(document)
    var carrier = dated(time)
    carrier.room = PDFSignatureRoom(
      kind: kind, size: size, time: time, field: try form.freeName())
    carrier.proofs = proofs
    return carrier
  }

  /// How to write the document with the signature that there is room for and without another store, and
  /// where the room is.
  package func additions() throws(DocumentError) -> (pieces: [Piece], room: ByteRange) {
    let policy = try PDFEmbeddingPolicy.of(document)
    // A time stamp of the document is no content: PDF/A allows it, and every certification does too
    // (ISO 32000-2 §12.8.2.2.2, table 257).
    if let refusal = policy.refusal, refusal.code != PDFCode.certified.code,
      refusal.remedy != .sidecarOrInsist
    {
      throw .refused(refusal)
    }
    let update = try PDFStoreUpdate.pieces(
      for: document, storeSize: nil, policy: policy, signature: room, proofs: proofs, time: time)
    let edit = try document.appending(update)
    var offset = document.file.source.size
    for piece in edit.pieces {
      if case .dependent(let length) = piece, let room = ByteRange(start: offset, length: length) {
        let pieces = Edit.recipe([edit], size: document.file.source.size)
        guard let pieces else { break }
        return (pieces, room)
      }
      offset += piece.length
    }
    throw .storeSize(0)
  }

  /// The exact content of `place`, the room of a PDF signature: `Contents` around a message.
  package func signatureFill(_ message: [UInt8], at place: ByteRange) throws(DocumentError) -> Fill
  {
    guard let room, let contents = PDFSignatureText.contents(message, size: room.size),
      let fill = Fill(place, contents)
    else { throw .storeSize(message.count) }
    return fill
  }

  /// When the store of the document was written, by its own word; nil where it does not say, as this house
  /// did before it wrote it.
  package func storeTime() throws(DocumentError) -> UTCTime? {
    var finder = PDFStoreFinder(document, revision: document.revisions.count - 1)
    for file in try finder.associatedFiles() where try finder.isStore(file) {
      let streams = try finder.resolve(try finder.resolve(file)?["EF"])
      let stream = try finder.resolve(streams?["F"])
      guard let date = try finder.resolve(try finder.resolve(stream?["Params"])?["ModDate"]),
        let text = date.object.string
      else { continue }
      let codec = PDFStringCodec(security: document.security)
      return PDFSignatureText.time(try codec.decode(text, from: date.strings))
    }
    return nil
  }
}
