import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealVerifying

/// What a label is made of, from the store down to one signature.
enum StoreFuzzing {
  /// A store beside a file: everything that the checks ask of its manifests.
  static func store(_ bytes: [UInt8]) {
    let asset = Array("a,b\n1,2\n".utf8)
    _ = FuzzWorld.verifier.session().verify(bytes: asset, named: "a.csv", sidecar: bytes)
  }

  /// The values that claims and assertions are read from: whatever is CBOR is given to every reader.
  static func claim(_ bytes: [UInt8]) {
    guard let value = try? CBOR.Decoder.decode(bytes) else { return }
    for version in 1...3 {
      _ = try? Actions(value, version: version)
      _ = try? Ingredient(value, version: version)
    }
    _ = (try? DataHash(value), try? BoxesHash(value), try? CollectionHash(value))
    _ = (try? BMFFHash(value), try? MultiAssetHash(value), try? SegmentHash(value))
    _ = (try? TimeStamps(value), try? CertificateStatus(value), try? SoftBinding(value))
    _ = (try? ExternalReference(value), try? ExternalReference(cloudData: value))
    _ = (try? TrainingMining(value), try? ValidationResults(value))
    _ = try? BroadsealLabel(value)
    _ = try? AIDisclosure(value)
    _ = try? IdentityAssertion(value, encoded: bytes[...])
    _ = try? AssertionMetadata.read(value)
  }

  /// A COSE signature and its headers.
  static func signature(_ bytes: [UInt8]) {
    guard let sign1 = try? Sign1(decoding: bytes[...]) else { return }
    _ = (sign1.algorithm, sign1.unknownCriticalLabels, sign1.hasRepeatedLabels)
    _ = (sign1.timeStamps.map(\.tokens), sign1.ocspResponses, sign1.paddingIsZero)
    guard let chain = try? sign1.x5chain.get(), let algorithm = sign1.algorithm,
      let leaf = chain.certificates.first.flatMap({ try? Certificate(der: $0) })
    else { return }
    _ = sign1.isSigned(by: leaf.publicKey, over: [1, 2, 3], with: algorithm)
  }

  /// JUMBF boxes, and the store in them.
  static func boxes(_ bytes: [UInt8]) {
    _ = try? Superbox.parse(bytes)
    guard let store = try? ManifestStore(parsing: bytes, allowTrailingZeros: true) else { return }
    for manifest in store.manifests {
      _ = (manifest.claim, manifest.signature, manifest.assertions.map(\.content))
    }
  }
}
