import Broadseal
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealReporting

/// Moves documents out of a watched folder, without ever replacing a file.
struct Aside {
  /// The folder that they go to; folders below the watched one are kept in it.
  let folder: FilePath

  /// Most names that are tried.
  private static let attempts = 10_000

  /// Moves a document that cannot be signed, and writes the reason beside it.
  ///
  /// The reason comes first: whoever finds the document there finds that too. A run that is killed in between
  /// leaves a reason without a document; the next run writes one beside the name that it takes.
  func fail(_ ready: HotFolder.Ready, over failure: Failure) throws(Failure) -> FilePath? {
    let place = try place(for: ready.document, with: [Sidecar.suffix, Aside.reason])
    var text = "\(SystemClock.now.display)\n\(failure.message)\n"
    if let hint = failure.hint { text += "hint: \(hint)\n" }
    try place.adding(suffix: Aside.reason).write(
      Array(text.utf8), overwrites: false, like: ready.document.path)
    return try move(ready, to: place)
  }

  /// Moves a document that was signed.
  func keep(_ ready: HotFolder.Ready) throws(Failure) -> FilePath? {
    try move(ready, to: try place(for: ready.document, with: [Sidecar.suffix]))
  }

  /// What stands behind the name of a document whose reason it is.
  private static let reason = ".reason.txt"
  /// Bytes of the longest name that file systems take.
  private static let longestName = 255

  /// A free name for the document: its own, else with a number before its extension, and cut where the name of
  /// a file beside it would be too long.
  ///
  /// - Parameter suffixes: of files beside it, whose names are free too.
  private func place(
    for document: InputDocument, with suffixes: [String]
  ) throws(Failure) -> FilePath {
    let folder = document.folder(in: folder)
    try folder.makeWatchFolder()
    let room = Aside.longestName - (suffixes.map(\.utf8.count).max() ?? 0)
    for number in 1...Aside.attempts {
      let path = folder.appendingFound(
        Aside.name(Array(document.path.name), number, room: room))
      if FileNode(path) == nil,
        suffixes.allSatisfy({ FileNode(path.adding(suffix: $0)) == nil })
      {
        return path
      }
    }
    throw Failure(.incomplete, folder, "there are too many files of one name")
  }

  /// `name` with a number from the second on, in at most `room` bytes.
  static func name(_ name: [UInt8], _ number: Int, room: Int) -> [UInt8] {
    let mark = number == 1 ? [] : Array("-\(number)".utf8)
    let dot = name.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 > 0 ? $0 : nil } ?? name.count
    // An ending that leaves no room for a name is none.
    let cut = name.count - dot + mark.count <= room / 2 ? dot : name.count
    var stem = name[..<cut]
    let ending = name[cut...]
    let left = room - mark.count - ending.count
    if stem.count > left {
      stem = stem.prefix(left)
      // Whole characters: those that begin before the cut and end behind it go.
      while let next = stem.indices.last.map({ name[$0 + 1] }), next & 0xC0 == 0x80 {
        stem = stem.dropLast()
      }
    }
    return stem + mark + ending
  }

  /// Moves the document, and the label beside it; nil where another file has taken its place meanwhile, which
  /// stays.
  private func move(_ ready: HotFolder.Ready, to place: FilePath) throws(Failure) -> FilePath? {
    let path = ready.document.path
    guard HotFile(path) == ready.state else { return nil }
    do throws(SourceError) {
      try path.move(to: place)
      guard HotFile(place)?.hasContent(of: ready.state) ?? false else {
        // It was replaced in the last moment: nobody has looked at what was moved.
        try place.move(to: path)
        return nil
      }
      let label = Sidecar.path(for: path)
      if FileNode(label) != nil { try? label.move(to: Sidecar.path(for: place)) }
      return place
    } catch { throw Failure(source: error) }
  }
}
