import BroadsealBytes
import BroadsealNotes

extension LaterRevisions: Packable {
  func pack(into packer: inout Packer) {
    packer.put(change)
    packer.put(rule)
    packer.put(reason)
    packer.put(isPermitted)
    packer.put(permission)
    packer.put(revision)
    packer.put(revisions)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      try unpacker.value(LaterRevisions.Change.self),
      rule: try unpacker.optional(String.self),
      reason: try unpacker.value(String.self),
      isPermitted: try unpacker.optional(Bool.self),
      permission: try unpacker.optional(Int.self),
      revision: try unpacker.optional(Int.self),
      revisions: try unpacker.optional(Int.self))
  }
}

extension SealTime: Packable {
  func pack(into packer: inout Packer) {
    packer.put(trusted)
    packer.put(authority)
    packer.put(claimed)
    packer.put(notBefore)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      trusted: try unpacker.optional(UTCTime.self),
      authority: try unpacker.optional(String.self),
      claimed: try unpacker.optional(UTCTime.self),
      notBefore: try unpacker.optional(UTCTime.self))
  }
}

extension SealResult: Packable {
  func pack(into packer: inout Packer) {
    packer.put(reasons)
    packer.put(agency)
    packer.put(jurisdiction)
    packer.put(list)
    packer.put(time)
    packer.put(speaks)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      reasons: try unpacker.array(Note.self),
      agency: try unpacker.optional(Agency.self),
      jurisdiction: try unpacker.optional(String.self),
      list: try unpacker.optional(RecognisedList.self),
      time: try unpacker.value(SealTime.self))
    speaks = try unpacker.value(Bool.self)
  }
}

extension SignerChain.Link: Packable {
  func pack(into packer: inout Packer) {
    packer.put(subject)
    packer.put(sha256)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      subject: try unpacker.value(String.self),
      sha256: try unpacker.value(String.self))
  }
}

extension SignerChain: Packable {
  func pack(into packer: inout Packer) {
    packer.put(issuer)
    packer.put(links)
    packer.put(failure)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      issuer: try unpacker.value(String.self),
      links: try unpacker.array(SignerChain.Link.self),
      failure: try unpacker.optional(String.self))
  }
}

extension PDFSignatureResult: Packable {
  func pack(into packer: inout Packer) {
    packer.put(field)
    packer.put(format)
    packer.put(status)
    packer.put(explanation)
    packer.put(doubts)
    packer.put(weak)
    packer.put(stampFault)
    packer.put(coverage)
    packer.put(coveredEnd)
    packer.put(isWithLabel)
    packer.put(signer)
    packer.put(isLabelSigner)
    packer.put(level)
    packer.put(time)
    packer.put(offset)
    packer.put(later)
    packer.put(chain)
    packer.put(seal)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      field: try unpacker.value(String.self),
      format: try unpacker.value(String.self),
      status: try unpacker.value(PDFSignatureResult.Status.self),
      explanation: try unpacker.value(String.self),
      doubts: try unpacker.array(String.self),
      weak: try unpacker.array(String.self),
      stampFault: try unpacker.optional(String.self),
      coverage: try unpacker.value(PDFSignatureResult.Coverage.self),
      coveredEnd: try unpacker.value(Int.self),
      isWithLabel: try unpacker.value(Bool.self),
      signer: try unpacker.optional(SignerIdentity.self),
      isLabelSigner: try unpacker.optional(Bool.self),
      level: try unpacker.optional(String.self),
      time: try unpacker.optional(UTCTime.self),
      offset: try unpacker.value(Int.self),
      later: try unpacker.optional(LaterRevisions.self))
    chain = try unpacker.optional(SignerChain.self)
    seal = try unpacker.optional(SealResult.self)
  }
}
