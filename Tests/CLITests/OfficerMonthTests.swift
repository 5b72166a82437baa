import BroadsealJSON
import Glibc
import TestSupport
import Testing

/// The records officer's month, scaled: fewer files and fewer nights, every event. With `BROADSEAL_MONTH=full` it is
/// 300 files in 20 folders and 30 nights.
@Suite("The records officer's month: nothing is lost, and nothing is signed twice without need")
struct OfficerMonthTests {
  /// How many nights have passed: shared by whatever looks at this month.
  private final class Nights {
    var count = 0
  }

  private let folder = Scratch()
  private let state: [String: String]
  private let names: [String]
  private let isFull = unsafe getenv("BROADSEAL_MONTH").map { unsafe String(cString: $0) } == "full"
  private let nights = Nights()

  /// Makes keys of its own, since one of them leaks, and a tree of documents.
  init() {
    state = ["XDG_STATE_HOME": folder("state")]
    let made = Command.run("keys", "demo", folder("keys"))
    #expect(made.code == 0, "\(made.errorText)")
    var names: [String] = []
    let samples = [
      ("release", "pdf", "press-release.pdf"), ("river", "jpg", "river.jpg"),
      ("notes", "txt", "press-release.txt"), ("levels", "csv", "river-levels.csv"),
    ]
    for office in 1...(isFull ? 20 : 5) {
      for number in 0..<(isFull ? 15 : 4) {
        let (name, ending, sample) = samples[number % 4]
        let copy = number < 4 ? "" : "-\(number / 4 + 1)"
        names.append("office-\(office)/\(office * 7 % 3)/\(name)\(copy).\(ending)")
        folder.write(Desk.sample(sample), to: "in/" + names[names.count - 1])
      }
    }
    self.names = names
  }

  private func night(_ options: [String] = []) -> Command.Outcome {
    nights.count += 1
    return Command.run(
      [
        "sign", folder("in"), "--output-dir", folder("out"), "--official", "--ai", "none",
        "--profile", folder("keys/us/ISSUER.toml"),
      ] + options, variables: state)
  }

  /// What the gate before publishing says: nothing but official, and how many.
  private func official(_ place: String = "out") throws -> Int {
    let outcome = Command.run(
      ["audit", folder(place), "-o", "json=-", "--trust-dir", folder("keys/trust")],
      variables: state)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let verdicts = try JSON.Reader.parse(outcome.output)["verdicts"]?.array ?? []
    let statuses = verdicts.compactMap { $0["origin"]?["status"]?.string }
    #expect(statuses.allSatisfy { $0 == "official" }, "\(statuses)")
    return statuses.count
  }

  private func versions(_ name: String) throws -> Int {
    let path = folder("out/" + name)
    let outcome = Command.run(
      ["verify", path, "-f", "json", "--trust-dir", folder("keys/trust")], variables: state)
    return try JSON.Reader.parse(outcome.output)["c2pa"]?["ingredients"]?.array?.count ?? 0
  }

  private func quietNight(_ comment: Comment) {
    let before = names.map { folder.read("out/" + $0) }
    let outcome = night()
    #expect(outcome.code == 0, comment)
    #expect(
      outcome.text.hasPrefix("nothing to do: \(names.count) "),
      "\(outcome.text)\(outcome.errorText)")
    #expect(names.map { folder.read("out/" + $0) } == before, comment)
  }

  /// Runs a line of the shell in the folder, where `broadseal` is the program.
  private func shell(_ line: String) {
    let outcome = Command.shell(
      """
      set -e; cd '\(folder.path)'; export XDG_STATE_HOME='\(folder("state"))'
      broadseal() { '\(Command.executable)' "$@"; }
      \(line)
      """)
    #expect(outcome.code == 0, "\(outcome.text)\(outcome.errorText)")
  }

  /// A certificate for `key`, by the press office's CA, in `chain`.
  private func issue(key: String, chain: String) {
    shell(
      """
      openssl x509 -x509toreq -copy_extensions copyall -in keys/us/first.pem -signkey \(key) -out csr 2>&1
      openssl x509 -req -in csr -copy_extensions copyall -CA keys/us/ca/issuing.pem \
        -CAkey keys/us/ca/issuing.key.pem -days 300 -set_serial 0x1$(openssl rand -hex 8) -out leaf 2>&1
      cat leaf keys/us/ca/issuing.pem >\(chain)
      """)
  }

  /// A list with the next number, to which `edit` is done.
  private func publish(_ edit: String) {
    shell(
      """
      cd keys/trust/government; keys=../../us/list
      broadseal trust draft --from us.json -o "$OLDPWD/draft.json" --force
      \(edit)
      broadseal trust sign "$OLDPWD/draft.json" --predecessor us.json --yes \
        --key $keys/1.key.pem --key $keys/2.key.pem -o "$OLDPWD/next.json" --force
      mv "$OLDPWD/next.json" us.json
      """)
  }

  @Test(
    "nights, changes, two killed runs, a renewed certificate, a new list, a leaked key, a hot folder"
  )
  func month() throws {
    // The first night, and one on which nothing happened.
    let first = night()
    #expect(
      first.text.contains("\(names.count) documents signed"), "\(first.text)\(first.errorText)")
    quietNight("the second night")
    #expect(try official() == names.count)

    try changes()
    try killedRuns()

    // A renewed certificate of the same key, and a list with another number, sign nothing twice.
    shell("openssl x509 -in keys/us/chain.pem -out keys/us/first.pem")
    issue(key: "keys/us/key.pem", chain: "keys/us/chain.pem")
    quietNight("the certificate was renewed")
    publish(":")
    quietNight("a new list")
    #expect(try official() == names.count)
    while isFull, nights.count < 26 { quietNight("a night in the middle of the month") }

    try leakedKey()
    try hotFolder()
    #expect(try official() == names.count + 6)
    while isFull, nights.count < 30 { quietNight("a night at the end of the month") }
    let hidden = Command.shell(
      "find '\(folder("out"))' '\(folder("in"))' -name '.broadseal-*' | wc -l")
    #expect(hidden.text == "0\n")
    let lost = Command.shell("cd '\(folder("in"))' && find . -type f | wc -l")
    #expect(lost.text == "\(names.count)\n")
  }

  /// Three changed files of twenty, ten of three hundred: no PDF, which would have to be edited as one.
  private var changedNames: [String] {
    Array(names.filter { !$0.hasSuffix(".pdf") }.prefix(isFull ? 10 : 3))
  }

  private func changes() throws {
    let changed = changedNames
    for name in changed {
      let more = name.hasSuffix(".jpg") ? [0] : Array("Weir,2.2\n".utf8)
      folder.write((folder.read("in/" + name) ?? []) + more, to: "in/" + name)
    }
    let outcome = night()
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let rest = names.count - changed.count
    #expect(
      outcome.text.contains("\(changed.count) documents signed, \(rest) carry their label already"),
      "\(outcome.text)")
    for name in changed { #expect(try versions(name) == 1) }
    #expect(try versions(names[0]) == 0)
    quietNight("after the changes")
    #expect(try official() == names.count)
  }

  /// Two runs over changed documents are killed in the middle; the next one does what is left.
  private func killedRuns() throws {
    let texts = names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".csv") }
    let changed = texts.filter { !changedNames.contains($0) }.suffix(8)
    for name in changed {
      folder.write((folder.read("in/" + name) ?? []) + Array("Killed, 1\n".utf8), to: "in/" + name)
    }
    let script = folder.write(
      Array("sleep 0.8\nexec openssl dgst -sha256 -sign '\(folder("keys/us/key.pem"))'\n".utf8),
      to: "slow.sh")
    for _ in 0..<2 {
      let words =
        [
          "sign", folder("in"), "--output-dir", folder("out"), "--official", "--ai", "none",
          "--profile", folder("keys/us/ISSUER.toml"), "-j", "2", "--signer", "/bin/sh \(script)",
          "--certificates", folder("keys/us/chain.pem"),
        ]
      let run = Command.start(words.map { Array($0.utf8) }, variables: state)
      for _ in 0..<3_000 where run.outputSoFar.isEmpty { usleep(50_000) }
      usleep(300_000)
      run.send(SIGKILL)
      #expect(run.wait().code == 128 + SIGKILL)
    }
    let outcome = night()
    #expect(outcome.code == 0, "\(outcome.errorText)")
    for name in changed { #expect(try versions(name) <= 1, "\(name) was signed twice") }
    quietNight("after two killed runs")
    #expect(try official() == names.count)
  }

  /// The key leaks: it is withdrawn, the program refuses to sign with it, and with a new one every document is
  /// signed anew.
  private func leakedKey() throws {
    publish(
      """
      broadseal trust withdraw "$OLDPWD/draft.json" --certificate ../../us/first.pem \
        --since 2026-01-01T00:00:00Z --reason keyCompromise
      """)
    let refused = night()
    #expect(refused.code == 1, "\(refused.text)\(refused.errorText)")
    #expect(refused.errorText.contains("withdrew its trust"), "\(refused.errorText)")
    shell(
      "openssl ecparam -name prime256v1 -genkey -noout -out new.pem && mv new.pem keys/us/key.pem")
    issue(key: "keys/us/key.pem", chain: "keys/us/chain.pem")
    let again = night()
    #expect(again.code == 0, "\(again.errorText)")
    #expect(again.text.contains("\(names.count) documents signed"), "\(again.text)")
    quietNight("after the leak")
    #expect(try official() == names.count)
  }

  /// Three writers at once, beside the nightly job's results.
  private func hotFolder() throws {
    folder.write([], to: "hot/.keep")
    let words = [
      "sign", "--watch", folder("hot"), "--output-dir", folder("out/hot"), "--settle", "1",
      "--done", folder("hot/done"), "--official", "--ai", "none", "--profile",
      folder("keys/us/ISSUER.toml"),
    ]
    let run = Command.start(words.map { Array($0.utf8) }, variables: state)
    shell(
      """
      for writer in 1 2 3; do (
        for line in a b c; do echo "$line $writer"; sleep 0.3; done >hot/notes-$writer.txt
        mkdir -p hot/$writer; cp in/\(names[0]) hot/$writer/r.pdf.part; mv hot/$writer/r.pdf.part hot/$writer/r.pdf
      ) & done; wait
      """)
    let done = (1...3).flatMap { ["notes-\($0).txt", "\($0)/r.pdf"] }
    for _ in 0..<3_000 where !done.allSatisfy({ folder.read("hot/done/" + $0) != nil }) {
      usleep(100_000)
    }
    run.send(SIGTERM)
    let outcome = run.wait()
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.hasSuffix("6 documents signed\n"), "\(outcome.text)\(outcome.errorText)")
  }
}
