import BroadsealBytes
import BroadsealNotes

extension AIUse.Basis: Packable {
  func pack(into packer: inout Packer) {
    packer.put(place)
    packer.put(field)
    packer.put(value)
    packer.put(reading)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      place: try unpacker.value(String.self),
      field: try unpacker.value(String.self),
      value: try unpacker.value(String.self),
      reading: try unpacker.value(AIUse.Status.self))
  }
}

extension AIUse: Packable {
  func pack(into packer: inout Packer) {
    packer.put(status)
    packer.put(system)
    packer.put(version)
    packer.put(provider)
    packer.put(scope)
    packer.put(basis)
    packer.put(hints)
    packer.put(stated)
    packer.put(isOfSignerAlone)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      status: try unpacker.value(AIUse.Status.self),
      system: try unpacker.optional(String.self),
      version: try unpacker.optional(String.self),
      provider: try unpacker.optional(String.self),
      scope: try unpacker.optional(String.self),
      basis: try unpacker.array(AIUse.Basis.self),
      hints: try unpacker.array(Note.self),
      stated: try unpacker.value(AIUse.Status.self),
      isOfSignerAlone: try unpacker.value(Bool.self))
  }
}

extension VerdictTime: Packable {
  func pack(into packer: inout Packer) {
    packer.put(trusted)
    packer.put(authority)
    packer.put(claimed)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      trusted: try unpacker.optional(UTCTime.self),
      authority: try unpacker.optional(String.self),
      claimed: try unpacker.optional(UTCTime.self))
  }
}

extension LabelStatement.Claim: Packable {
  func pack(into packer: inout Packer) {
    packer.put(agency)
    packer.put(jurisdiction)
    packer.put(office)
    packer.put(reference)
    packer.put(url)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      agency: try unpacker.value(Agency.self),
      jurisdiction: try unpacker.value(String.self),
      office: try unpacker.optional(String.self),
      reference: try unpacker.optional(String.self),
      url: try unpacker.optional(String.self))
  }
}

extension LabelStatement.Review: Packable {
  func pack(into packer: inout Packer) {
    packer.put(role)
    packer.put(time)
    packer.put(version)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      role: try unpacker.value(String.self),
      time: try unpacker.optional(UTCTime.self),
      version: try unpacker.optional(String.self))
  }
}

extension LabelStatement.Approval: Packable {
  func pack(into packer: inout Packer) {
    packer.put(role)
    packer.put(record)
    packer.put(time)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      role: try unpacker.value(String.self),
      record: try unpacker.value(String.self),
      time: try unpacker.value(UTCTime.self))
  }
}

extension LabelStatement.EarlierVersion: Packable {
  func pack(into packer: inout Packer) {
    packer.put(manifest)
    packer.put(state)
    packer.put(reference)
    packer.put(title)
    packer.put(time)
    packer.put(signer)
    packer.put(standing)
    packer.put(agency)
    packer.put(claimed)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      manifest: try unpacker.value(String.self),
      state: try unpacker.value(LabelStatement.EarlierVersion.State.self),
      reference: try unpacker.optional(String.self),
      title: try unpacker.optional(String.self),
      time: try unpacker.optional(UTCTime.self),
      signer: try unpacker.optional(SignerIdentity.self),
      standing: try unpacker.value(LabelStatement.EarlierVersion.Standing.self),
      agency: try unpacker.optional(Agency.self),
      claimed: try unpacker.optional(Agency.self))
  }
}

extension LabelStatement: Packable {
  func pack(into packer: inout Packer) {
    packer.put(claim)
    packer.put(title)
    packer.put(language)
    packer.put(humanReview)
    packer.put(review)
    packer.put(editorialResponsibility)
    packer.put(deepfake)
    packer.put(approval)
    packer.put(supersedes)
    packer.put(earlier)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      claim: try unpacker.optional(LabelStatement.Claim.self),
      title: try unpacker.optional(String.self),
      language: try unpacker.optional(String.self),
      humanReview: try unpacker.optional(Bool.self),
      review: try unpacker.optional(LabelStatement.Review.self),
      editorialResponsibility: try unpacker.optional(String.self),
      deepfake: try unpacker.optional(Bool.self),
      approval: try unpacker.optional(LabelStatement.Approval.self),
      supersedes: try unpacker.optional(String.self),
      earlier: try unpacker.array(LabelStatement.EarlierVersion.self))
  }
}
