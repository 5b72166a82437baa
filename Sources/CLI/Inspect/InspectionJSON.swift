import BroadsealBytes
import BroadsealCOSE
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealReporting
import BroadsealVerifying

/// A manifest store as its schema `broadseal.inspection/1` has it. All but `verdict` is what the file says,
/// proved or not.
enum InspectionJSON {
  /// The store, the active manifest first.
  ///
  /// - Parameter verdict: what verification says of the document; nil for a store without one.
  static func value(
    of store: ManifestStore, at place: InspectedStore.Place, _ path: FilePath, _ verdict: Verdict?
  ) -> JSON.Value {
    var members = path.members("path")
    members += [
      ("place", json(of: place)),
      (
        "manifests",
        .array(
          store.manifests.reversed().enumerated().map { index, manifest in
            json(of: manifest, isActive: index == 0)
          })
      ),
    ]
    if let verdict { members.append(("verdict", verdict.json(at: path))) }
    return Tool.document(.inspection, members)
  }

  private static func json(of place: InspectedStore.Place) -> JSON.Value {
    switch place {
    case .itself: ["where": "itself"]
    case .given: ["where": "given"]
    case .beside: ["where": "beside"]
    case .inside(let extent, _):
      [
        "where": "inside", "start": .integer(Int64(extent.start)),
        "end": .integer(Int64(extent.end)),
      ]
    }
  }

  private static func json(of manifest: Manifest, isActive: Bool) -> JSON.Value {
    let claim = try? manifest.claim.get()
    return [
      "label": .string(manifest.label), "kind": .string("\(manifest.kind)"),
      "active": .bool(isActive), "claim": json(of: manifest.claim),
      "signature": json(of: manifest.signature),
      "assertions": .array(manifest.assertions.map { json(of: $0, in: claim) }),
    ]
  }

  private static func json(of claim: Result<Claim, Problem>) -> JSON.Value {
    switch claim {
    case .failure(let problem): return json(of: problem)
    case .success(let claim):
      var members: [(String, JSON.Value)] = [("version", .integer(Int64(claim.version)))]
      members.append(
        (
          "generators",
          .array(
            claim.generators.map { generator in
              var parts: [(String, JSON.Value)] = [("name", .string(generator.name))]
              if let version = generator.version { parts.append(("version", .string(version))) }
              return .object(JSON.Object(parts))
            })
        ))
      for (name, text) in [
        ("generator", claim.generatorText), ("specVersion", claim.specVersion),
        ("title", claim.title), ("instance", claim.instanceID), ("algorithm", claim.algorithm),
      ] {
        if let text { members.append((name, .string(text))) }
      }
      members.append(("redacted", .array(claim.redacted.map(JSON.Value.string))))
      return .object(JSON.Object(members))
    }
  }

  private static func json(of signature: Result<ClaimSignature, Problem>) -> JSON.Value {
    let read: Sign1
    switch signature {
    case .failure(let problem): return json(of: problem)
    case .success(let box):
      do throws(Malformed) { read = try Sign1(decoding: box.bytes) } catch {
        return ["fault": .string("\(error)")]
      }
    }
    var members: [(String, JSON.Value)] = []
    if let algorithm = read.algorithm { members.append(("algorithm", .string(algorithm.name))) }
    let chain = (try? read.x5chain.get())?.certificates ?? []
    members.append(("certificates", .array(chain.map(json(ofCertificate:)))))
    members.append(
      (
        "timeStamps",
        .array(
          read.timeStamps.map { stamp in
            let count = stamp.tokens.map { JSON.Value.integer(Int64($0.count)) } ?? .null
            return ["form": .string(stamp.form.rawValue), "tokens": count]
          })
      ))
    members.append(("ocspResponses", .integer(Int64(read.ocspResponses?.count ?? 0))))
    return .object(JSON.Object(members))
  }

  private static func json(ofCertificate der: [UInt8]) -> JSON.Value {
    guard let certificate = try? Certificate(der: der) else { return .null }
    return [
      "subject": .string("\(certificate.subject)"), "issuer": .string("\(certificate.issuer)"),
      "sha256": .string(certificate.sha256),
      "notBefore": .string(certificate.notBefore.rfc3339),
      "notAfter": .string(certificate.notAfter.rfc3339),
    ]
  }

  private static func json(of assertion: Assertion, in claim: Claim?) -> JSON.Value {
    let list = claim.map { AssertionText.list(of: assertion, in: $0) }
    return [
      "label": .string(assertion.label.text),
      "kind": .string(AssertionText.kind(of: assertion.content)),
      "list": .string(list == .created ? "created" : list == .gathered ? "gathered" : "none"),
      "content": AssertionText.json(of: assertion.content),
    ]
  }

  private static func json(of problem: Problem) -> JSON.Value {
    ["fault": .string("\(problem.code.name): \(problem.reason)")]
  }
}
