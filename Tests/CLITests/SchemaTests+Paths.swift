import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import TestSupport
import Testing

/// Everything that the program tells to machines, about files whose names are not UTF-8: every document keeps to its
/// schema, and no path is lost in any.
extension SchemaTests {
  @Test("every schema holds for what is written, and every path is there byte for byte")
  func paths() throws {
    let telling = try Telling(desk)
    try telling.trust()
    try telling.documents()
    try telling.runs()
    try telling.reports()
    #expect(telling.held == Set(Schema.allCases))
  }
}

/// Runs of commands over such files, and which schemas what they wrote was held against. In words, `é` stands for the
/// byte E9.
private final class Telling {
  private(set) var held: Set<Schema> = []
  private let folder = Scratch()
  private let web = Scratch()
  private let server: WebServer
  private var validators: [Schema: SchemaValidator] = [:]

  init(_ desk: Desk) throws {
    let approver = try PrivateKey.generate(.es256)
    folder.write(try approver.pem(), to: "approver.key")
    folder.write(approver.publicKey.pem, to: "approver.pem")
    server = WebServer(web)
    let made = Command.shell(
      """
      set -e; cp -R '\(desk.scratch.path)'/. '\(folder.path)'/; cd '\(folder.path)'; e=$'\\xe9'
      mkdir in$e out$e empty releases
      cp official.png in$e/$e.png; cp official.pdf d$e.pdf; cp chart.png $e.png; cp chart.png releases/$e.png
      cp keys/us/chain.pem c$e.pem; cp keys/trust/tsa.pem a$e.pem
      cp keys/trust/government/us.json l$e.json; cp keys/trust/government/us.keys.pem l$e.keys.pem
      cp keys/trust/tsa.pem keys/trust/government/us.json '\(web.path)'
      """)
    #expect(made.code == 0, "\(made.errorText)")
  }

  /// Lists, keys and what codes mean.
  func trust() throws {
    try tell(.trust, "trust check lé.json", "lists 0 name", "lé.json")
    try tell(.trust, "trust check aé.pem", "anchors 0 name", "aé.pem")
    let shown = try tell(
      .trust, "trust show --government lé.json --eku 1.2.3", "lists 0 name", "lé.json")
    #expect(shown["purposes"]?.array?.contains("1.2.3") == true)
    try tell(.listdiff, "trust diff lé.json lé.json", "from name", "lé.json")
    try tell(.fingerprint, "trust fingerprint lé.keys.pem")
    try tell(.update, "trust update lé.json --from \(server.address)/us.json", "list", "lé.json")
    try tell(
      .fetched, "trust fetch c2pa -o fé.pem --from \(server.address)/tsa.pem", "output", "fé.pem")
    try tell(.certificates, "keys show cé.pem", "files 0 path", "cé.pem")
    try tell(.codes, "explain PDF-SYNTAX")
  }

  /// Documents, and what is done with them.
  func documents() throws {
    try tell(.verdict, "verify dé.pdf --accept valid", "path", "dé.pdf")
    try tell(.inspection, "inspect dé.pdf", "path", "dé.pdf")
    let sign = "sign é.png --profile keys/us/ISSUER.toml --official --ai none"
    let signed = try lines(run(sign + " --output-dir outé --evidence -f ndjson"))
    try hold(#require(signed.first), to: .signature, "output", "outé/é.png")
    try hold(#require(signed.last), to: .tally)
    try hold(written("outé/é.png.evidence.json"), to: .evidence)
    _ = run(sign + " --plan planned.json --approver approver.pem")
    try hold(written("planned.json"), to: .plan, "files 0 path", "é.png", isShown: false)
    try tell(
      .approval, "approve --yes planned.json --key approver.key --role Head -o sé.json", "output",
      "sé.json")
    try hold(written("sé.json"), to: .approved)
  }

  /// Audits, what a history keeps of them, and policies.
  func runs() throws {
    _ = run("policy starter official-releases -o pé.toml")
    try tell(.policy, "policy check pé.toml empty", "policy", "pé.toml", code: 1)
    try tell(
      .policy, "policy explain releases/é.png --policy pé.toml", "path", "releases/é.png", code: 1)
    let audit = "audit iné --history past.db --trust-dir keys/trust -q -o "
    let first = try lines(run(audit + "ndjson=-"))
    try hold(#require(first.first), to: .run, "roots 0", "iné")
    try hold(#require(first.last), to: .summary)
    #expect(Command.shell("cd '\(folder.path)' && cp chart.png in$'\\xe9'/$'\\xe9'.png").code == 0)
    let second = run(audit + "json=- --policy pé.toml", code: 1)
    let value = try JSON.Reader.parse(second)
    try hold(value, to: .audit, "run policy name", "pé.toml")
    for place in ["summary drift labelsLost 0", "verdicts 0 path"] {
      expectPath(value, place, "iné/é.png")
    }
    try tell(.runs, "history list past.db", "runs 0 roots 0", "iné")
    try tell(.runs, "history compare past.db 1 2", "changes 0 path", "iné/é.png", code: 1)
    try tell(.history, "history show past.db 2", "run roots 0", "iné")
  }

  /// Reports that are signed, and labels in a folder.
  func reports() throws {
    let audit = "audit outé -q --trust-dir keys/trust -o "
    _ = run(audit + "crjson=labels")
    let index = try lines(folder.read("labels/index.ndjson") ?? [])
    try hold(#require(index.dropFirst().first), to: .crjson, "path", "outé/é.png")
    #expect(
      Command.shell("cd '\(folder.path)' && mkdir r$'\\xe9' && touch r$'\\xe9'/o$'\\xe9'").code == 0
    )
    _ = run(audit + "json=ré/a.json --sign-report keys/us/ISSUER.toml")
    try hold(written("ré/reports.json"), to: .reports)
    let proof = try tell(
      .verification, "audit verify-report ré --trust-dir keys/trust", "folder", "ré")
    expectPath(proof, "unsigned 0", "oé")
  }

  /// Runs a command, whose result is one object, and holds it against its schema.
  @discardableResult
  private func tell(
    _ schema: Schema, _ words: String, _ place: String? = nil, _ path: String = "",
    code: Int32 = 0
  ) throws -> JSON.Value {
    let value = try JSON.Reader.parse(run(words + " -f json", code: code))
    try hold(value, to: schema, place, path)
    return value
  }

  private func run(_ words: String, code: Int32 = 0) -> [UInt8] {
    let outcome = Command.start(
      words.split(separator: " ").map { Telling.bytes(String($0)) },
      variables: ["XDG_STATE_HOME": folder("state")], folder: folder.path
    ).wait()
    #expect(outcome.code == code, "\(words): \(outcome.errorText)")
    return outcome.output
  }

  private func lines(_ output: [UInt8]) throws -> [JSON.Value] {
    try output.split(separator: 0x0A).map { try JSON.Reader.parse(Array($0)) }
  }

  private func written(_ name: String) throws -> JSON.Value {
    let path = Array(folder.path.utf8) + [0x2F] + Telling.bytes(name)
    let source = try ByteSource(try #require(FilePath(bytes: path)))
    return try JSON.Reader.parse(source.read(ByteRange(first: source.size)))
  }

  private func hold(
    _ value: JSON.Value, to schema: Schema, _ place: String? = nil, _ path: String = "",
    isShown: Bool = true
  ) throws {
    held.insert(schema)
    let validator = try validators[schema] ?? SchemaValidator(schema.text)
    validators[schema] = validator
    #expect(validator.faults(in: value) == [], "\(schema)")
    if let place { expectPath(value, place, path, isShown: isShown) }
  }

  /// Expects that `path` stands at `place`, a row of members and numbers: shown there, and beside it in bytes.
  private func expectPath(
    _ value: JSON.Value, _ place: String, _ path: String, isShown: Bool = true
  ) {
    let steps = place.split(separator: " ").map(String.init)
    // An element of a list of paths has its bytes in the list beside it.
    let named = steps.lastIndex { Int($0) == nil } ?? 0
    let beside = steps.enumerated().map { $0 == named ? $1 + "Bytes" : $1 }
    let bytes = Telling.value(value, at: beside)?.string.flatMap { Base64.decode($0) }
    #expect(bytes == Telling.bytes(path), "\(place)")
    let shown = Telling.value(value, at: steps)?.string
    #expect(shown == (isShown ? path.replacing("é", with: "\\xe9") : nil), "\(place)")
  }

  private static func value(_ value: JSON.Value, at steps: [String]) -> JSON.Value? {
    steps.reduce(value) { found, step in
      guard let index = Int(step) else { return found?[step] }
      guard let elements = found?.array, elements.indices.contains(index) else { return nil }
      return elements[index]
    }
  }

  private static func bytes(_ words: String) -> [UInt8] {
    words.utf8.split(separator: "é".utf8, omittingEmptySubsequences: false)
      .map(Array.init).joined(separator: [0xE9]).map(\.self)
  }
}
