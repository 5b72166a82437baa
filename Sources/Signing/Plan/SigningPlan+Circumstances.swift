import BroadsealJSON
package import BroadsealOpenSSL

extension SigningPlan {
  /// What a run does beside what the request says; the approver has to know it too.
  package struct Circumstances: Sendable {
    /// Whether the result must bear a time stamp.
    package enum TimeStamp: String, Sendable {
      /// Without one nothing is signed.
      case required
      /// One is asked for, and the result may be without.
      case optional
      /// None is asked for.
      case none
    }

    /// Who stands behind the documents by a `cawg.identity` assertion.
    package struct Identity: Sendable {
      let certificate: Certificate
      let roles: [String]
      let encoding: OrganisationIdentity.Encoding

      /// An identity by `certificate`, with `roles`, written in the order of `encoding`.
      package init(
        certificate: Certificate, roles: [String], encoding: OrganisationIdentity.Encoding
      ) {
        self.certificate = certificate
        self.roles = roles
        self.encoding = encoding
      }
    }

    let identity: Identity?
    let timeStamp: TimeStamp
    let readsBack: Bool
    let approvers: [PublicKey]?

    /// A run with `identity`, with a time stamp as `timeStamp` says, read back or not.
    ///
    /// - Parameter approvers: the keys of those who may approve it; nil: that stays open, and the commands take no such plan.
    package init(
      identity: Identity? = nil, timeStamp: TimeStamp = .required, readsBack: Bool = true,
      approvers: [PublicKey]? = nil
    ) {
      self.approvers = approvers
      self.identity = identity
      self.timeStamp = timeStamp
      self.readsBack = readsBack
    }
  }
}

extension SigningPlan.Circumstances {
  /// The identity in JSON; null says that there is none.
  var plannedIdentity: Value {
    guard let identity else { return .null }
    return .object(
      Object([
        ("certificate", .string(identity.certificate.sha256)),
        ("roles", .array(identity.roles.map(Value.string))),
        ("encoding", .string(identity.encoding.rawValue)),
      ]))
  }

  /// Who may approve, in JSON, whatever the order of the files that name them.
  var plannedApprovers: Value {
    guard let approvers else { return .null }
    return .array(Set(approvers.map(\.spkiSHA256)).sorted().map(Value.string))
  }

  /// The rest in JSON.
  var plannedRun: Value {
    .object(
      Object([("timeStamp", .string(timeStamp.rawValue)), ("readBack", .bool(readsBack))]))
  }
}
