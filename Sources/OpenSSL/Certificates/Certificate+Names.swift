import BroadsealBytes

/// What a trust list asks about names.
extension Certificate {
  /// The DNS names of the subject alternative name as they stand there, in order; empty when there
  /// are none or the extension is broken. A name that is not ASCII is given as `#` and hexadecimal.
  package var dnsNames: [String] {
    extensions.filter { $0.objectIdentifier == "2.5.29.17" }.flatMap { found in
      var outer = DERReader(found.value)
      guard var names = try? outer.enter(), outer.isAtEnd else { return [String]() }
      var list: [String] = []
      while !names.isAtEnd {
        guard let (tag, contents) = try? names.next() else { return [] }
        guard tag == DERTag.contextPrimitive(2) else { continue }
        list.append(
          contents.allSatisfy { (0x21...0x7E).contains($0) }
            ? String(decoding: contents, as: UTF8.self) : "#" + Hex.encode(contents))
      }
      return list
    }
  }

  /// Whether a step of the subject holds several attributes at once, which programs show in
  /// different orders.
  package var hasMultivaluedSubject: Bool {
    var outer = DERReader(subjectDER)
    guard var steps = try? outer.enter() else { return true }
    while !steps.isAtEnd {
      guard var step = try? steps.enter(DERTag.set), (try? step.next()) != nil, step.isAtEnd else {
        return true
      }
    }
    return false
  }
}
