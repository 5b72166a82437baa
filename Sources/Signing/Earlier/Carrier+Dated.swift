import BroadsealBytes
import BroadsealDocuments

extension Carrier {
  /// The same document, whose store says the time that the store of `other` says: where nothing but the
  /// time of two runs differs, they write the same bytes.
  func dated(like other: (any Carrier)?) -> any Carrier {
    guard let pdf = self as? PDFCarrier, let other = other as? PDFCarrier,
      let time = try? other.storeTime()
    else { return self }
    return pdf.dated(time)
  }
}
