package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// A list that was read and not proved: nothing in it may decide who is official.
///
/// It may be an unsigned list, such as C2PA's own, or the payload of a JWS whose signatures nobody
/// has checked. `verified(keys:at:minimumSequence:)` makes a `GovernmentTrustList` of it.
package struct ParsedTrustList: Sendable {
  /// The list as the user named it.
  package let name: String
  /// What it says.
  package let content: TrustListContent
  /// SHA-256 of the bytes that its content was read from.
  package let digest: Digest
  let signature: JWS?
  /// The list's own JSON: what is signed, when it is signed.
  let payload: [UInt8]

  /// Reads a list: a JWS in the general JSON serialisation, or the list itself in JSON.
  ///
  /// - Throws: `.tooLarge` or `.malformed`.
  package init(parsing bytes: [UInt8], name: String) throws(TrustError) {
    guard bytes.count <= TrustLimits.maximumFileSize else {
      throw TrustError(.tooLarge, name, "larger than \(TrustLimits.maximumFileSize) bytes")
    }
    guard !PEMFile.isLikely(bytes, label: "CERTIFICATE") else {
      throw TrustError(
        .malformed, name, "a file of certificates in PEM is no government list",
        hint: "--anchors, --tsa-anchors and --allow take such files")
    }
    guard !PEMFile.isLikely(bytes, label: "PUBLIC KEY") else {
      throw TrustError(
        .malformed, name, "this is the keys file of a list, and not the list",
        hint: "name the list beside it: NAME.json where the keys are NAME.keys.pem")
    }
    let outer = try ParsedTrustList.parse(bytes, name)
    let signature = outer["LoTE"] == nil ? try JWS(outer, name: name) : nil
    let inner = signature == nil ? outer : try ParsedTrustList.parse(signature?.payload ?? [], name)
    self.name = name
    self.signature = signature
    payload = signature?.payload ?? bytes
    content = try TrustListContent(inner, name: name)
    do throws(OpenSSLError) {
      digest = try Digest.of(payload, .sha256)
    } catch {
      throw TrustError(.unreadable, name, error.description)
    }
  }

  /// Whether it carries a signature, good or bad.
  package var isSigned: Bool { signature.map { !$0.signatures.isEmpty } ?? false }

  /// How many signatures it carries, good or bad.
  package var signatureCount: Int { signature?.signatures.count ?? 0 }

  /// The certificates of services that the list believed in at `time`, whatever they are for.
  package func certificates(grantedAt time: UTCTime) -> [Certificate] {
    content.services.filter { $0.service.isGranted(at: time) }.flatMap(\.service.certificates)
  }

  /// How many of `keys` have signed the list.
  package func signatures(by keys: ListKeys) -> Int { signers(among: keys).count }

  /// Whether `key` has signed the list.
  package func hasSignature(by key: PublicKey) -> Bool {
    signature.map { !$0.signers(among: [key]).isEmpty } ?? false
  }

  /// Which of `keys` have signed the list.
  func signers(among keys: ListKeys) -> [PublicKey] { signature?.signers(among: keys.keys) ?? [] }

  private static func parse(_ bytes: [UInt8], _ name: String) throws(TrustError) -> Value {
    try TrustError.malformed(name) { () throws(Malformed) in try Reader.parse(bytes) }
  }
}

extension TrustError {
  /// `list` is older than its own `NextUpdate`.
  static func stale(_ list: ParsedTrustList) -> TrustError {
    TrustError(
      .stale, list.name, "the trust list is out of date since \(list.content.nextUpdate)",
      hint: "get the current list from its operator")
  }

  /// `list` has a lower number than one that was seen.
  static func rolledBack(_ list: ParsedTrustList, under number: Int64) -> TrustError {
    TrustError(
      .rolledBack, list.name,
      "the trust list has number \(list.content.sequence), but \(number) was seen before")
  }

  /// No keys are known for `list`.
  static func keysMissing(_ list: ParsedTrustList) -> TrustError {
    let end = ".json"
    let file = list.name.hasSuffix(end) ? " \(list.name.dropLast(end.count)).keys.pem" : ""
    return TrustError(
      .keysMissing, list.name, "no pinned keys for this trust list",
      hint: "put its keys file\(file) beside it, or give a pinned list that recognises it")
  }

  /// The same of a list that lies within evidence, where no keys file can lie beside it.
  static func keysMissing(keptAs name: String) -> TrustError {
    TrustError(
      .keysMissing, name, "no pinned keys for this trust list",
      hint: "--list-keys names the keys file of this list, by which the reader proves it")
  }
}
