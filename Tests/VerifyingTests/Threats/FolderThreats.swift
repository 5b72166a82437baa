import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport

/// T-86 and T-87: names, things that are no files, files that change, and files that were planted.
enum FolderThreats {
  static let audits: [ThreatAudit] = names + things + planted

  private static let official = "intact official"
  private static let tool = "intact recognised-tool"
  private static let bare = "no-label none"
  private static let left = "unreadable none"

  private static func row(
    _ threat: Threat, _ attack: String, _ exit: Int32, says words: String,
    _ expected: [String: String], _ lay: @escaping @Sendable (Scratch) throws -> [String]
  ) -> ThreatAudit { ThreatAudit(threat, attack, exit, says: words, expected, lay) }

  private static let names: [ThreatAudit] = [
    row(
      .places, "names that begin with a dash, are dots, blanks, or hide", 0, says: "Files",
      [
        "-rf": tool, "--trust-dir": tool, "...": tool, " ": tool, ".hidden.jpg": tool,
        "~$lock.jpg": tool, "NUL": tool,
      ]
    ) { folder in
      let names = ["-rf", "--trust-dir", "...", " ", ".hidden.jpg", "~$lock.jpg", "NUL"]
      ThreatAudit.lay(folder, Dictionary(uniqueKeysWithValues: names.map { ($0, "ai.jpg") }))
      return []
    },
    row(
      .places, "names that look the same: composed and not, large and small", 0, says: "Files",
      ["e\u{301}.jpg": tool, "\u{E9}.pdf": official, "A.jpg": tool, "a.jpg": tool]
    ) { folder in
      ThreatAudit.lay(
        folder,
        [
          "e\u{301}.jpg": "ai.jpg", "\u{E9}.pdf": "official.pdf", "A.jpg": "ai.jpg",
          "a.jpg": "ai.jpg",
        ]
      )
      return []
    },
    row(
      .places, "files that bear the names of evidence and of a list of reports, to be left out", 0,
      says: "Files",
      ["a.pdf": official, "a.pdf.evidence.json": bare, "reports.json": bare]
    ) { folder in
      ThreatAudit.lay(folder, ["a.pdf": "official.pdf"])
      for (name, kind) in [("a.pdf.evidence", "evidence"), ("reports", "reports")] {
        folder.write(Array("{\"schema\":\"broadseal.\(kind)/1\"}\n".utf8), to: "in/\(name).json")
      }
      return []
    },
    row(
      .places, "a name that is no text", 0, says: "Files", ["x\\xff\\xc3": tool]
    ) { folder in
      folder.write(
        Desk.shared.scratch.read("ai.jpg") ?? [],
        toBytes: Array("in/x".utf8) + [0xFF, 0xC3])
      return []
    },
    row(
      .places, "a path of 4,000 bytes", 0, says: "Files",
      [(0..<15).map { _ in long }.joined(separator: "/") + "/a.jpg": tool]
    ) { folder in
      let path = (0..<15).map { _ in long }.joined(separator: "/")
      ThreatAudit.lay(folder, [path + "/a.jpg": "ai.jpg"])
      return []
    },
    row(
      .places, "a file in folders deeper than any path can name", 0, says: "Files",
      [(0..<deepest).map { _ in long }.joined(separator: "/") + "/a.jpg": tool, "a.jpg": tool]
    ) { folder in
      ThreatAudit.lay(folder, ["a.jpg": "ai.jpg"])
      try ThreatAudit.shell(
        folder,
        "perl -e '$n = \"z\" x 255; for (1..20) { mkdir $n and chdir $n or die } "
          + "system(\"cp\", (\"../\" x 20) . \"a.jpg\", \"a.jpg\") and die'")
      return []
    }.checked { folder, _ in
      // No path names it, and so only its own folders lead to it.
      Command.shell("rm -rf '\(folder("in"))'").code == 0
    },
  ]

  private static let long = String(repeating: "z", count: 255)
  /// Folders of that name: a path through all of them has more than the 4,095 bytes that the system takes.
  private static let deepest = 20

  private static let things: [ThreatAudit] = [
    row(
      .places, "pipes, links to devices, and links that lead in circles", 0, says: "symbolic-link",
      ["pipe.pdf": left, "zero.pdf": left, "loop": left, "self": left, "a.pdf": official]
    ) { folder in
      ThreatAudit.lay(folder, ["a.pdf": "official.pdf"])
      try ThreatAudit.shell(
        folder, "mkfifo pipe.pdf && ln -s /dev/zero zero.pdf && ln -s . loop && ln -s self self")
      return []
    },
    row(
      .places, "a label that is a pipe, a folder, or a link to a device", 3, says: "unreadable",
      [
        "a.csv": left, "b.csv": left, "c.csv": left, "a.csv.c2pa": left, "c.csv.c2pa": left,
      ]
    ) { folder in
      ThreatAudit.lay(folder, ["a.csv": "notes.txt", "b.csv": "notes.txt", "c.csv": "notes.txt"])
      try ThreatAudit.shell(
        folder, "mkfifo a.csv.c2pa && mkdir b.csv.c2pa && ln -s /dev/zero c.csv.c2pa")
      return []
    },
    row(
      .places, "one file under two names (a hard link)", 0, says: "Files",
      ["a.pdf": official, "b.pdf": official]
    ) { folder in
      ThreatAudit.lay(folder, ["a.pdf": "official.pdf"])
      try ThreatAudit.shell(folder, "ln a.pdf b.pdf")
      return []
    },
    row(
      .places, "a file of a terabyte that takes no room", 3, says: "too-large",
      ["a.pdf": official, "huge.jpg": left]
    ) { folder in
      ThreatAudit.lay(folder, ["a.pdf": "official.pdf", "huge.jpg": "ai.jpg"])
      try ThreatAudit.shell(folder, "truncate -s 1T huge.jpg")
      return []
    },
    row(
      .places, "a document whose end was cut off", 1, says: "altered", ["a.jpg": "altered none"]
    ) { folder in
      let bytes = Desk.shared.scratch.read("official.jpg") ?? []
      folder.write(bytes.dropLast(2), to: "in/a.jpg")
      return []
    },
  ]

  private static let planted: [ThreatAudit] = [
    row(
      .planted, "a stranger's label beside a document that carries an official one", 0,
      says: "official", ["a.pdf": official]
    ) { folder in
      ThreatAudit.lay(folder, ["a.pdf": "official.pdf"])
      try strangersLabel(folder, of: "a.pdf")
      return []
    },
    row(
      .planted, "an official label of another document beside one that has none", 1,
      says: "altered", ["a.csv": "altered none"]
    ) { folder in
      ThreatAudit.lay(folder, ["a.csv": "notes.txt", "other.csv": "notes.txt"])
      try ThreatAudit.shell(folder, "printf x >>other.csv")
      let signed = Command.run([
        "sign", folder("in/other.csv"), "--official", "--ai", "none", "--profile",
        Desk.shared.profile(), "--sidecar",
      ])
      guard signed.code == 0 else { return ["--refused"] }
      try ThreatAudit.shell(folder, "mv other.csv.c2pa a.csv.c2pa && rm other.csv")
      return []
    },
    row(
      .planted, "a forger's lists, policy and profile in the folder that is audited", 1,
      says: "claimed",
      [
        "a.txt": "intact unrecognised", "policy.toml": bare, "ISSUER.toml": bare,
        "trust/anchors.pem": bare, "broadseal.toml": bare,
      ]
    ) { folder in
      let pki = try TestPKI.shared()
      folder.write(OfficialTests.content, to: "in/a.txt")
      folder.write(
        try TestManifest(pki, signer: pki.impostor.signer).sidecar(for: OfficialTests.content),
        to: "in/a.txt.c2pa")
      folder.write(pki.impostor.root.certificate.pem, to: "in/trust/anchors.pem")
      let policy = Array(
        "policy_version = 1\ndefault = \"allow\"\n[builtin]\nclaimed = \"off\"\n".utf8)
      for name in ["policy.toml", "broadseal.toml", "ISSUER.toml"] {
        folder.write(policy, to: "in/" + name)
      }
      return []
    },
    row(
      .planted, "a document in the place where a report is to go", 2,
      says: "a report would replace this file", [:]
    ) { folder in
      ThreatAudit.lay(folder, ["a.pdf": "official.pdf", "report.json": "notes.txt"])
      return ["-o", "json=" + folder("in/report.json"), "--force"]
    }.checked { folder, _ in folder.read("in/report.json") == Desk.shared.scratch.read("notes.txt")
    },
    row(
      .planted, "a link in the place where a report is to go", 2, says: "exists", [:]
    ) { folder in
      ThreatAudit.lay(folder, ["a.pdf": "official.pdf"])
      folder.write(Array("kept".utf8), to: "precious")
      try ThreatAudit.shell(folder, "ln -s precious ../report.json")
      return ["-o", "json=" + folder("report.json")]
    }.checked { folder, _ in folder.read("precious") == Array("kept".utf8) },
  ]

  /// A label of nobody's list beside a document of the folder.
  private static func strangersLabel(_ folder: Scratch, of name: String) throws {
    let pki = try TestPKI.shared()
    let content = folder.read("in/" + name) ?? []
    folder.write(
      try TestManifest(pki, signer: pki.impostor.signer).sidecar(for: content),
      to: "in/\(name).c2pa")
  }
}
