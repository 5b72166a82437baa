import BroadsealBytes

extension PDFSignatureForm {
  /// The bytes that the signature leaves out; nil when they are more than a value may have, so that
  /// nobody has to read them.
  func gap() throws(DocumentError) -> [UInt8]? {
    guard signature.covered.count == 2,
      let gap = ByteRange(signature.covered[0].end..<signature.covered[1].start),
      gap.length <= PDFSignatureText.contentsSize(PDFLimits.maximumSignatureSize)
    else { return nil }
    return try document.file.source.bytes(gap)
  }

  /// The gap is exactly `<`, hexadecimal digits, `>` (FORM-3): anything else in it could be an object
  /// that nobody signed.
  func isHexadecimal(_ gap: [UInt8]) -> Bool {
    gap.count >= 2 && gap.first == UInt8(ascii: "<") && gap.last == UInt8(ascii: ">")
      && Hex.run(in: gap.span, from: 1) == gap.count - 2
  }
}
