import BroadsealBytes
package import BroadsealCBOR
package import BroadsealJUMBF

/// A claim (C2PA 2.4 §10): what was parsed, not what was proved.
package struct Claim: Hashable, Sendable {
  /// 1 for `c2pa.claim`, 2 for `c2pa.claim.v2`.
  package let version: Int
  /// The claim's CBOR exactly as received: the bytes that were signed.
  package let bytes: [UInt8]
  /// Every field.
  package let map: CBOR.Map
  /// Identifier of the asset's instance; some claims of version 1 have none.
  package let instanceID: String?
  /// The program that made the claim; version 1 may name several, the last to act first, or none.
  package let generators: [GeneratorInfo]
  /// The free text by which claims of version 1 name their program.
  package let generatorText: String?
  /// Reference to the signature box, as received.
  package let signatureURL: String
  /// Assertions that the signer vouches for; all assertions of version 1.
  package let created: [HashedURI]
  /// Assertions that the signer passes on without vouching for them.
  package let gathered: [HashedURI]
  /// References to assertions of other manifests that this claim redacts.
  package let redacted: [String]
  /// Hash algorithm where an assertion or a reference states none.
  package let algorithm: String?
  /// `dc:title`: an attacker's text in an unproved manifest.
  package let title: String?

  /// Every assertion the claim lists, the created ones first.
  package var assertions: [HashedURI] { created + gathered }

  /// The reference to the signature, when it names a superbox of the same store.
  package var signatureURI: JUMBF.URI? { JUMBF.URI(signatureURL) }

  /// Version of the standard that the claim says it follows.
  package var specVersion: String? { generators.first?.specVersion }
}

extension Claim {
  /// Reads the CBOR of a claim box.
  ///
  /// - Parameters:
  ///   - version: 1 or 2, as the box's label says.
  ///   - received: the content of the box's one CBOR box.
  ///   - base: its offset in the store, for error messages.
  /// - Throws: `claim.cbor.invalid` or `claim.malformed` (C2PA 2.5 §14.6.2).
  package init(
    version: Int, received: ArraySlice<UInt8>, base: Int = 0
  ) throws(Problem) {
    let value: CBOR.Value
    do {
      value = try CBOR.Decoder.decode(received, base: base, form: .wellFormed)
    } catch {
      throw Problem(.claimCborInvalid, error.description)
    }
    guard let map = value.map else { throw Problem(.claimCborInvalid, "the claim is no map") }
    let code = StatusCode.claimMalformed
    self.version = version
    bytes = Array(received)
    self.map = map
    signatureURL = try value.requiredText("signature", orThrow: code)
    redacted = try value.optionalTexts("redacted_assertions", orThrow: code) ?? []
    algorithm = try value.optionalText("alg", orThrow: code)
    title = try value.optionalText("dc:title", orThrow: code)
    if version == 1 {
      instanceID = try value.optionalText("instanceID", orThrow: code)
      generatorText = try value.optionalText("claim_generator", orThrow: code)
      generators = try Claim.readGenerators(value)
      created = try Claim.references(value, "assertions")
      gathered = []
    } else {
      instanceID = try value.requiredText("instanceID", orThrow: code)
      generatorText = nil
      guard let info = value["claim_generator_info"] else {
        throw Problem(code, "the field claim_generator_info is missing")
      }
      generators = [try GeneratorInfo(info, orThrow: code)]
      created = try Claim.references(value, "created_assertions")
      gathered = try value.optionalReferences("gathered_assertions", orThrow: code) ?? []
    }
  }

  private static func references(
    _ value: CBOR.Value, _ key: String
  ) throws(Problem) -> [HashedURI] {
    guard let references = try value.optionalReferences(key, orThrow: .claimMalformed) else {
      throw Problem(.claimMalformed, "the field \(key) is missing")
    }
    return references
  }

  /// Version 1 holds an array of maps, and some writers null or a single map.
  private static func readGenerators(_ value: CBOR.Value) throws(Problem) -> [GeneratorInfo] {
    guard let info = value["claim_generator_info"], info != .null else { return [] }
    var generators: [GeneratorInfo] = []
    for entry in info.array ?? [info] {
      generators.append(try GeneratorInfo(entry, orThrow: .claimMalformed))
    }
    return generators
  }
}
