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
  /// leaves a reason without a document, which the next run writes anew.
  func fail(_ ready: HotFolder.Ready, over failure: Failure) throws(Failure) -> FilePath? {
    let place = try place(for: ready.document)
    var text = "\(SystemClock.now.display)\n\(failure.message)\n"
    if let hint = failure.hint { text += "hint: \(hint)\n" }
    try place.adding(suffix: ".reason.txt").write(
      Array(text.utf8), overwrites: true, like: ready.document.path)
    return try move(ready, to: place)
  }

  /// Moves a document that was signed.
  func keep(_ ready: HotFolder.Ready) throws(Failure) -> FilePath? {
    try move(ready, to: try place(for: ready.document))
  }

  /// A free name for the document: its own, else with a number before its extension.
  private func place(for document: InputDocument) throws(Failure) -> FilePath {
    let folder = document.folder(in: folder)
    try folder.makeWatchFolder()
    let name = Array(document.path.name)
    let dot = name.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 > 0 ? $0 : nil } ?? name.count
    for number in 1...Aside.attempts {
      let suffix = number == 1 ? [] : Array("-\(number)".utf8)
      let path = folder.appending(name[..<dot] + suffix + name[dot...])
      if FileNode(path) == nil { return path }
    }
    throw Failure(.incomplete, folder, "there are too many files of one name")
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
