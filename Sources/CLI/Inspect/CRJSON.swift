import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealReporting
import BroadsealVerifying

/// A manifest store as the standard shows it in JSON (crJSON, C2PA 2.4): what the file says, newest manifest
/// first, and what validation found.
enum CRJSON {
  /// The document.
  ///
  /// - Parameters:
  ///   - verdict: what validation found.
  ///   - time: the moment that it was judged by.
  static func value(of store: ManifestStore, _ verdict: Verdict, at time: UTCTime) -> JSON.Value {
    let ingredients = verdict.c2pa.ingredients
    let manifests = store.manifests.reversed().enumerated().map { index, manifest -> JSON.Value in
      var members = CRJSON.members(of: manifest)
      if index == 0 {
        members.append(("validationResults", results(verdict.c2pa, at: time)))
      } else if let found = ingredients.first(where: { $0.manifest == manifest.label }) {
        let lists = lists(found.success, found.informational, found.failure)
        members.append(("validationResults", .object(JSON.Object(lists))))
      }
      return .object(JSON.Object(members))
    }
    return [
      "@context": [
        "@vocab": "https://c2pa.org/crjson", "extras": "https://c2pa.org/crjson/extras",
      ],
      "manifests": .array(manifests),
      "jsonGenerator": Tool.json,
    ]
  }

  private static func members(of manifest: Manifest) -> [(String, JSON.Value)] {
    var seen: Set<String> = []
    let assertions = manifest.assertions.compactMap { assertion -> (String, JSON.Value)? in
      let label = assertion.label.text
      // Two of one label are a fault of the file; the first one is the one that counts.
      return seen.insert(label).inserted ? (label, content(of: assertion.content)) : nil
    }
    var members: [(String, JSON.Value)] = [
      ("label", .string(manifest.label)),
      ("isUpdateManifest", .bool(manifest.kind == .update)),
      ("isCompressedManifest", .bool(manifest.kind == .compressed)),
      ("assertions", .object(JSON.Object(assertions))),
    ]
    if let claim = try? manifest.claim.get() {
      let name = claim.version == 1 ? "claim" : "claim.v2"
      members.append((name, JSON.Value(showing: .map(claim.map))))
    }
    if let signature = try? manifest.signature.get() {
      members.append(("signature", json(of: signature)))
    }
    return members
  }

  private static func content(of content: AssertionContent) -> JSON.Value {
    switch content {
    case .embeddedFile(let file):
      ["format": .string(file.mediaType), "data": .string("b64'\(Base64.encode(file.bytes))'")]
    case .cbor, .json, .uuid, .malformed, .redacted, .other: AssertionText.json(of: content)
    }
  }

  private static func json(of signature: ClaimSignature) -> JSON.Value {
    guard let read = try? Sign1(decoding: signature.bytes) else { return .object(JSON.Object([])) }
    var members: [(String, JSON.Value)] = []
    if let algorithm = read.algorithm {
      members.append(("algorithm", .string(algorithm.name.lowercased())))
    }
    let chain = (try? read.x5chain.get())?.certificates ?? []
    if let leaf = chain.first, let certificate = try? Certificate(der: leaf) {
      members.append(("certificateInfo", json(of: certificate)))
    }
    let tokens = read.timeStamps.flatMap { $0.tokens ?? [] }
    if let first = tokens.first, let token = try? TimeStampToken(first) {
      var stamp: [(String, JSON.Value)] = [("timestamp", .string(token.generated.rfc3339))]
      if let signer = token.signer { stamp.append(("certificateInfo", json(of: signer))) }
      members.append(("timeStampInfo", .object(JSON.Object(stamp))))
    }
    return .object(JSON.Object(members))
  }

  private static func json(of certificate: Certificate) -> JSON.Value {
    [
      "serialNumber": .string(certificate.serialHex.lowercased()),
      "issuer": json(of: certificate.issuer), "subject": json(of: certificate.subject),
      "validity": [
        "notBefore": .string(certificate.notBefore.rfc3339),
        "notAfter": .string(certificate.notAfter.rfc3339),
      ],
    ]
  }

  private static let names = [
    ("2.5.4.6", "C"), ("2.5.4.8", "ST"), ("2.5.4.7", "L"), ("2.5.4.10", "O"), ("2.5.4.11", "OU"),
    ("2.5.4.3", "CN"),
  ]

  private static func json(of name: DistinguishedName) -> JSON.Value {
    .object(
      JSON.Object(
        names.compactMap { identifier, short in
          name.values(of: identifier).first.map { (short, .string($0)) }
        }))
  }

  private static func results(_ result: C2PAResult, at time: UTCTime) -> JSON.Value {
    var members = lists(result.success, result.informational, result.failure)
    if let version = result.specVersion { members.append(("specVersion", .string(version))) }
    members.append(("validationTime", .string(time.rfc3339)))
    return .object(JSON.Object(members))
  }

  private static func lists(
    _ success: [C2PAStatus], _ informational: [C2PAStatus], _ failure: [C2PAStatus]
  ) -> [(String, JSON.Value)] {
    [("success", success), ("informational", informational), ("failure", failure)].map {
      ($0, .array($1.map(json(of:))))
    }
  }

  private static func json(of status: C2PAStatus) -> JSON.Value {
    var members: [(String, JSON.Value)] = [("code", .string(status.code))]
    if let url = status.url { members.append(("url", .string(url))) }
    if let explanation = status.explanation {
      members.append(("explanation", .string(explanation)))
    }
    return .object(JSON.Object(members))
  }
}
