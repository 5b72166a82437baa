/// The issuer profiles (`ISSUER.toml`) of the demonstration.
enum DemoProfile {
  /// The profile of an agency.
  static func text(of agency: DemoAgency) -> String {
    let names = agency.agency.names.entries.map { "name.\($0.language) = \"\($0.value)\"\n" }
    return """
      # Issuer profile of an invented agency. For trying things out, never for real documents.
      schema = 1

      [agency]
      id = "\(agency.agency.id)"
      jurisdiction = "\(agency.jurisdiction.code)"
      \(names.joined())language = "\(agency.language)"

      \(common)
      [trust]
      list = "../trust/government/\(agency.folder).json"
      anchors = "../trust/anchors.pem"
      tsa-anchors = "../trust/tsa.pem"

      """
  }

  /// The profile of the AI service, which is no agency and cannot make official labels.
  static let aiService = """
    # Signer profile of an invented AI service. It is on no government list.
    schema = 1

    \(common)
    [trust]
    anchors = "../trust/anchors.pem"
    tsa-anchors = "../trust/tsa.pem"

    """

  private static let common = """
    [key]
    path = "key.pem"
    certificates = "chain.pem"

    [timestamp]
    key = "../tsa/authority.pem"

    """
}
