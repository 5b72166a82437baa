import BroadsealAuditing
import BroadsealBytes
import BroadsealJSON
import BroadsealReporting

/// Which reports a run wrote, each by its digest: what the signature over all of them is made over.
struct ReportManifest {
  /// One file.
  struct Entry: Equatable {
    /// Its name in the folder.
    let name: String
    /// Bytes of it.
    let size: Int
    /// SHA-256 of it in lower-case hex.
    let sha256: String
    /// Whether it is a report with a label of the agency, inside or beside.
    let isLabelled: Bool
  }

  /// Name of its file, and of the signature over it.
  static let (name, signatureName) = ("reports.json", "reports.json.p7s")
  /// Largest manifest and signature that are read, and most files in one.
  static let maximumSize = 1 << 20
  static let maximumEntries = 1_000

  /// What the reports say of their run: `broadseal.run/1`.
  let run: JSON.Value
  /// The files.
  let entries: [Entry]

  /// The manifest as it is written.
  var bytes: [UInt8] {
    let files = entries.map { entry -> JSON.Value in
      [
        "name": .string(entry.name), "size": .integer(Int64(entry.size)),
        "sha256": .string(entry.sha256), "labelled": .bool(entry.isLabelled),
      ]
    }
    let value = Schema.reports.document([("run", run), ("reports", .array(files))])
    return JSON.Writer.bytes(of: value, pretty: true) + [0x0A]
  }

  /// Files of `run`.
  init(run: JSON.Value, entries: [Entry]) {
    self.run = run
    self.entries = entries
  }

  /// Reads a manifest; nil for anything else, and where a name leads out of the folder.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSON.Reader.parse(bytes),
      value["schema"]?.string == Schema.reports.name, let run = value["run"],
      let files = value["reports"]?.array, files.count <= ReportManifest.maximumEntries
    else { return nil }
    var entries: [Entry] = []
    for file in files {
      guard let name = file["name"]?.string, let size = file["size"]?.integer,
        let digest = file["sha256"]?.string, let isLabelled = file["labelled"]?.bool,
        !name.isEmpty, name != ".", name != "..", !name.utf8.contains(0x2F),
        !name.utf8.contains(0)
      else { return nil }
      entries.append(
        Entry(name: name, size: Int(size), sha256: digest, isLabelled: isLabelled))
    }
    self.init(run: run, entries: entries)
  }
}
