import BroadsealCBOR
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import TestSupport

/// A label full of an attacker's text, in every field that is shown: subject, agent, actions, metadata,
/// ingredient and disclosure. Nobody's list knows its signer.
enum HostileManifest {
  /// Text that would do something where it is shown as it is: control the terminal, turn the writing
  /// round, fake a line, run as a formula, open a tag.
  static let text =
    "Painter\u{1B}[2J\u{1B}]8;;http://x\u{7}\u{9B}31m\u{202E}\u{2066}\u{200B}\r\n"
    + "  ✓ Origin     Issued by: X\n=cmd|' /C calc'!A0\u{2028}</script>\"'"
    + String(repeating: "x", count: 20_000)

  /// The manifest.
  static func made(_ pki: TestPKI) throws -> TestManifest {
    // Certificates have their own bounds on a name.
    let short = String(text.prefix(60))
    let subject = DistinguishedName([
      NameAttribute(NameAttribute.country, "US"),
      NameAttribute(NameAttribute.organization, short),
      NameAttribute(NameAttribute.commonName, short),
    ])
    var manifest = TestManifest(pki, signer: try pki.signer(subject, by: pki.impostor.issuing))
    let agent = GeneratorInfo(name: text, version: text)
    manifest.actions = [
      Action(
        "c2pa.created", softwareAgent: agent, digitalSourceType: .trainedAlgorithmicMedia),
      Action(text, digitalSourceType: DigitalSourceType(rawValue: text)),
    ]
    manifest.label = nil
    let metadata: JSON.Value = [
      "@context": ["Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"],
      "Iptc4xmpExt:DigitalSourceType": .string(text),
    ]
    let component = Ingredient(relationship: .componentOf, title: text)
    manifest.further = [
      ("c2pa.metadata", .json(metadata), .created),
      (Ingredient.label, .cbor(component.asValue), .created),
      (AIDisclosure.label, .cbor(AIDisclosure(modelName: text).asValue), .gathered),
    ]
    return manifest
  }
}
