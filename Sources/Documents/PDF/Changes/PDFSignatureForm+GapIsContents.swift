import BroadsealBytes

extension PDFSignatureForm {
  /// The gap decodes to the `Contents` of this dictionary (FORM-4): otherwise one value is left out and
  /// another one is checked.
  func isContents(_ gap: [UInt8]) throws(DocumentError) -> Bool {
    guard signature.room.length > 0 else { return false }
    if signature.covered[0].end == signature.room.start,
      signature.covered[1].start == signature.room.end
    {
      return true
    }
    guard
      signature.room.length <= PDFSignatureText.contentsSize(PDFLimits.maximumSignatureSize)
    else { return false }
    var value = PDFLexer(try document.file.source.bytes(signature.room), base: 0)
    var other = PDFLexer(gap, base: 0)
    guard let contents = try? value.value().object.string else { return false }
    return (try? other.value().object.string) == contents
  }
}
