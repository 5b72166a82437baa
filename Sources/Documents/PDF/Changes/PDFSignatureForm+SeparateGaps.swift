import BroadsealBytes

extension PDFSignatureForm {
  /// No other signature leaves out a byte of this one's value (FORM-8).
  var hasGapOfItsOwn: Bool {
    !all.contains { other in
      other.offset != signature.offset && other.room.overlaps(signature.room)
    }
  }
}
