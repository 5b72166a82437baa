import BroadsealBytes
import BroadsealTrust
import TestSupport

@testable import BroadsealOpenSSL

/// Cuts into time stamp tokens (RFC 3161, RFC 5652 §5.1) that were made soundly.
enum TokenSurgery {
  /// `token` without the certificates that came with it, or with these.
  static func certificates(_ certificates: [Certificate], in token: [UInt8]) throws -> [UInt8] {
    var outer = DERReader(token)
    var info = try outer.enter()
    let type = DERWriter.objectIdentifier(try info.objectIdentifier())
    var holder = try info.enter(DERTag.context(0))
    var data = try holder.enter()
    var elements: [[UInt8]] = []
    while !data.isAtEnd {
      let (tag, contents) = try data.next()
      if tag != DERTag.context(0) {
        elements.append(DERWriter.element(tag, contents))
      } else if !certificates.isEmpty {
        elements.append(DERWriter.element(tag, certificates.flatMap(\.der)))
      }
    }
    return DERWriter.sequence([
      type, DERWriter.element(DERTag.context(0), DERWriter.sequence(elements)),
    ])
  }

  /// A response of a status around `token`: 0 granted, 1 granted with changes, 2 refused.
  static func response(status: Int, _ token: [UInt8], words: String? = nil) -> [UInt8] {
    let text = words.map {
      [DERWriter.sequence([DERWriter.element(DERTag.utf8String, Array($0.utf8))])]
    }
    return DERWriter.sequence([
      DERWriter.sequence([DERWriter.integer(status)] + (text ?? [])), token,
    ])
  }

  /// `token` with `text`, which stands in it once, replaced by `other` of the same length.
  static func replaced(_ text: String, by other: String, in token: [UInt8]) -> [UInt8] {
    guard let range = token.firstRange(of: Array(text.utf8)) else { return [] }
    return token[..<range.lowerBound] + Array(other.utf8) + token[range.upperBound...]
  }
}
