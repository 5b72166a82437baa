import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// A PDF that somebody approved before it was labelled: with a PDF signature (ISO 32000-2 §12.8) in
/// its first revision, made by the openssl command.
enum ApprovedPDF {
  /// What stopped it from being made.
  struct Failure: Error {
    let told: String
  }

  /// Digits of the room for the signature.
  private static let room = 8_000

  /// The file, signed by `credential`.
  ///
  /// - Parameters:
  ///   - changes: further objects, or others in the place of those that every such file has.
  ///   - message: makes the value over the covered bytes: by the openssl command, which states the time
  ///     of the machine, where nothing else is named.
  static func bytes(
    by credential: DemoCredential, _ changes: [Int: String] = [:],
    message: ([UInt8], DemoCredential) throws -> [UInt8] = { try cms($0, by: $1) }
  ) throws -> [UInt8] {
    let hole = String(repeating: "0", count: room)
    var file = unsigned(hole, changes)
    let start = try offset(of: "<\(hole)>", in: file)
    let end = start + room + 2
    let range = "[0 \(digits(start)) \(digits(end)) \(digits(file.count - end))]"
    let blank = "[0 000000 000000 000000]"
    let place = try offset(of: blank, in: file)
    file.replaceSubrange(place..<place + blank.utf8.count, with: Array(range.utf8))
    let signature = Array(
      Hex.encode(try message(Array(file[..<start] + file[end...]), credential)).utf8)
    guard signature.count <= room else { throw Failure(told: "the signature is too long") }
    file.replaceSubrange(start + 1..<start + 1 + signature.count, with: signature)
    return file
  }

  /// The objects: catalog, pages, page, the signature's field, and the signature.
  private static func objects(_ hole: String) -> [Int: String] {
    [
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
      2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Annots [4 0 R] >>",
      4: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (approval) /Rect [0 0 0 0] /P 3 0 R "
        + "/F 132 /V 5 0 R >>",
      5: "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
        + "/M (D:20261120100000+01'00') /ByteRange [0 000000 000000 000000] /Contents <\(hole)> >>",
    ]
  }

  private static func unsigned(_ hole: String, _ changes: [Int: String]) -> [UInt8] {
    let objects = objects(hole).merging(changes) { $1 }.sorted { $0.key < $1.key }
    var text = "%PDF-1.7\n"
    var table = "0000000000 65535 f \n"
    for (number, object) in objects {
      let offset = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(number) 0 obj\n\(object)\nendobj\n"
    }
    let (start, size) = (text.utf8.count, objects.count + 1)
    text += "xref\n0 \(size)\n\(table)trailer\n<< /Size \(size) /Root 1 0 R >>\n"
    text += "startxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  private static func cms(_ content: [UInt8], by credential: DemoCredential) throws -> [UInt8] {
    let folder = Scratch()
    folder.write(content, to: "content")
    folder.write(try credential.key.pem(), to: "key.pem")
    folder.write(credential.certificate.pem, to: "signer.pem")
    folder.write(credential.chain.dropFirst().flatMap(\.pem), to: "chain.pem")
    let outcome = Command.shell(
      "cd '\(folder.path)' && openssl cms -sign -binary -cades -md sha256 -in content -signer "
        + "signer.pem -inkey key.pem -certfile chain.pem -outform DER -out signature")
    guard outcome.code == 0, let signature = folder.read("signature") else {
      throw Failure(told: outcome.errorText)
    }
    return signature
  }

  /// The value by the house's own writer, which states no time.
  static func plain(_ content: [UInt8], by credential: DemoCredential) throws -> [UInt8] {
    let certificates = credential.chain.map(\.der)
    let attributes = try DetachedSignature.attributes(
      digest: try Digest.of(content, .sha256), certificates: certificates)
    let raw = try credential.key.sign(
      DetachedSignature.signedBytes(of: attributes), with: .es256)
    guard let signature = DetachedSignature.form(of: raw, .es256),
      let message = DetachedSignature(
        algorithm: .es256, certificates: certificates, attributes: attributes, signature: signature
      ).der
    else { throw Failure(told: "the message could not be written") }
    return message
  }

  private static func digits(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 6 - text.count)) + text
  }

  private static func offset(of text: String, in bytes: [UInt8]) throws -> Int {
    guard let range = bytes.firstRange(of: Array(text.utf8)) else {
      throw Failure(told: "\(text.prefix(30)) is not in the file")
    }
    return range.lowerBound
  }
}
