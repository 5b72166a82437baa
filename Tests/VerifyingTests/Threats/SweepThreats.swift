import BroadsealOpenSSL
import Glibc
import TestSupport

/// T-110, T-112 and T-113: audits that would say that nothing is wrong.
enum SweepThreats {
  static let runs: [ThreatRun] = archives + histories + [sample]

  private static let official = Desk.shared.scratch.read("official.pdf") ?? []
  private static let forged = official + Array("\n% forged\n".utf8)

  /// An audit of one archive, in which it finds nothing that is not official, and other programs do.
  private static func archive(
    _ attack: String, named name: String = "a.tar",
    _ bytes: @escaping @Sendable () -> [UInt8]
  ) -> ThreatRun {
    ThreatRun(.twoArchives, attack, 3, says: "ARCHIVE-AMBIGUOUS") { folder in
      folder.write(bytes(), to: "in/" + name)
      return ["audit", folder("in"), "--archives", "-o", "ndjson=-"] + Desk.shared.trust
    }
  }

  private static let archives: [ThreatRun] = [
    archive("a tar archive with another size in an extended header") {
      let whole = official + [UInt8](repeating: 0, count: 2_048) + forged
      return TarFile().with(records: [("size", "\(whole.count)")])
        .with("release.pdf", whole, claims: official.count).ended()
    },
    archive("a tar archive with a file of a kind that no standard knows") {
      TarFile().with("a.pdf", official).with("release.pdf", forged, type: "Z").ended()
    },
    archive("a tar archive with a file behind its end") {
      TarFile().with("a.pdf", official).ended(then: TarFile().with("release.pdf", forged).ended())
    },
    archive("a tar archive with a second file of the same name") {
      TarFile().with("release.pdf", official).with("./release.pdf", official).ended()
    },
    archive("a ZIP archive behind a tar archive", named: "a.zip") {
      TarFile().with("release.pdf", official).ended()
        + ZIPFile([ZIPFile.Entry("release.pdf").with { $0.content = forged }]).built().bytes
    },
    ThreatRun(
      .twoArchives, "a folder under the name by which an archive's files are told", 3,
      says: "ARCHIVE-AMBIGUOUS"
    ) { folder in
      folder.write(TarFile().with("a.pdf", forged).ended(), to: "in/a.tar")
      folder.write(official, to: "in/a.tar!/a.pdf")
      return ["audit", folder("in"), "--archives", "-o", "ndjson=-"] + Desk.shared.trust
    },
  ]

  /// Two runs between which a label is lost, the edit of somebody who would hide it, and their comparison.
  private static func history(_ attack: String, _ edit: String) -> ThreatRun {
    ThreatRun(.editedRuns, attack, 6, says: "wrote to the history") { folder in
      for name in ["a.pdf", "b.pdf", "c.pdf"] { folder.write(official, to: "in/" + name) }
      // Older than a tick of the clock: a file that was just written is judged anew.
      usleep(120_000)
      let audit = ["audit", folder("in"), "--history", folder("h.db")] + Desk.shared.trust
      let variables = ["XDG_STATE_HOME": folder("state")]
      precondition(Command.run(audit, variables: variables).code == 0)
      folder.write(Desk.shared.scratch.read("release.pdf") ?? [], to: "in/c.pdf")
      precondition(Command.run(audit, variables: variables).code == 1)
      let python =
        "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2]); d.commit()"
      let edited = Command.shell("python3 -c '\(python)' '\(folder("h.db"))' \"\(edit)\"")
      precondition(edited.code == 0, edited.errorText)
      return ["history", "compare", folder("h.db"), "1", "2"]
    }
  }

  private static let histories: [ThreatRun] = [
    history(
      "the row of a lost label is taken out, and the one before stretched over it",
      "DELETE FROM file WHERE first = 2; UPDATE seen SET last = 2 WHERE last = 1"
    ),
    history("the row of a lost label is taken out", "DELETE FROM file WHERE first = 2"),
    history(
      "the row before a label was lost is cut off", "DELETE FROM seen WHERE last = 1"),
    history(
      "a row of another file is copied",
      "INSERT INTO file (scope, path, first, state, basis, judged, code, verdict) SELECT scope, path, first, "
        + "state, basis, judged, code, verdict FROM file WHERE CAST(path AS TEXT) LIKE '%a.pdf'; "
        + "INSERT INTO seen SELECT max(number), 2 FROM file"
    ),
  ]

  /// A third of the files is altered, and bears the names that come last for the seed that was always the same.
  private static let sample = ThreatRun(
    .dodgedSamples, "a third of the files is altered, under names that a known seed never draws", 1,
    says: "altered"
  ) { folder in
    let flipped = Desk.shared.flipped("official.png") { $0 / 2 }
    let (sound, altered) = (
      Desk.shared.scratch.read("official.png") ?? [], flipped.folder.read("official.png") ?? []
    )
    let ranked = try (0..<180).map { number in
      let path = folder("in/\(number).png")
      return (
        rank: try Digest.of(Array("1\0\(path)".utf8), .sha256).bytes, name: "in/\(number).png"
      )
    }.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
    for (index, file) in ranked.enumerated() {
      folder.write(index < 120 ? sound : altered, to: file.name)
    }
    return ["audit", folder("in"), "--sample", "60"] + Desk.shared.trust
  }
}
