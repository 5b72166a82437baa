import BroadsealDocuments

/// How far signatures go for the years to come (EN 319 142-1), by what stands in the document: `B-LT` where
/// chain and answers about revocation are there for the signer and for its time-stamp authority, `B-LTA`
/// where a later time stamp of the document covers them.
struct SignatureLevels {
  /// The document.
  let document: Document
  /// Its signatures.
  let signatures: CheckedSignatures

  /// `results` with the level that each was proved to reach.
  ///
  /// - Parameter results: those of `signatures`, in their order.
  func told(in results: [PDFSignatureResult]) throws(DocumentError) -> [PDFSignatureResult] {
    var results = results
    let all = SignatureEvidenceReading(signatures.data)
    let stamp = signatures.all.last {
      $0.isStamp && $0.holds && $0.result.doubts.isEmpty && $0.result.coverage != .part
    }
    for (place, signature) in signatures.all.enumerated()
    where signature.result.level == "B-T" && signature.result.status == .intact
      && all.isComplete(for: signature)
    {
      results[place].level = "B-LT"
      guard let stamp, stamp.result.coveredEnd > signature.result.coveredEnd else { continue }
      // What came after the stamp is not what it keeps.
      let stamped = SignatureEvidenceReading(
        try document.validationData(ofRevisionAt: stamp.signature.offset))
      if stamped.isComplete(for: signature) { results[place].level = "B-LTA" }
    }
    return results
  }
}
