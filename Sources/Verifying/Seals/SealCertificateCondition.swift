import BroadsealNotes
import BroadsealOpenSSL

/// SEAL-5: the certificate is fit for seals: no authority's, made for signing, for no other trade, and not
/// a natural person's unless the list names its very key.
///
/// That the chain keeps RFC 5280 was proved when it was found.
enum SealCertificateCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    guard let leaf = facts.credential?.leaf, let entry = facts.entry else { return [] }
    var reasons: [Note] = []
    if leaf.isCA || leaf.hasInvalidExtensions {
      reasons.append(
        Note(SealCode.keyUsage, "the certificate is an authority's, or an extension is broken"))
    }
    let usage = leaf.keyUsage ?? []
    if !usage.contains(.digitalSignature), !usage.contains(.nonRepudiation) {
      reasons.append(Note(SealCode.keyUsage, "the key is not there for signatures"))
    }
    if !entry.allowsPurposes(of: leaf) {
      let found = leaf.extendedKeyUsage ?? []
      reasons.append(
        Note(
          SealCode.purpose,
          found.isEmpty ? "it names no purpose" : "it names \(found.joined(separator: ", "))"))
    }
    if leaf.isOfPerson, facts.key == nil { reasons.append(Note(SealCode.person)) }
    return reasons
  }
}
