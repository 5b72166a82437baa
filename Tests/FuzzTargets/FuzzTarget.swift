/// One parser that a stranger's bytes reach, as something that can be given any bytes.
///
/// `make fuzz` runs each with libFuzzer, `swift test` for seconds with damage by chance. A fault in
/// the bytes is an answer; a trap, an endless loop and a broken promise are findings.
package enum FuzzTarget: String, CaseIterable, Sendable {
  // Files: everything that can be done with a document, and its verdict.
  case pdf, png, jpeg, svg, html, zip, text, markdown
  case wav, webp, avi, mp, flac, ogg
  case tiff, gif, jxl, bmff, ttf, doc, rtf, xml, csv
  // What packages and pages show, before it is packed.
  case office, page
  // Archives: which files come out of them.
  case tar
  // What a file carries.
  case store, claim, signature, jumbf, cbor
  // What users hand over.
  case json, profile, list, plan, evidence, keys, certificate
  // What the network and signatures bring.
  case ocsp, crl, stamp, seal

  /// Gives the parser `bytes`.
  ///
  /// - Throws: `BrokenPromise` for what must never happen.
  package func run(_ bytes: [UInt8]) throws(BrokenPromise) {
    switch self {
    case .pdf, .png, .jpeg, .bmff, .svg, .html, .zip, .text, .markdown, .tiff, .gif, .jxl, .ttf:
      try DocumentFuzzing.run(bytes, named: fileName)
    case .wav, .webp, .avi, .mp, .flac, .ogg, .doc, .rtf, .xml, .csv:
      try DocumentFuzzing.run(bytes, named: fileName)
    case .office: try ShownFuzzing.office(bytes)
    case .page: try ShownFuzzing.page(bytes)
    case .tar: try ArchiveFuzzing.tar(bytes)
    case .store: StoreFuzzing.store(bytes)
    case .claim: StoreFuzzing.claim(bytes)
    case .signature: StoreFuzzing.signature(bytes)
    case .jumbf: StoreFuzzing.boxes(bytes)
    case .cbor: try EncodingFuzzing.cbor(bytes)
    case .json: try EncodingFuzzing.json(bytes)
    case .profile: SettingsFuzzing.profile(bytes)
    case .list: SettingsFuzzing.list(bytes)
    case .plan: SettingsFuzzing.plan(bytes)
    case .evidence: SettingsFuzzing.evidence(bytes)
    case .keys: KeyFuzzing.keys(bytes)
    case .certificate: KeyFuzzing.certificate(bytes)
    case .ocsp: KeyFuzzing.response(bytes)
    case .crl: KeyFuzzing.list(bytes)
    case .stamp: KeyFuzzing.stamp(bytes)
    case .seal: KeyFuzzing.seal(bytes)
    }
  }

  /// The name under which a document is opened.
  var fileName: String {
    switch self {
    case .mp: "a.mp3"
    case .zip: "a.docx"
    case .bmff: "a.mp4"
    case .text: "a.txt"
    case .markdown: "a.md"
    default: "a." + rawValue
    }
  }
}

/// What must never happen, whatever the bytes.
package struct BrokenPromise: Error, CustomStringConvertible {
  /// What happened.
  package let description: String

  init(_ description: String) { self.description = description }
}
