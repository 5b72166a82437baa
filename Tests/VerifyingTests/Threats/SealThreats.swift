import BroadsealBytes
import BroadsealNotes
import BroadsealVerifying
import TestSupport

/// Sealed PDFs that show something else than what was sealed: the signed bytes hold in all of them, and
/// the signer is on a list that recognises its seals.
enum SealThreats {
  static let rows: [ThreatRow] = shadows + forgeries + savings + wrappings

  private static func row(
    _ threat: Threat, _ attack: String, _ codes: [String], reasons: [String]? = nil,
    isSearched: Bool = true, _ make: @escaping @Sendable (TestPKI) throws -> [UInt8]
  ) -> ThreatRow {
    let isEmpty = codes == ["PDF-SIGNATURE-EMPTY"]
    let isChanged = codes.contains("PDF-SIGNATURE-CHANGED")
    let told = reasons ?? (isEmpty ? [] : [isChanged ? "SEAL-3-CHANGED" : "SEAL-1-FORM"])
    let isAltered = !Set(told).isDisjoint(with: ["SEAL-2-BROKEN", "SEAL-3-CHANGED"])
    let outcome = ThreatOutcome(
      integrity: isAltered ? "altered" : isSearched ? "no-label" : "unread",
      origin: isEmpty ? "" : "none", state: "",
      reasons: told, codes: codes, exit: isAltered ? 1 : 4)
    return ThreatRow(threat, attack, outcome) { pki in
      ThreatCase("approved.pdf", try make(pki), trust: try .seals(pki))
    }
  }

  private static let changed = ["PDF-SIGNATURE-CHANGED"]
  private static let broken = ["SEAL-1-FORM", "SEAL-2-BROKEN"]
  private static let doubtful = ["PDF-SIGNATURE-DOUBTFUL"]

  /// A page with content, a picture over it, and a field for text with its look.
  private static func sealed(_ pki: TestPKI, _ changes: [Int: String] = [:]) throws -> [UInt8] {
    let objects = [
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 7 0 R] /SigFlags 3 >> >>",
      3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Annots [4 0 R 7 0 R] "
        + "/Contents [6 0 R 9 0 R] >>",
      6: stream("pay 100"),
      7: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (sum) /V (100) /Rect [0 0 9 9] "
        + "/AP << /N 8 0 R >> >>",
      8: stream("100", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
      9: stream("a picture over it"),
    ]
    return try ApprovedPDF.bytes(
      by: pki.demo.jp.signer, objects.merging(changes) { $1 },
      message: { try ApprovedPDF.plain($0, by: $1) })
  }

  private static func stream(_ data: String, _ more: String = "") -> String {
    "<< \(more) /Length \(data.utf8.count) >>\nstream\n\(data)\nendstream"
  }

  private static let shadows: [ThreatRow] = [
    row(.shadow, "hide: what lies over the real text is taken away after the seal", changed) {
      LaterRevision.adding([9: "null"], to: try sealed($0))
    },
    row(.shadow, "replace: a field shows another sum, and its value stays", changed) {
      LaterRevision.adding(
        [8: stream("900", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")], to: try sealed($0))
    },
    row(.shadow, "replace: the content of the page is written anew", changed) {
      LaterRevision.adding([6: stream("pay 900")], to: try sealed($0))
    },
    row(
      .shadow, "hide and replace: the table alone leads to a second page that was sealed too",
      changed
    ) {
      let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Contents 6 0 R >>"
      // The hidden page stands in the text of an object that nothing leads to.
      let file = try sealed($0, [10: stream("3 0 obj\n\(page)\nendobj")])
      let hidden = file.firstRange(of: Array("3 0 obj\n\(page)".utf8))?.lowerBound ?? 0
      let text =
        "xref\n3 1\n\(LaterRevision.padded(hidden)) 00000 n \ntrailer\n<< /Size 11 /Root 1 0 R "
        + "/Prev \(LaterRevision.section(of: file)) >>\nstartxref\n\(file.count)\n%%EOF\n"
      return file + Array(text.utf8)
    },
    row(.shadow, "hide and replace: what the sealed page referred to in vain is defined", changed) {
      let file = try sealed(
        $0,
        [
          3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Annots [4 0 R 7 0 R] "
            + "/Contents [6 0 R 40 0 R] >>"
        ])
      return LaterRevision.adding([40: stream("pay 900")], to: file)
    },
  ]

  /// Universal signature forgery: the signature says too little to be computed.
  private static let forgeries: [ThreatRow] = [
    row(.sealForgery, "no numbers in ByteRange", doubtful) {
      try edited(sealed($0), from: "/ByteRange [", to: "]", "/ByteRange null")
    },
    row(.sealForgery, "two numbers in ByteRange", doubtful, reasons: broken) {
      try edited(sealed($0), from: "/ByteRange [", to: "]", "/ByteRange [0 1000]")
    },
    row(.sealForgery, "a ByteRange far beyond the file", doubtful) {
      try edited(sealed($0), from: "/ByteRange [", to: "]", "/ByteRange [0 1 999999 1]")
    },
    row(.sealForgery, "Contents of zeros", ["PDF-SIGNATURE-EMPTY"]) {
      let file = try sealed($0)
      guard let hole = hole(of: file) else { return file }
      var bytes = file
      bytes.replaceSubrange(
        hole, with: [UInt8](repeating: UInt8(ascii: "0"), count: hole.count))
      return bytes
    },
  ]

  /// Incremental saving: objects are appended after the seal.
  private static let savings: [ThreatRow] = [
    row(.appendedObjects, "another page with a table", changed) {
      LaterRevision.adding(
        [
          3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Contents 10 0 R >>",
          10: stream("pay 900"),
        ], to: try sealed($0))
    },
    row(
      .appendedObjects, "another page without a table", doubtful + ["PDF-SIGNATURE-UNJUDGED"],
      isSearched: false
    ) {
      let page = "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>\nendobj\n"
      return try sealed($0) + Array(page.utf8)
    },
    row(.appendedObjects, "another page and a trailer without a table", doubtful, isSearched: false)
    {
      let text =
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>\nendobj\n"
        + "trailer\n<< /Size 11 /Root 1 0 R >>\n%%EOF\n"
      return try sealed($0) + Array(text.utf8)
    },
    row(
      .appendedObjects,
      "another content of a page that no table names, for readers that search the file",
      ["PDF-SIGNATURE-UNJUDGED"], reasons: ["SEAL-1-FORM"]
    ) { LaterRevision.hiding(6, stream("pay 900"), in: try sealed($0)) },
    row(
      .appendedObjects,
      "another content in one update and the old one in the next, which some readers do not come to",
      changed
    ) {
      let forged = LaterRevision.adding([6: stream("pay 900")], to: try sealed($0))
      return LaterRevision.adding([6: stream("pay 100")], to: forged)
    },
    row(
      .appendedObjects, "an object stream with a page in it that no table names",
      ["PDF-SIGNATURE-UNJUDGED"], reasons: ["SEAL-1-FORM"]
    ) {
      LaterRevision.adding(
        [20: stream("3 0 << /Type /Page >>", "/Type /ObjStm /N 1 /First 4")], to: try sealed($0))
    },
    row(
      .appendedObjects, "a trailer with another catalog in the data of a stream",
      ["PDF-SIGNATURE-UNJUDGED"], reasons: ["SEAL-1-FORM"]
    ) {
      LaterRevision.adding(
        [20: stream("trailer << /Root 21 0 R >>"), 21: "<< /Type /Catalog /Pages 2 0 R >>"],
        to: try sealed($0))
    },
    row(
      .appendedObjects, "an integer written as a real, which Poppler does not take", changed
    ) {
      LaterRevision.adding(
        [
          3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Annots [4 0 R 7 0 R] /Rotate 0.0 "
            + "/Contents [6 0 R 9 0 R] >>"
        ],
        to: try sealed(
          $0,
          [
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Annots [4 0 R 7 0 R] /Rotate 0 "
              + "/Contents [6 0 R 9 0 R] >>"
          ]))
    },
    row(
      .appendedObjects,
      "a table that counts far more objects than there are, which readers give up",
      ["PDF-SIGNATURE-UNJUDGED"], reasons: ["SEAL-1-FORM"]
    ) {
      LaterRevision.adding([40: "null"], to: try sealed($0), size: 9_999_999)
    },
    row(
      .appendedObjects,
      "a table frees the content of a page for some readers, and a hybrid stream "
        + "leads others to it", ["PDF-SIGNATURE-UNJUDGED"], reasons: ["SEAL-1-FORM"]
    ) {
      LaterRevision.veiling(6, in: try sealed($0))
    },
    row(.appendedObjects, "another catalog", changed) {
      LaterRevision.adding(
        [
          1: "<< /Type /Catalog /Pages 10 0 R /AcroForm << /Fields [4 0 R 7 0 R] /SigFlags 3 >> >>",
          10: "<< /Type /Pages /Kids [11 0 R] /Count 1 >>",
          11: "<< /Type /Page /Parent 10 0 R /MediaBox [0 0 72 72] >>",
        ], to: try sealed($0))
    },
    row(
      .appendedObjects, "a second signature that was never made covers the change",
      changed + ["PDF-SIGNATURE-EMPTY"]
    ) {
      LaterRevision.adding(
        [
          1: "<< /Type /Catalog /Pages 2 0 R "
            + "/AcroForm << /Fields [4 0 R 7 0 R 10 0 R] /SigFlags 3 >> >>",
          10: "<< /FT /Sig /T (second) /Rect [0 0 0 0] /F 132 /V 11 0 R >>",
          11: "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
            + "/ByteRange [0 10 20 10] /Contents <00000000> >>",
        ], to: try sealed($0))
    },
  ]

  /// Signature wrapping: what was signed second is moved away, and something else takes its place.
  private static let wrappings: [ThreatRow] = [
    row(
      .sealWrapping, "objects between the two covered parts", doubtful,
      reasons: ["SEAL-1-FORM", "SEAL-7-NO-TIME"], isSearched: false
    ) {
      let file = try sealed($0, [9: stream(String(repeating: "%", count: 12_000))])
      return try wrapped(file)
    },
    row(.sealWrapping, "a gap that is larger than the value", doubtful, reasons: broken) {
      let file = try sealed($0)
      guard let hole = hole(of: file) else { return file }
      let numbers = "[0 \(hole.lowerBound - 5) \(hole.upperBound + 1) 10]"
      return try edited(file, from: "/ByteRange [", to: "]", "/ByteRange " + numbers)
    },
  ]

  /// A file in which the value of the signature is used again by a dictionary in the gap.
  private static func wrapped(_ file: [UInt8]) throws -> [UInt8] {
    guard let hole = hole(of: file) else { return file }
    let (start, end) = (hole.lowerBound - 1, hole.upperBound + 1)
    let section = LaterRevision.section(of: file)
    let value = String(decoding: file[start..<end], as: UTF8.self)
    func injected(_ moved: Int) -> (text: String, offsets: [(Int, Int)]) {
      var text = "\n"
      var offsets: [(Int, Int)] = []
      let objects = [
        3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Annots [4 0 R] >>",
        5: "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
          + "/ByteRange [0 \(start) \(moved) \(file.count - end)] /Contents \(value) >>",
      ]
      for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
        offsets.append((number, end + text.utf8.count))
        text += "\(number) 0 obj\n\(object)\nendobj\n"
      }
      text += String(repeating: " ", count: max(0, section - end - text.utf8.count))
      var table = "xref\n"
      for (number, offset) in offsets {
        table += "\(number) 1\n\(LaterRevision.padded(offset)) 00000 n \n"
      }
      for number in [1, 2, 4] {
        let place = file.firstRange(of: Array("\n\(number) 0 obj".utf8))?.lowerBound ?? 0
        table += "\(number) 1\n\(LaterRevision.padded(place + 1)) 00000 n \n"
      }
      table += "trailer\n<< /Size 11 /Root 1 0 R >>\nstartxref\n\(section)\n%%EOF\n"
      return (text + table, offsets)
    }
    // The number of digits is the same whatever the place.
    let length = injected(end + 10_000).text.utf8.count
    let text = injected(end + length).text
    return Array(file[..<end]) + Array(text.utf8) + Array(file[end...])
  }

  /// The hexadecimal digits of the signature's value.
  private static func hole(of file: [UInt8]) -> Range<Int>? {
    let word = Array("/Contents <".utf8)
    guard let start = file.firstRange(of: word)?.upperBound,
      let end = file[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return start..<end
  }

  /// The file with the text from `word` to `end` replaced by another one of the same length.
  private static func edited(
    _ file: [UInt8], from word: String, to end: String, _ new: String
  ) throws -> [UInt8] {
    guard let start = file.firstRange(of: Array(word.utf8))?.lowerBound,
      let stop = file[start...].firstRange(of: Array(end.utf8))?.upperBound
    else { return file }
    let padding = [UInt8](repeating: 32, count: max(0, stop - start - new.utf8.count))
    return Array(file[..<start]) + Array(new.utf8) + padding + Array(file[stop...])
  }
}
