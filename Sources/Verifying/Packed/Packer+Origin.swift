import BroadsealBytes

extension Agency: Packable {
  func pack(into packer: inout Packer) {
    packer.put(id)
    packer.put(names.sorted { $0.key < $1.key }.map { NamedText(name: $0, text: $1) })
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      id: try unpacker.value(String.self),
      names: Dictionary(
        try unpacker.array(NamedText.self).map { ($0.name, $0.text) },
        uniquingKeysWith: { first, _ in first }))
  }
}

extension RecognisedList: Packable {
  func pack(into packer: inout Packer) {
    packer.put(name)
    packer.put(sequence)
    packer.put(recognisedBy)
    packer.put(issued)
    packer.put(nextUpdate)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      name: try unpacker.value(String.self),
      sequence: try unpacker.value(Int.self),
      recognisedBy: try unpacker.optional(String.self),
      issued: try unpacker.optional(UTCTime.self),
      nextUpdate: try unpacker.optional(UTCTime.self))
  }
}

extension SignerIdentity: Packable {
  func pack(into packer: inout Packer) {
    packer.put(subject)
    packer.put(name)
    packer.put(spki)
    packer.put(algorithm)
    packer.put(notAfter)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      subject: try unpacker.value(String.self),
      name: try unpacker.value(String.self),
      spki: try unpacker.value(String.self),
      algorithm: try unpacker.value(String.self),
      notAfter: try unpacker.optional(UTCTime.self))
  }
}

extension OfficialBasis.Period: Packable {
  func pack(into packer: inout Packer) {
    packer.put(from)
    packer.put(to)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      from: try unpacker.value(UTCTime.self),
      to: try unpacker.value(UTCTime.self))
  }
}

extension OfficialBasis.Answer: Packable {
  func pack(into packer: inout Packer) {
    packer.put(thisUpdate)
    packer.put(nextUpdate)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      thisUpdate: try unpacker.value(UTCTime.self),
      nextUpdate: try unpacker.optional(UTCTime.self))
  }
}

extension OfficialBasis: Packable {
  func pack(into packer: inout Packer) {
    packer.put(judged)
    packer.put(list)
    packer.put(signer)
    packer.put(authority)
    packer.put(answers)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      judged: try unpacker.value(UTCTime.self),
      list: try unpacker.value(OfficialBasis.Period.self),
      signer: try unpacker.value(OfficialBasis.Period.self),
      authority: try unpacker.optional(OfficialBasis.Period.self),
      answers: try unpacker.array(OfficialBasis.Answer.self))
  }
}

extension Origin: Packable {
  func pack(into packer: inout Packer) {
    packer.put(speaker)
    packer.put(status)
    packer.put(agency)
    packer.put(jurisdiction)
    packer.put(list)
    packer.put(signer)
    packer.put(claimSigner)
    packer.put(reasons)
    packer.put(basis)
    packer.put(withdrawal)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      speaker: try unpacker.value(Origin.Speaker.self),
      status: try unpacker.value(Origin.Status.self),
      agency: try unpacker.optional(Agency.self),
      jurisdiction: try unpacker.optional(String.self),
      list: try unpacker.optional(RecognisedList.self),
      signer: try unpacker.optional(SignerIdentity.self),
      claimSigner: try unpacker.optional(SignerIdentity.self),
      reasons: try unpacker.array(Note.self),
      basis: try unpacker.optional(OfficialBasis.self),
      withdrawal: try unpacker.optional(Origin.Withdrawal.self))
  }
}

extension Origin.Withdrawal: Packable {
  func pack(into packer: inout Packer) {
    packer.put(since)
    packer.put(reason)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      since: try unpacker.value(UTCTime.self),
      reason: try unpacker.value(Origin.Withdrawal.Reason.self))
  }
}

/// A text under a name.
private struct NamedText: Packable {
  let name: String
  let text: String

  init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  func pack(into packer: inout Packer) {
    packer.put(name)
    packer.put(text)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    name = try unpacker.text()
    text = try unpacker.text()
  }
}
