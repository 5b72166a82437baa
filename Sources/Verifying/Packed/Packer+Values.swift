import BroadsealBytes
import BroadsealNotes

extension String: Packable {
  func pack(into packer: inout Packer) { packer.put(self) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) { self = try unpacker.text() }
}

extension Int: Packable {
  func pack(into packer: inout Packer) { packer.put(self) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) { self = try unpacker.number() }
}

extension Bool: Packable {
  func pack(into packer: inout Packer) { packer.put(self) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) { self = try unpacker.flag() }
}

extension UTCTime: Packable {
  func pack(into packer: inout Packer) { packer.put(Int(secondsSinceEpoch)) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(secondsSinceEpoch: Int64(try unpacker.number()))
  }
}

/// A state by its name.
extension Packable where Self: RawRepresentable<String> {
  func pack(into packer: inout Packer) { packer.put(rawValue) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    guard let state = Self(rawValue: try unpacker.text()) else { throw Unpacker.Damaged() }
    self = state
  }
}

extension Integrity: Packable {}
extension Origin.Status: Packable {}
extension Origin.Speaker: Packable {}
extension AIUse.Status: Packable {}
extension C2PAResult.State: Packable {}
extension LabelStatement.EarlierVersion.Standing: Packable {}
extension Origin.Withdrawal.Reason: Packable {}
extension LabelStatement.EarlierVersion.State: Packable {}
extension LaterRevisions.Change: Packable {}
extension PDFSignatureResult.Status: Packable {}
extension PDFSignatureResult.Coverage: Packable {}
extension Finding.Severity: Packable {}

extension Code: Packable {
  func pack(into packer: inout Packer) { packer.put(name) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    guard let code = unpacker.codes[try unpacker.text()] else { throw Unpacker.Damaged() }
    self = code
  }
}

extension Note.Place: Packable {
  func pack(into packer: inout Packer) {
    switch self {
    case .byte(let offset):
      packer.put(false)
      packer.put(offset)
    case .box(let uri):
      packer.put(true)
      packer.put(uri)
    }
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self = try unpacker.flag() ? .box(try unpacker.text()) : .byte(try unpacker.number())
  }
}

extension Note: Packable {
  func pack(into packer: inout Packer) {
    packer.put(code)
    packer.put(detail)
    packer.put(place)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      try unpacker.value(Code.self), try unpacker.optional(), at: try unpacker.optional(Place.self))
  }
}

extension Finding: Packable {
  func pack(into packer: inout Packer) {
    packer.put(severity)
    packer.put(note)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let severity = try unpacker.value(Severity.self)
    self.init(severity, try unpacker.value())
  }
}
