import BroadsealBytes
import BroadsealFiles

@testable import BroadsealDocuments

/// A small PDF with a form, a security store and one signature over all of it, to be added to.
///
/// The value of the signature is any hexadecimal text: what came after it does not depend on it.
struct SealedSample {
  /// What a signed field holds in `Contents`.
  private static let contents = "<3003020105>"
  private static let blank = "[0 000000 000000 000000]"

  /// The objects of the signed revision. 5 is the form, 6 the signature's field, 8 a field for text,
  /// 9 its look, 11 a button, 12 the security store, 15 an empty field for a signature.
  static let objects: [Int: String] = [
    1: "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /DSS 12 0 R /Metadata 14 0 R >>",
    2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
      + "/Annots [6 0 R 8 0 R 11 0 R 15 0 R] >>",
    4: stream("BT ET"),
    5: "<< /Fields [6 0 R 8 0 R 11 0 R 15 0 R] /SigFlags 3 /DR << /Font << /F1 16 0 R >> >> >>",
    6: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /Rect [0 0 0 0] /F 132 /V 7 0 R >>",
    7: signature(),
    8: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (text) /Rect [0 0 9 9] /V (old) "
      + "/AP << /N 9 0 R >> >>",
    9: form("old"),
    10: form("on"),
    11: "<< /Type /Annot /Subtype /Widget /FT /Btn /T (box) /Rect [0 0 9 9] /V /Off /AS /Off "
      + "/AP << /N << /On 10 0 R /Off 10 0 R >> >> >>",
    12: "<< /Type /DSS /Certs 13 0 R >>",
    13: "[17 0 R]",
    14: stream("<x/>", "/Type /Metadata /Subtype /XML"),
    15: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (empty) /Rect [0 0 9 9] >>",
    16: "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    17: stream("certificate"),
    18: "<< /Title (old) >>",
    19: stream("unused"),
  ]

  /// The file so far.
  private(set) var sample: PDFSample
  /// Where the signed revision ends.
  let end: Int

  /// The file with its signature.
  ///
  /// - Parameter reference: `Reference` of the signature, for `DocMDP` and `FieldMDP`.
  init(_ changes: [Int: String] = [:], reference: String = "", trailer: String = "/Info 18 0 R") {
    var objects = Self.objects
    objects[7] = Self.signature(reference)
    sample = PDFSample(objects.merging(changes) { $1 }, trailer: trailer)
    sample.seal()
    end = sample.bytes.count
  }

  /// A stream with `data`.
  static func stream(_ data: String, _ more: String = "") -> String {
    "<< \(more) /Length \(data.utf8.count) >>\nstream\n\(data)\nendstream"
  }

  /// A look for a widget.
  static func form(_ data: String, _ more: String = "") -> String {
    stream(data, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] \(more)")
  }

  /// A signature dictionary whose `ByteRange` is written when the file is there.
  static func signature(_ more: String = "", kind: String = "ETSI.CAdES.detached") -> String {
    "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /\(kind) \(more) /ByteRange \(blank) "
      + "/Contents \(contents) >>"
  }

  /// The object of the signed revision with one piece of its text replaced.
  static func object(_ number: Int, _ old: String, _ new: String) -> String {
    (objects[number] ?? "").replacing(old, with: new)
  }

  /// The file after another revision.
  func adding(_ objects: [Int: String], trailer: String = "/Info 18 0 R") -> SealedSample {
    var result = self
    result.sample.append(objects, trailer: trailer)
    result.sample.seal()
    return result
  }

  /// The file after a revision that frees an object.
  func freeing(_ number: Int) -> [UInt8] {
    let old = sample.section ?? 0
    let start = sample.bytes.count
    return sample.bytes
      + Array(
        """
        xref
        \(number) 1
        0000000000 00001 f 
        trailer
        << /Root 1 0 R /Size 20 /Info 18 0 R /Prev \(old) >>
        startxref
        \(start)
        %%EOF

        """.utf8)
  }

  /// What came after the first signature of `bytes`.
  static func changes(in bytes: [UInt8]) throws -> LaterChanges? {
    let document = try Document(ByteSource(bytes: bytes), path: nil)
    return try document.changes(after: try document.signatures()).first
  }
}

extension PDFSample {
  /// Writes the numbers of the last `ByteRange` that has none.
  fileprivate mutating func seal() {
    let blank = Array("[0 000000 000000 000000]".utf8)
    let word = Array("/Contents <".utf8)
    guard let place = bytes.firstRange(of: blank),
      let start = bytes[place.upperBound...].firstRange(of: word)?.upperBound,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return }
    func digits(_ number: Int) -> String { String(PDFSample.padded(number).suffix(6)) }
    let text =
      "[0 \(digits(start - 1)) \(digits(end + 1)) \(digits(bytes.count - end - 1))]"
    self = replacingRange(place, with: text)
  }
}
