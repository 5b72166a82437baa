package import BroadsealBytes
import Glibc

/// The names of some endings in one folder: a run over many of its documents need not ask the system for
/// each name that might stand beside each of them.
///
/// What was listed serves only while the folder's own time says that no name came or went. That time was
/// settled when the folder was listed: within one tick of the file system's clock two changes look like one.
package struct FolderGlance {
  private struct State: Hashable {
    let device: UInt64, inode: UInt64
    let modified: FileTime
  }

  private let endings: [[UInt8]]
  private var state: State?
  private var names: Set<[UInt8]>?
  /// How often the folder was asked about in this state.
  private var questions = 0
  /// At how many questions it is listed, the next time.
  private var nextListing = FolderGlance.patience

  /// Questions about a folder after which it is listed.
  static let patience = 16
  /// Entries that are read for each question: a folder of millions is not listed for the sake of a few documents.
  static let entriesPerQuestion = 64
  /// Seconds without a change after which a folder's time tells every later change.
  static let settling = 2

  /// Knows nothing yet.
  ///
  /// - Parameter endings: how the names end that are asked for.
  package init(endings: [[UInt8]]) { self.endings = endings }

  /// The names in `folder` that end so, in lower case, since some file systems do not tell case apart; nil where
  /// they were not listed, and each has to be asked for.
  package mutating func names(in folder: FilePath) -> Set<[UInt8]>? {
    guard let (state, age) = FolderGlance.state(of: folder) else { return nil }
    if state != self.state {
      (self.state, names) = (state, nil)
      (questions, nextListing) = (0, FolderGlance.patience)
    }
    if let names { return names }
    questions += 1
    guard questions >= nextListing, age >= FolderGlance.settling else { return nil }
    nextListing = questions * 2
    guard let listed = list(folder, atMost: questions * FolderGlance.entriesPerQuestion),
      FolderGlance.state(of: folder)?.state == state
    else { return nil }
    names = listed
    return listed
  }

  /// `name` with its ASCII letters in lower case.
  package static func lowercased(_ name: [UInt8]) -> [UInt8] {
    name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The state of a folder and how many seconds old its time is; nil where there is none.
  private static func state(of folder: FilePath) -> (state: State, age: Int)? {
    var status = stat()
    guard unsafe folder.withCString({ unsafe stat($0, &status) }) == 0,
      status.st_mode & S_IFMT == S_IFDIR
    else { return nil }
    let modified = status.st_mtim
    let (age, overflow) = time(nil).subtractingReportingOverflow(modified.tv_sec)
    return (
      State(
        device: UInt64(status.st_dev), inode: UInt64(status.st_ino),
        modified: FileTime(seconds: modified.tv_sec, nanoseconds: modified.tv_nsec)),
      overflow ? 0 : age
    )
  }

  /// The names of one of the endings; nil where the folder cannot be read, or has more than `limit` entries.
  private func list(_ folder: FilePath, atMost limit: Int) -> Set<[UInt8]>? {
    guard let stream = unsafe folder.withCString({ unsafe opendir($0) }) else { return nil }
    defer { unsafe closedir(stream) }
    var found: Set<[UInt8]> = []
    for _ in 0..<limit {
      errno = 0
      guard let entry = unsafe readdir(stream) else { return errno == 0 ? found : nil }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        FolderGlance.lowercased(unsafe Array(bytes.prefix { $0 != 0 }))
      }
      if endings.contains(where: { name.suffix($0.count).elementsEqual($0) }) { found.insert(name) }
    }
    return nil
  }
}
