import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust

/// Documents with a time stamp of their own, and documents that were signed or stamped once more.
extension ApprovedPDF {
  private static let hole = String(repeating: "0", count: 8_000)

  /// The value of a time stamp by `authority`.
  private static func token(
    _ content: [UInt8], by authority: DemoCredential, at time: UTCTime
  ) throws -> [UInt8] {
    try TimeStampAuthority(
      key: authority.key, certificate: authority.certificate,
      chain: Array(authority.chain.dropFirst())
    ).stamp(try Digest.of(content, .sha256), at: time).der
  }

  /// A document with a time stamp by `authority` in the place of its signature.
  static func stamped(by authority: DemoCredential, at time: UTCTime) throws -> [UInt8] {
    try bytes(
      by: authority,
      [
        5: "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 "
          + "/ByteRange [0 000000 000000 000000] /Contents <\(hole)> >>"
      ], message: { try token($0, by: $1, at: time) })
  }

  /// `file`, sealed once more in a field of its own.
  static func sealedAgain(_ file: [UInt8], by credential: DemoCredential) throws -> [UInt8] {
    let objects = [
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 6 0 R] /SigFlags 3 >> >>",
      3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Annots [4 0 R 6 0 R] >>",
      6: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /Rect [0 0 0 0] /P 3 0 R /F 132 "
        + "/V 7 0 R >>",
    ]
    let dictionary =
      "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20261120100000+01'00')"
    return try adding(objects, dictionary, to: file) { try plain($0, by: credential) }
  }

  /// `file`, renewed: what it brings along as proofs, and a time stamp of the document over all of it, in an
  /// update that nobody sees.
  ///
  /// - Parameters:
  ///   - lists: revocation lists, in DER.
  ///   - objects: what the update replaces beside the catalog.
  static func renewed(
    _ file: [UInt8], by authority: DemoCredential, at time: UTCTime, lists: [[UInt8]] = [],
    also objects: [Int: String] = [:]
  ) throws -> [UInt8] {
    var objects = objects.merging([6: "<< /FT /Sig /T (stamp) /V 7 0 R >>"]) { $1 }
    objects[1] =
      "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 6 0 R] /SigFlags 3 >> /DSS 20 0 R >>"
    objects.merge(store(lists)) { $1 }
    return try adding(
      objects, "/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161", to: file
    ) { try token($0, by: authority, at: time) }
  }

  /// A security store as object 20, with revocation lists.
  static func store(_ lists: [[UInt8]]) -> [Int: String] {
    let names = lists.indices.map { "\(21 + $0) 0 R" }.joined(separator: " ")
    var objects = [20: "<< /Type /DSS /CRLs [\(names)] >>"]
    for (number, list) in lists.enumerated() {
      let hex = Hex.encode(list) + ">"
      objects[21 + number] =
        "<< /Filter /ASCIIHexDecode /Length \(hex.utf8.count) >>\nstream\n\(hex)\nendstream"
    }
    return objects
  }

  /// `file` with an update that holds `objects` and, as object 7, a signature over all of it.
  private static func adding(
    _ objects: [Int: String], _ dictionary: String, to file: [UInt8],
    _ value: ([UInt8]) throws -> [UInt8]
  ) throws -> [UInt8] {
    let blank = "[0 000000 000000 111111]"
    let signature = "<< \(dictionary) /ByteRange \(blank) /Contents <\(hole)> >>"
    var file = LaterRevision.adding(objects.merging([7: signature]) { $1 }, to: file)
    func place(of text: String) throws -> Range<Int> {
      guard let range = file.firstRange(of: Array(text.utf8)) else {
        throw Failure(told: "\(text.prefix(30)) is not in the file")
      }
      return range
    }
    let start = try place(of: "<\(hole)>").lowerBound
    let end = start + hole.utf8.count + 2
    func six(_ number: Int) -> String { String(String(1_000_000 + number).dropFirst()) }
    file.replaceSubrange(
      try place(of: blank),
      with: Array("[0 \(six(start)) \(six(end)) \(six(file.count - end))]".utf8))
    let digits = Array(Hex.encode(try value(Array(file[..<start] + file[end...]))).utf8)
    guard digits.count <= hole.utf8.count else { throw Failure(told: "the signature is too long") }
    file.replaceSubrange(start + 1..<start + 1 + digits.count, with: digits)
    return file
  }
}
