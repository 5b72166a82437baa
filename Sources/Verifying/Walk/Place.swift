import BroadsealJUMBF

/// Where statuses of one manifest are about: absolute JUMBF URIs (C2PA 2.4 §8.4.2).
struct Place: Sendable {
  /// URI of the manifest.
  let manifest: String

  init(manifest label: String) {
    manifest = "self#jumbf=/c2pa/" + label
  }

  /// URI of the claim's signature.
  var signature: String { manifest + "/c2pa.signature" }

  /// URI of the claim.
  func claim(version: Int) -> String {
    manifest + (version == 1 ? "/c2pa.claim" : "/c2pa.claim.v2")
  }

  /// URI of an assertion.
  func assertion(_ label: String) -> String {
    manifest + "/c2pa.assertions/" + label
  }
}
