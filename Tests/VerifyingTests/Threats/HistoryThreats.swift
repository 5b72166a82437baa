import BroadsealBytes
import BroadsealJSON
import Glibc
import TestSupport

/// T-90 and T-91: runs that are disturbed, and a history that somebody else writes to.
enum HistoryThreats {
  static let audits: [ThreatAudit] = disturbed + poisoned

  private static let official = "intact official"
  private static let bare = "no-label none"

  /// The whole desk, and what is said of it.
  private static let files = [
    "a.pdf": "official.pdf", "b.png": "official.png", "c.jpg": "ai.jpg", "d.txt": "notes.txt",
  ]
  private static let verdicts = [
    "a.pdf": official, "b.png": official, "c.jpg": "intact recognised-tool", "d.txt": bare,
  ]

  private static func history(_ folder: Scratch) -> [String] { ["--history", folder("h.db")] }

  /// An audit of the folder as it stands, which the history remembers.
  private static func remember(_ folder: Scratch, _ more: [String] = []) throws {
    struct Failed: Error { let text: String }
    // A file that was just written is judged anew: one tick of the clock must pass.
    usleep(120_000)
    let outcome = Command.run(
      ["audit", folder("in"), "-q"] + history(folder) + more + Desk.shared.trust,
      variables: ["XDG_STATE_HOME": folder("state")])
    guard outcome.code < 2 else { throw Failed(text: outcome.errorText) }
  }

  private static let disturbed: [ThreatAudit] = [
    ThreatAudit(
      .disturbance, "sixty-four workers in place of one: the same bytes", 0, says: "Files",
      many(verdicts)
    ) { folder in
      ThreatAudit.lay(folder, many(files))
      return ["-j", "64", "-o", "json=" + folder("64")]
    }.checked { folder, _ in
      let alone = Command.run(
        [
          "audit", folder("in"), "--max-size", "1G", "--at", "2027-01-01", "-j", "1", "-o",
          "json=-",
        ]
          + Desk.shared.trust)
      let crowd = Command.run(
        [
          "audit", folder("in"), "--max-size", "1G", "--at", "2027-01-01", "-j", "64", "-o",
          "json=-",
        ]
          + Desk.shared.trust)
      return alone.code == 0 && alone.output == crowd.output
    },
    ThreatAudit(
      .disturbance, "a run is killed, and another goes on with it", 0, says: "Files", many(verdicts)
    ) { folder in
      ThreatAudit.lay(folder, many(files))
      for moment in [10, 40, 90] {
        let run = Command.start(
          (["audit", folder("in")] + history(folder) + Desk.shared.trust).map { Array($0.utf8) },
          variables: ["XDG_STATE_HOME": folder("state")])
        usleep(UInt32(moment) * 1_000)
        run.send(SIGKILL)
        _ = run.wait()
      }
      return history(folder)
    },
    ThreatAudit(
      .disturbance, "two runs at once on one history", 0, says: "Files", verdicts
    ) { folder in
      ThreatAudit.lay(folder, files)
      // It is not waited for: it works while the other one begins.
      _ = Command.start(
        (["audit", folder("in"), "-q"] + history(folder) + Desk.shared.trust).map {
          Array($0.utf8)
        }, variables: ["XDG_STATE_HOME": folder("state")])
      return history(folder)
    }.checked { folder, _ in
      for _ in 0..<200 {
        let list = Command.run(
          ["history", "list", folder("h.db")], variables: ["XDG_STATE_HOME": folder("state")])
        let done = list.text.split(separator: "\n").filter { line in
          line.split(separator: " ").contains("4") && line.contains(" yes ")
        }
        if done.count == 2 {
          return true
        }
        usleep(50_000)
      }
      return false
    },
    ThreatAudit(
      .disturbance, "a disk without room for a report: no report is there then", 3,
      says: "no space left on device", [:]
    ) { folder in
      ThreatAudit.lay(folder, files)
      return ["-o", "csv=/dev/full"]
    },
    ThreatAudit(
      .disturbance, "a clock that was set back since the run before", 0, says: "Files", verdicts
    ) { folder in
      ThreatAudit.lay(folder, files)
      try remember(folder, ["--at", "2027-01-01"])
      return history(folder)
    },
    ThreatAudit(
      .disturbance, "a clock that was set ten years ahead, past every list", 6, says: "out of date",
      [:]
    ) { folder in
      ThreatAudit.lay(folder, files)
      try remember(folder)
      return history(folder) + ["--at", "2036-11-20"]
    },
  ]

  /// A row in which somebody changes the history between two runs by a line of SQL.
  private static func edited(_ attack: String, _ sql: String) -> ThreatAudit {
    ThreatAudit(.poisoning, attack, 6, says: "wrote to the history", [:]) { folder in
      ThreatAudit.lay(folder, files)
      try remember(folder)
      folder.write(
        Array(
          "import sqlite3, sys\nd = sqlite3.connect(sys.argv[1])\nd.execute(sys.argv[2])\nd.commit()\n"
            .utf8),
        to: "edit.py")
      try ThreatAudit.shell(folder, "python3 '\(folder("edit.py"))' '\(folder("h.db"))' \"\(sql)\"")
      return history(folder)
    }
  }

  private static let poisoned: [ThreatAudit] = [
    edited(
      "the verdict of an official file under another file's name",
      "UPDATE file SET verdict = (SELECT verdict FROM file WHERE CAST(path AS TEXT) LIKE '%a.pdf') "
        + "WHERE CAST(path AS TEXT) LIKE '%d.txt'"),
    edited(
      "a whole row of an official file under another file's name",
      "UPDATE file SET (state, basis, judged, code, verdict) = (SELECT state, basis, judged, code, "
        + "verdict FROM file WHERE CAST(path AS TEXT) LIKE '%a.pdf') WHERE CAST(path AS TEXT) LIKE '%d.txt'"
    ),
    edited(
      "a file taken out, so that its label is not missed",
      "DELETE FROM file WHERE CAST(path AS TEXT) LIKE '%a.pdf'"),
    edited("a run's counts", "UPDATE run SET summary = '{}'"),
    edited(
      "a run taken for unfinished, so that it is gone on with", "UPDATE run SET state = 'open'"),
    ThreatAudit(
      .poisoning, "a history of another user's key", 6, says: "wrote to the history", [:]
    ) { folder in
      ThreatAudit.lay(folder, files)
      try remember(folder)
      folder.write([UInt8](repeating: 7, count: 32), to: "state/broadseal/history.key")
      return history(folder)
    },
    ThreatAudit(
      .poisoning, "the content of an official file changed, and its times set back", 1,
      says: "altered", verdicts.merging(["b.png": "altered none"]) { $1 }
    ) { folder in
      ThreatAudit.lay(folder, files)
      try remember(folder)
      var bytes = folder.read("in/b.png") ?? []
      bytes[bytes.count / 2] ^= 1
      folder.write(bytes, to: "changed.png")
      try ThreatAudit.shell(
        folder, "touch -r b.png ../stamp && cat ../changed.png >b.png && touch -r ../stamp b.png")
      return history(folder)
    },
    ThreatAudit(
      .poisoning, "a label taken off, and the times set back", 1, says: "label-lost",
      verdicts.merging(["b.png": bare]) { $1 }
    ) { folder in
      ThreatAudit.lay(folder, files)
      try remember(folder)
      folder.write(Desk.shared.scratch.read("chart.png") ?? [], to: "bare.png")
      try ThreatAudit.shell(
        folder, "touch -r b.png ../stamp && cat ../bare.png >b.png && touch -r ../stamp b.png")
      return history(folder)
    },
    ThreatAudit(
      .poisoning, "an older copy of the history put in its place", 1, says: "label-lost",
      verdicts.merging(["b.png": bare]) { $1 }
    ) { folder in
      ThreatAudit.lay(folder, files)
      try remember(folder)
      try ThreatAudit.shell(folder, "cp ../h.db ../old.db")
      folder.write(Desk.shared.scratch.read("chart.png") ?? [], to: "in/b.png")
      try remember(folder)
      try ThreatAudit.shell(folder, "cp ../old.db ../h.db")
      return history(folder)
    },
  ]

  /// Ten copies of each.
  private static func many(_ names: [String: String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (0..<10).flatMap { copy in names.map { ("\(copy)/\($0)", $1) } })
  }
}
