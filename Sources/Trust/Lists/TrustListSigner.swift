import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// Signs trust lists: a JWS in the general JSON serialisation, with one signature a key.
package enum TrustListSigner {
  /// `list` signed by `keys`.
  ///
  /// The keys of one list lie with different people, so a list that is signed already keeps its
  /// payload and its signatures, byte for byte, and gets the new ones beside them.
  ///
  /// - Parameters:
  ///   - list: a list in JSON, or such a list signed before.
  ///   - name: the list in error texts.
  /// - Throws: `.malformed` for a list that a verifier or the schema of TS 119 602 would refuse, a key that has signed already,
  ///   or a key of a kind that may not sign lists; `.tooLarge`.
  package static func sign(
    _ list: [UInt8], keys: [PrivateKey], name: String
  ) throws(TrustError) -> [UInt8] {
    let parsed = try ParsedTrustList(parsing: list, name: name)
    let jws = parsed.signature ?? JWS(unsigned: list)
    try checkShape(jws.payload, name)
    guard Set(keys.map(\.publicKey)).count == keys.count else {
      throw TrustError(.malformed, name, "a key would sign the trust list twice")
    }
    guard jws.signers(among: keys.map(\.publicKey)).isEmpty else {
      throw TrustError(
        .malformed, name, "this key has signed the list already",
        hint: "another keeper signs it next")
    }
    var signatures = parsed.isSigned ? try signatures(of: list, name) : []
    for key in keys { signatures.append(try jws.signature(by: key, name: name)) }
    let signed: Value = ["payload": .string(jws.payloadText), "signatures": .array(signatures)]
    return Writer.bytes(of: signed, pretty: true) + [UInt8(ascii: "\n")]
  }

  /// `content` written and signed by `keys`.
  package static func sign(
    _ content: TrustListContent, keys: [PrivateKey], name: String
  ) throws(TrustError) -> [UInt8] {
    try sign(content.json, keys: keys, name: name)
  }

  private static func checkShape(_ payload: [UInt8], _ name: String) throws(TrustError) {
    let value = try TrustError.malformed(name) { () throws(Malformed) in
      try Reader.parse(payload)
    }
    guard let fault = ListSchema.list.fault(in: value, at: "list") else { return }
    throw TrustError(
      .malformed, name, "\(fault): the schema of ETSI TS 119 602 refuses the list")
  }

  private static func signatures(of list: [UInt8], _ name: String) throws(TrustError) -> [Value] {
    let value = try TrustError.malformed(name) { () throws(Malformed) in try Reader.parse(list) }
    return value["signatures"]?.array ?? []
  }
}
