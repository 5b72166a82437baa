package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// A plan of what is to be signed, and the signatures of those who approved exactly these bytes: a
/// JSON Web Signature in the general serialisation (RFC 7515 §7.2.1).
package struct ApprovedPlan: Sendable {
  /// What one person approved, and as what.
  package struct Approval: Hashable, Sendable {
    /// The key that approved.
    package let key: PublicKey
    /// Role of the approver, never a name.
    package let role: String
    /// Record of the approval.
    package let record: String
    /// When it was given, by the approver's own word.
    package let time: UTCTime
  }

  /// The plan, byte for byte as it was approved.
  package let plan: [UInt8]
  private let jws: JWS
  private let received: [Value]
  private let name: String

  /// `typ` of such a signature, so that no other signature of the same key stands for one.
  private static let type = "broadseal-plan+jws"
  /// Header that says who approved, and when.
  private static let statement = "org.broadseal.approval"

  /// Reads a plan with approvals; `name` stands in errors.
  ///
  /// - Throws: `.malformed` or `.tooLarge`.
  package init(parsing bytes: [UInt8], name: String) throws(TrustError) {
    guard bytes.count <= TrustLimits.maximumFileSize else {
      throw TrustError(.tooLarge, name, "larger than \(TrustLimits.maximumFileSize) bytes")
    }
    let value = try TrustError.malformed(name) { () throws(Malformed) in
      try Reader.parse(bytes)
    }
    jws = try JWS(value, name: name)
    plan = jws.payload
    received = value["signatures"]?.array ?? []
    self.name = name
  }

  /// A plan that nobody has approved yet.
  package init(plan: [UInt8], name: String) {
    jws = JWS(unsigned: plan)
    self.plan = plan
    received = []
    self.name = name
  }

  /// Whether `bytes` are a plan with approvals rather than a plan.
  package static func isApproved(_ bytes: [UInt8]) -> Bool {
    (try? Reader.parse(bytes))?["payload"] != nil
  }

  /// The approvals by `keys`; signatures of others, and for other ends, count for nothing.
  ///
  /// - Throws: `.malformed` for an approval that does not say as what it was given.
  package func approvals(by keys: [PublicKey]) throws(TrustError) -> [Approval] {
    var found: [Approval] = []
    for signature in jws.signatures
    where signature.protected["typ"]?.string == ApprovedPlan.type {
      guard let key = jws.signer(of: signature, among: keys),
        !found.contains(where: { $0.key == key })
      else { continue }
      guard let statement = signature.protected[ApprovedPlan.statement] else {
        throw TrustError(.malformed, name, "an approval does not say as what it was given")
      }
      let fields = try ListFields(statement, at: ApprovedPlan.statement, of: name)
      try fields.allowOnly(["role", "record", "time"])
      found.append(
        Approval(
          key: key, role: try fields.text("role"), record: try fields.text("record"),
          time: try fields.time("time")))
    }
    return found
  }

  /// The plan with one more approval, by `key`.
  ///
  /// - Throws: `.malformed` when the key has approved already, or is of a kind that may not.
  package func approved(
    by key: PrivateKey, role: String, record: String, at time: UTCTime
  ) throws(TrustError) -> [UInt8] {
    guard jws.signers(among: [key.publicKey]).isEmpty else {
      throw TrustError(.malformed, name, "this key has approved the plan already")
    }
    let statement: Value = [
      "role": .string(role), "record": .string(record), "time": .string(time.rfc3339),
    ]
    let signature = try jws.signature(
      by: key, type: ApprovedPlan.type, and: [(ApprovedPlan.statement, statement)], name: name)
    guard received.count < TrustLimits.maximumSignatures else {
      throw TrustError(.malformed, name, "the plan has too many approvals")
    }
    let signed: Value = [
      "payload": .string(jws.payloadText), "signatures": .array(received + [signature]),
    ]
    return Array((Writer.write(signed, pretty: true) + "\n").utf8)
  }
}
