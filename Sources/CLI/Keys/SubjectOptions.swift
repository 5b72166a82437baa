import ArgumentParser
import BroadsealOpenSSL

/// Whom a certificate is to name: an organisation, never a person.
struct SubjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Country of the organisation: US, JP.", valueName: "code"))
  var country: PlainText

  @Option(help: ArgumentHelp("Name of the organisation.", valueName: "name"))
  var organization: PlainText

  @Option(
    help: ArgumentHelp("Registered identifier: GOVUS-0001, NTRJP-…", valueName: "identifier"))
  var organizationIdentifier: PlainText?

  @Option(help: ArgumentHelp("Unit of the organisation.", valueName: "name"))
  var unit: PlainText?

  @Option(help: ArgumentHelp("State or prefecture.", valueName: "name"))
  var state: PlainText?

  @Option(help: ArgumentHelp("City.", valueName: "name"))
  var locality: PlainText?

  @Option(
    help: ArgumentHelp(
      "Common name; the organisation's name if absent. Not a person's: it is published.",
      valueName: "name"))
  var commonName: PlainText?

  /// Longest name of each kind, in characters (RFC 5280, appendix A.1).
  private static let longestName = 64
  private static let longestPlace = 128

  func validate() throws {
    let code = country.text.utf8
    guard code.count == 2, code.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { throw ValidationError("--country takes two capital letters, such as US or JP") }
    for (name, value, longest) in [
      ("--organization", organization, Self.longestName), ("--unit", unit, Self.longestName),
      ("--common-name", commonName ?? organization, Self.longestName),
      ("--organization-identifier", organizationIdentifier, Self.longestName),
      ("--state", state, Self.longestPlace), ("--locality", locality, Self.longestPlace),
    ] as [(String, PlainText?, Int)] {
      guard let text = value?.text else { continue }
      guard text.unicodeScalars.count <= longest else {
        throw ValidationError("\(name) is longer than \(longest) characters")
      }
      guard text.unicodeScalars.allSatisfy(SubjectOptions.isPlain) else {
        throw ValidationError("\(name) holds a control or formatting character")
      }
      guard text.first?.isWhitespace == false, text.last?.isWhitespace == false else {
        throw ValidationError("\(name) begins or ends with a blank")
      }
    }
  }

  /// The name, from the country down.
  var name: DistinguishedName {
    let parts: [(String, String?)] = [
      (NameAttribute.country, country.text), (NameAttribute.stateOrProvince, state?.text),
      (NameAttribute.locality, locality?.text), (NameAttribute.organization, organization.text),
      (NameAttribute.organizationIdentifier, organizationIdentifier?.text),
      (NameAttribute.organizationalUnit, unit?.text),
      (NameAttribute.commonName, commonName?.text ?? organization.text),
    ]
    return DistinguishedName(
      parts.compactMap { type, value in value.map { NameAttribute(type, $0) } })
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
