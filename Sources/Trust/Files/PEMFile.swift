import BroadsealBytes
import BroadsealOpenSSL

/// PEM text read with nothing left over: every line with a boundary belongs to a block that was
/// understood, so that no certificate is lost by a slip of the pen.
enum PEMFile {
  /// The blocks of `text`, at least one, all labelled `label`, and the lines before the first.
  static func read(
    _ bytes: [UInt8], label: String, name: String
  ) throws(TrustError) -> (blocks: [[UInt8]], heading: [String]) {
    let text = PlainBytes.utf8(bytes)
    let blocks = try TrustError.malformed(name) { () throws(Malformed) in
      try PEM.blocks(in: text)
    }
    guard !blocks.isEmpty else {
      guard label == "PUBLIC KEY",
        text.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{")
      else { throw TrustError(.malformed, name, "no PEM block") }
      throw TrustError(
        .malformed, name, "this is a list, and not the file with its keys",
        hint: "the keys stand beside it as NAME.keys.pem")
    }
    let lines = text.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.count(where: { $0.contains("-----") }) == 2 * blocks.count else {
      throw TrustError(.malformed, name, "a broken PEM boundary")
    }
    var contents: [[UInt8]] = []
    for (index, block) in blocks.enumerated() {
      guard block.label == label else {
        throw TrustError(
          .malformed, name, "PEM block \(index + 1) is \(block.label), not \(label)",
          hint: block.label.contains("PRIVATE") ? "keep private keys out of trust material" : nil)
      }
      guard let der = block.der else {
        throw TrustError(.malformed, name, "PEM block \(index + 1) is not valid Base64")
      }
      contents.append(der)
    }
    return (contents, Array(lines.prefix { !$0.contains("-----") }))
  }

  /// Whether `text` is no JSON and has a block that is labelled `label` in its first 64 KiB.
  static func isLikely(_ bytes: [UInt8], label: String) -> Bool {
    let text = PlainBytes.utf8(Array(bytes.prefix(1 << 16)))
    guard let first = text.first(where: { !" \t\r\n".utf8.contains($0) }),
      first != UInt8(ascii: "{")
    else { return false }
    return String(decoding: text, as: UTF8.self).contains(
      "-----BEGIN \(label)-----")
  }

  /// The certificates of `text`, at least one.
  static func certificates(_ text: [UInt8], name: String) throws(TrustError) -> [Certificate] {
    var certificates: [Certificate] = []
    for (index, der) in try read(text, label: "CERTIFICATE", name: name).blocks.enumerated() {
      certificates.append(try certificate(der, "certificate \(index + 1)", name: name))
    }
    return certificates
  }

  /// The certificate `der`; `place` and `name` stand in the error.
  static func certificate(
    _ der: [UInt8], _ place: String, name: String
  ) throws(TrustError) -> Certificate {
    do throws(OpenSSLError) {
      return try Certificate(der: der)
    } catch {
      throw TrustError(.malformed, name, "\(place) cannot be read: \(error)")
    }
  }

  /// `certificates` as PEM.
  static func text(_ certificates: [Certificate]) -> [UInt8] {
    certificates.flatMap { PEM.text("CERTIFICATE", $0.der) }
  }
}
