import BroadsealBytes
package import BroadsealCBOR
package import BroadsealJSON
import BroadsealJUMBF

/// What an assertion holds, as far as its box types tell.
package enum AssertionContent: Hashable, Sendable {
  /// CBOR, decoded.
  case cbor(CBOR.Value)
  /// JSON, decoded.
  case json(JSON.Value)
  /// A file.
  case embeddedFile(EmbeddedFile)
  /// Data under an identifier of 16 bytes.
  case uuid(identifier: [UInt8], data: ArraySlice<UInt8>)
  /// Nothing but zeros, with or without the redaction identifier (C2PA 2.5 §14.10.3).
  case redacted
  /// Content of a known kind that cannot be read, or a redaction that left something.
  case malformed(Problem)
  /// Content of another kind.
  case other

  /// The identifier that marks redacted content.
  package static let redactionIdentifier: [UInt8] = [
    0xCA, 0xA9, 0x8E, 0xEE, 0x9D, 0x4D, 0xF8, 0x0E,
    0x86, 0xAD, 0x4D, 0xFF, 0xCA, 0x26, 0x39, 0x73,
  ]

  /// Reads the content of an assertion's superbox.
  init(_ superbox: Superbox) {
    let boxes = superbox.boxes.filter { $0.type != .free }
    if let redaction = AssertionContent.redaction(boxes, superbox) {
      self = redaction
      return
    }
    switch superbox.description.type {
    case .cbor: self = AssertionContent.readCBOR(boxes)
    case .json: self = AssertionContent.readJSON(boxes)
    case .embeddedFile:
      do {
        self = .embeddedFile(try EmbeddedFile(superbox))
      } catch {
        self = .malformed(Problem(.generalError, error.description))
      }
    case .uuid:
      if boxes.count == 1, boxes[0].type == .uuid, boxes[0].payload.count >= 16 {
        let payload = boxes[0].payload
        self = .uuid(identifier: Array(payload.prefix(16)), data: payload.dropFirst(16))
      } else {
        self = .malformed(Problem(.generalError, "UUID content is not one UUID box"))
      }
    default: self = .other
    }
  }

  /// A redaction may stand in a superbox of any type, since its description is kept: zeros under
  /// the redaction identifier, or zeros in the boxes that were there (C2PA 2.5 §14.11.3.3.1).
  private static func redaction(_ boxes: [Box], _ superbox: Superbox) -> AssertionContent? {
    let isZeroInteger = boxes.count == 1 && boxes[0].type == .cbor && boxes[0].payload == [0]
    if !boxes.isEmpty, superbox.superboxes.isEmpty, !isZeroInteger,
      superbox.boxes.allSatisfy({ box in box.payload.allSatisfy { $0 == 0 } })
    {
      return .redacted
    }
    guard
      boxes.contains(where: { box in
        box.type == .uuid && box.payload.starts(with: redactionIdentifier)
      })
    else { return nil }
    guard boxes.count == 1, boxes[0].payload.dropFirst(16).allSatisfy({ $0 == 0 }) else {
      return .malformed(Problem(.assertionNotRedacted, "redacted content is not all zeros"))
    }
    return .redacted
  }

  private static func readCBOR(_ boxes: [Box]) -> AssertionContent {
    guard boxes.count == 1, let box = boxes.first, box.type == .cbor else {
      return .malformed(Problem(.assertionCborInvalid, "CBOR content is not one CBOR box"))
    }
    do {
      return .cbor(
        try CBOR.Decoder.decode(box.payload, base: box.contentOffset, form: .wellFormed))
    } catch {
      return .malformed(Problem(.assertionCborInvalid, error.description))
    }
  }

  private static func readJSON(_ boxes: [Box]) -> AssertionContent {
    guard boxes.count == 1, let box = boxes.first, box.type == .json else {
      return .malformed(Problem(.assertionJsonInvalid, "JSON content is not one JSON box"))
    }
    do {
      return .json(try JSON.Reader.parse(box.payload, base: box.contentOffset))
    } catch {
      return .malformed(Problem(.assertionJsonInvalid, error.description))
    }
  }
}

extension Box {
  /// Offset of the content in the parsed bytes.
  fileprivate var contentOffset: Int { offset + (raw.count - payload.count) }
}
