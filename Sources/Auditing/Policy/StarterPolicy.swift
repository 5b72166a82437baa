/// A policy that ships with the program: to be written into a file and changed.
package enum StarterPolicy: String, Sendable, CaseIterable {
  /// Everything that an agency publishes is official.
  case officialReleases = "official-releases"
  /// The use of AI is disclosed.
  case aiDisclosure = "ai-disclosure"
  /// An archive is looked through: what was altered, what was lost.
  case archiveSweep = "archive-sweep"

  /// How the first of them asks for the agency of the demo.
  private static let demoAgency = #"agency = ["demo.us.press-office"], jurisdiction = ["US"]"#

  /// Its text, which asks for `agency` in the place of the demo's, and for its jurisdiction where one is named. Both are
  /// identifiers without quotation marks.
  package func text(of agency: String?, _ jurisdiction: String?) -> String {
    var text = text
    guard let agency, let asked = text.firstRange(of: StarterPolicy.demoAgency) else { return text }
    let place = jurisdiction.map { ", jurisdiction = [\"\($0)\"]" } ?? ""
    text.replaceSubrange(asked, with: "agency = [\"\(agency)\"]" + place)
    return text
  }

  /// Its text, in TOML.
  package var text: String {
    switch self {
    case .officialReleases: StarterPolicy.officialReleasesText
    case .aiDisclosure: StarterPolicy.aiDisclosureText
    case .archiveSweep: StarterPolicy.archiveSweepText
    }
  }

  private static let officialReleasesText = #"""
    # Everything in releases/ is official, by this agency and dated by a trusted time stamp.
    # Change the folder, the agency and the jurisdiction; then: broadseal policy check FILE FOLDER
    policy_version = 1
    name = "Official releases"
    default = "report"              # a file that no rule is about is a finding; or "allow"

    [[rule]]
    id = "REL-001"
    title = "Releases are official documents of the agency"
    match = ["releases/**"]
    require = { origin = "official", agency = ["demo.us.press-office"], jurisdiction = ["US"] }
    severity = "error"
    controls = [
      "NIST AI RMF MEASURE 2.8", "NIST AI 600-1 MS-2.8-003", "JP AI Guidelines for Business 1.2 Part 2 C 7)",
    ]
    remedy = "Have the press office sign it, with what is true of AI: broadseal sign FILE --official --ai none --profile ISSUER.toml -o SIGNED"

    [[rule]]
    id = "REL-002"
    title = "Releases bear a trusted time stamp"
    match = ["releases/**"]
    require = { timestamp = "trusted" }
    severity = "error"
    controls = ["NIST AI RMF MEASURE 2.7", "NIST AI 600-1 MS-2.7-005"]

    [[rule]]
    id = "REL-003"
    title = "PDF, pictures and office documents carry their label inside"
    match = ["releases/**"]
    when = { format = ["pdf", "png", "jpeg", "docx", "xlsx", "pptx"], origin = ["official"] }
    require = { label = "inside" }
    severity = "warning"

    [[rule]]
    id = "REL-004"
    title = "The signer's certificate does not end within a month"
    match = ["releases/**"]
    when = { origin = ["official"] }
    require = { certificate_days = 30 }
    severity = "warning"
    remedy = "Ask for a new certificate; what is signed stays valid by its time stamp"

    """#

  private static let aiDisclosureText = #"""
    # The use of AI is stated, the statement says what was used, and nobody contradicts it.
    policy_version = 1
    name = "AI disclosure"
    default = "allow"

    [[rule]]
    id = "AI-001"
    title = "A label says whether AI was used"
    match = ["**"]
    when = { integrity = ["intact", "intact-revision"] }
    require = { ai = ["none-declared", "generated", "altered"] }
    severity = "error"
    controls = [
      "NIST AI RMF MEASURE 2.8", "NIST AI 600-1 GV-1.2-001", "JP AI Guidelines for Business 1.2 Part 2 C 6)",
    ]
    remedy = "Have it signed again with a statement (sign --ai none, generated or altered)"

    [[rule]]
    id = "AI-002"
    title = "Who used AI says which system, in which version"
    match = ["**"]
    when = { ai = ["generated", "altered"] }
    require = { ai_fields = ["system", "version"] }
    severity = "error"
    controls = ["NIST AI 600-1 MS-2.8-003", "JP AI Guidelines for Business 1.2 Part 2 C 6)"]
    remedy = "Sign it again with --ai-system and --ai-version"

    [[rule]]
    id = "AI-003"
    title = "A person reviewed what AI made"
    match = ["**"]
    when = { ai = ["generated", "altered"], origin = ["official"] }
    require = { human_review = true }
    severity = "warning"
    controls = ["JP AI Guidelines for Business 1.2 Part 2 C 1)"]

    [[rule]]
    id = "AI-004"
    title = "Statements about AI do not contradict each other"
    match = ["**"]
    deny = { ai = ["conflict"] }
    severity = "error"
    controls = ["NIST AI RMF MEASURE 2.8"]

    """#

  private static let archiveSweepText = #"""
    # An archive once a month: nothing is altered, everything was looked into, labels are where they were.
    policy_version = 1
    name = "Archive sweep"
    default = "allow"

    [builtin]                       # altered, label-fails … apply too; this changes how much they matter
    not-read = "warning"
    no-label = "note"

    [[rule]]
    id = "ARC-001"
    title = "Labels and seals hold"
    match = ["**"]
    when = { judged = true }
    deny = { integrity = ["altered", "malformed"] }
    severity = "error"
    controls = ["NIST AI RMF MEASURE 2.7", "NIST AI 600-1 MS-2.7-004"]

    [[rule]]
    id = "ARC-002"
    title = "What is official has a trusted time stamp, so that it outlives its certificate"
    match = ["**"]
    when = { origin = ["official"] }
    require = { timestamp = "trusted" }
    severity = "warning"
    controls = ["NIST AI 600-1 MS-2.7-005"]

    [[rule]]
    id = "ARC-003"
    title = "Documents of the agency carry a label"
    match = ["*.pdf", "*.docx", "*.xlsx", "*.pptx"]
    when = { integrity = ["no-label"] }
    severity = "warning"
    controls = ["NIST AI 600-1 MS-2.8-003", "JP AI Guidelines for Business 1.2 Part 2 C 7)"]

    # [[waiver]]                    # what is known and accepted, by whom, and for how long
    # rule = "ARC-003"
    # match = ["2019/**"]
    # reason = "before the roll-out of labels"
    # owner = "records office"
    # expires = 2027-03-31

    """#
}
