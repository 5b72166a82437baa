import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance

/// A store whose active signature has room for a time stamp in its own unprotected header.
///
/// No hash covers that header and no signature does (C2PA 2.4 §10.3.2.5): a stamp can be put there by
/// anybody, without a key, and the signer stays who it is. Nothing later in the store can have hashed the
/// signature, because the active manifest is the last one.
struct StampedSignature {
  private let store: [UInt8]
  private let sign1: Sign1
  /// The structure in the store.
  private let range: Range<Int>
  /// Where the lengths of the boxes around it stand, the outermost first.
  private let lengths: [Int]

  /// The active signature of `store`; nil when it bears a stamp already, or is of no form that can be
  /// written again without loss.
  init?(_ store: [UInt8]) {
    guard let parsed = try? ManifestStore(parsing: store, allowTrailingZeros: true),
      case .success(let box) = parsed.active.signature,
      let content = box.superbox.boxes.first(where: { $0.type == .cbor }),
      let sign1 = try? Sign1(decoding: box.bytes), sign1.isTagged, sign1.payloadIsNil,
      sign1.timeStamps.isEmpty, sign1.paddingIsZero, sign1.algorithm != nil
    else { return nil }
    let start = content.offset + content.raw.count - content.payload.count
    range = start..<(start + content.payload.count)
    lengths = [0, parsed.active.superbox.offset, box.superbox.offset, content.offset]
    guard store[range] == content.payload else { return nil }
    self.store = store
    self.sign1 = sign1
  }

  /// What the authority stamps.
  var message: [UInt8] { sign1.counterSignatureInput() }

  /// The hash that the authority is asked for.
  var digest: DigestAlgorithm { sign1.algorithm?.timeStampDigest ?? .sha256 }

  /// Bytes of padding that a stamp could take.
  var room: Int { range.count - bare.encode().count }

  /// The store with `token` in its signature, of the same size; nil when there is no room.
  func fitted(_ token: [UInt8]) -> [UInt8]? {
    guard let bytes = try? stamped(token).encode(totalSize: range.count) else { return nil }
    return store[..<range.lowerBound] + bytes + store[range.upperBound...]
  }

  /// The store with `token` in its signature, of whatever size; nil when a box says its length in
  /// another way than most.
  func grown(_ token: [UInt8]) -> [UInt8]? {
    let bytes = stamped(token).encode()
    var grown = store[..<range.lowerBound] + bytes + store[range.upperBound...]
    for place in lengths {
      let old = grown[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      // One: the length follows in eight bytes; zero: to the end.
      guard old > 1, let new = UInt32(exactly: old + bytes.count - range.count) else { return nil }
      for index in 0..<4 {
        grown[place + index] = UInt8(truncatingIfNeeded: new >> (24 - 8 * index))
      }
    }
    return Array(grown)
  }

  /// The structure without padding.
  private var bare: Sign1 {
    let pads = [HeaderLabel.padding, HeaderLabel.secondPadding]
    return sign1.with(
      unprotected: Map(
        sign1.unprotected.entries.filter { entry in
          !pads.contains { entry.key.text?.isExactly($0) ?? false }
        }))
  }

  private func stamped(_ token: [UInt8]) -> Sign1 {
    let stamp = Map.Entry(
      key: .text(HeaderLabel.timeStamp), value: TimeStampHeader.value(of: token))
    return bare.with(unprotected: Map(bare.unprotected.entries + [stamp]))
  }
}
