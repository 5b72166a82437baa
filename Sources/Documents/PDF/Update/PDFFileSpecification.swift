import BroadsealBytes

/// The two objects that hold a manifest store (C2PA 2.5 §A.4.1).
enum PDFFileSpecification {
  /// The file name that the store is embedded under.
  static let name = "content_credential.c2pa"

  /// The name for the `EmbeddedFiles` tree: no other entry may have it.
  static func key(besides names: [[UInt8]], for specification: PDFReference) -> [UInt8] {
    let plain = Array(name.utf8)
    var key = plain
    var number = specification.number
    while names.contains(key) {
      key = Array("content_credential-\(number).c2pa".utf8)
      number += 1
    }
    return key
  }

  /// The file specification that refers to `stream`.
  static func text(
    _ own: PDFReference, stream: PDFReference, codec: PDFStringCodec
  ) throws(DocumentError) -> [UInt8] {
    let context: PDFStringContext = codec.security == nil ? .plain : .object(own)
    let file = String(decoding: try codec.text(of: Array(name.utf8), in: context), as: UTF8.self)
    return Array(
      """
      << /Type /Filespec /AFRelationship /C2PA_Manifest /F \(file) /UF \(file) \
      /EF << /F \(stream.text) /UF \(stream.text) >> >>
      """.utf8)
  }

  /// The dictionary of the embedded file stream: no filter but, in an encrypted document, the one
  /// that leaves its data alone (ISO 32000-2 §7.4.10).
  ///
  /// `Subtype`, and the date among its parameters, are what an associated file has to say of itself
  /// (ISO 32000-2 §7.11.4, tables 44 and 45).
  static func stream(
    _ own: PDFReference, size: Int, time: UTCTime?, codec: PDFStringCodec
  ) throws(DocumentError) -> String {
    let filter = codec.security == nil ? "" : " " + clearFilter
    var date = ""
    if let time {
      let context: PDFStringContext = codec.security == nil ? .plain : .object(own)
      let text = try codec.text(of: PDFSignatureText.date(time), in: context)
      date = " /ModDate " + String(decoding: text, as: UTF8.self)
    }
    return """
      << /Type /EmbeddedFile /Subtype /application#2Fc2pa\(filter) /Length \(size) \
      /Params << /Size \(size)\(date) >> >>
      """
  }

  /// The filter of a stream that stays clear in an encrypted document.
  static let clearFilter =
    "/Filter [/Crypt] /DecodeParms [<< /Type /CryptFilterDecodeParms /Name /Identity >>]"
}
