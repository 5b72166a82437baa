import BroadsealJSON
import Glibc
import TestSupport
import Testing

/// Every form of an audit's report as it stands in `Tests/Golden`: a member, column, word or tag that is gone,
/// new or another is seen here first, and belongs in the change log.
///
/// What differs from run to run – keys, digests, times of signing, folders – stands there as a mark.
@Suite("Reports look as they did (BROADSEAL_WRITE_PAGES=1 writes them anew)")
struct GoldenReportTests {
  private static let folder = Corpus.packageFolder + "/Tests/Golden"
  private static let policy = """
    policy_version = 1
    name = "Golden"
    default = "allow"
    [[rule]]
    id = "REL-001"
    title = "Releases are official"
    match = ["releases/**"]
    require = { origin = ["official"], jurisdiction = ["US"] }
    severity = "error"
    controls = ["NIST AI RMF MEASURE 2.8"]
    remedy = "Have the press office sign it"
    [[rule]]
    id = "REL-002"
    match = ["nowhere/**"]
    require = { holds = true }
    severity = "warning"
    [[waiver]]
    rule = "REL-001"
    match = ["releases/notes.txt"]
    reason = "before the roll-out"
    owner = "records office"
    expires = 2028-03-31
    """

  @Test(
    "in every form",
    arguments: ["json", "ndjson", "csv", "sarif", "junit", "html", "text", "crjson"])
  func form(_ form: String) throws {
    let desk = Desk.shared
    let scratch = Scratch()
    var altered = desk.scratch.read("official.jpg") ?? []
    altered[altered.count - 100] ^= 1
    for (name, bytes) in [
      ("releases/a.png", desk.scratch.read("official.png") ?? []),
      ("releases/notes.txt", desk.scratch.read("notes.txt") ?? []),
      ("photos/ai.jpg", desk.scratch.read("ai.jpg") ?? []), ("photos/altered.jpg", altered),
      ("film.mkv", [0x1A, 0x45, 0xDF, 0xA3, 1]),
    ] { scratch.write(bytes, to: "in/" + name) }
    scratch.write(Array(Self.policy.utf8), to: "policy.toml")
    let target = form == "crjson" ? "labels" : "report"
    let outcome = Command.run(
      [
        "audit", scratch("in"), "--policy", scratch("policy.toml"), "--at", "2027-01-01", "-q",
        "-o",
        "\(form)=" + scratch(target),
      ] + desk.trust)
    #expect(outcome.code == 1, "\(outcome.errorText)")
    let bytes = try #require(
      scratch.read(form == "crjson" ? "labels/index.ndjson" : "report"))
    let text = try Self.told(String(decoding: bytes, as: UTF8.self), form)
      .replacing(scratch.path, with: "FOLDER").replacing(desk.scratch.path, with: "DESK")
      .replacing(Self.escaped(scratch.path), with: "FOLDER")
    let shown = Self.masked(text)
    let path = Self.folder + "/audit." + form
    if unsafe getenv("BROADSEAL_WRITE_PAGES") != nil {
      let file = unsafe fopen(path, "wb")
      let bytes = Array(shown.utf8)
      #expect(unsafe file != nil && fwrite(bytes, 1, bytes.count, file) == bytes.count)
      if let file = unsafe file { #expect(unsafe fclose(file) == 0) }
    }
    let golden = String(decoding: Scratch.bytes(of: path) ?? [], as: UTF8.self)
    let differing = zip(
      golden.split(separator: "\n", omittingEmptySubsequences: false),
      shown.split(separator: "\n", omittingEmptySubsequences: false)
    ).first { $0 != $1 }
    #expect(golden == shown, "\(form) differs: \(String(describing: differing))")
  }

  /// JSON a member a line, so that a difference names one; of a page what its style does not say.
  private static func told(_ text: String, _ form: String) throws -> String {
    func pretty(_ text: some StringProtocol) throws -> String {
      JSON.Writer.write(try JSON.Reader.parse(Array(text.utf8)), pretty: true)
    }
    switch form {
    case "json", "sarif": return try pretty(text) + "\n"
    case "ndjson", "crjson":
      return try text.split(separator: "\n").map { try pretty($0) + "\n" }.joined()
    case "html":
      guard let start = text.firstRange(of: "<style>"), let end = text.firstRange(of: "</style>")
      else { return text }
      return String(text[..<start.upperBound]) + text[end.lowerBound...]
    default: return text
    }
  }

  /// As a name of a file in a folder of labels has it.
  private static func escaped(_ path: String) -> String { path.replacing("/", with: "%2f") }

  /// What differs from run to run, as marks.
  private static func masked(_ text: String) -> String {
    text
      .replacing(#/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/#, with: "UUID")
      .replacing(#/[0-9a-f]{64}/#, with: "SHA-256")
      .replacing(#/\b[0-9a-f]{40}\b/#, with: "SHA-1")
      .replacing(#/\b[0-9a-f]{16}…/#, with: "SHA-256…")
      .replacing(
        #/20(?!27-01-01T00:00:00Z|28-03-31)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/#, with: "TIME"
      )
      .replacing(#/20(?!27-01-01)\d\d-\d\d-\d\d \d\d:\d\d UTC/#, with: "TIME")
      .replacing(#/("serial[A-Za-z]*"): ?"[^"]*"/#) { "\($0.1): \"NUMBER\"" }
      .replacing(#/("size"|"bytes"): \d+/#) { "\($0.1): NUMBER" }
      .replacing(#/"bytes":\d+|&quot;bytes&quot;:\d+/#, with: "BYTES")
      .replacing(#/,\d{4,},/#, with: ",NUMBER,")
      .replacing(#/("version"): "[0-9][^"]*"/#) { "\($0.1): \"VERSION\"" }
      .replacing(#/broadseal [0-9]+\.[0-9]+\.[0-9]+[^\s"<&,]*/#, with: "broadseal VERSION")
  }
}
