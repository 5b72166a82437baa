import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealFolders
import BroadsealSigning
import BroadsealWorkers

/// The documents of a run of `sign`: those that were named, those inside folders that were named, and those of
/// a list.
struct InputDocuments {
  /// Every document, in the order in which they were named, a folder in path order.
  private(set) var documents: [InputDocument] = []
  /// What should have been signed and could not be reached.
  private(set) var failures: [Failure] = []
  /// Labels that were named among documents.
  private(set) var labels: [FilePath] = []
  /// What this program put beside results, where it was named among documents.
  private(set) var evidence: [FilePath] = []
  /// How much of that was left out inside folders.
  private(set) var evidenceCount = 0
  /// Files inside folders that the run reads itself, such as its key.
  private(set) var sources: [FilePath] = []
  /// How many labels were left out inside folders.
  private(set) var labelCount = 0
  /// How many symbolic links, pipes and devices were left out inside folders.
  private(set) var linkCount = 0
  /// How many files of the folders are left where patterns choose among them and choose none.
  private(set) var filteredCount = 0
  /// The pattern that would choose some of them if case did not count.
  private(set) var otherCase: String?
  /// Whether folders alone were named, and not one file is in them.
  private(set) var isEmptyFolder = false
  /// Whether a folder or a list was named, so that whoever asked did not name each document.
  private(set) var isCollection: Bool

  /// Collects what `options` name.
  ///
  /// - Parameter sources: files that the run reads: in a folder they are no documents.
  init(_ options: SignOptions, sparing sources: [FilePath]) throws {
    isCollection = options.selection.filesFrom != nil
    let nodes = Set(sources.compactMap(FileNode.init))
    let named = options.files.map(\.path)
    for path in named {
      guard path.isFolder else {
        add(path, below: [], isAlone: named.count == 1 && !isCollection)
        continue
      }
      isCollection = true
      if let output = options.result.output {
        throw Failure(
          .usage, output.path, "-o names one file, and \(path.display) is a folder",
          hint: "--output-dir names a folder for the results")
      }
      walk(path, options, sparing: nodes)
    }
    let isBare =
      labels.isEmpty && labelCount == 0 && linkCount == 0 && self.sources.isEmpty
      && evidence.isEmpty && evidenceCount == 0
    if documents.isEmpty, failures.isEmpty, isBare, !named.isEmpty {
      if options.selection.isNamed { countFiltered(in: named, options.selection.included) }
      isEmptyFolder = filteredCount == 0 && named.allSatisfy(\.isFolder)
    }
    guard var list = try options.selection.list() else { return }
    while true {
      switch try list.next(mayWait: true) {
      case .job(let path): add(path, below: InputDocuments.folders(of: path), isAlone: false)
      case .notYet: continue
      case .end: return
      }
    }
  }

  /// Counts the files in `roots` and below, none of which the patterns chose.
  private mutating func countFiltered(in roots: [FilePath], _ patterns: [Glob]) {
    let others = patterns.flatMap { glob in
      [glob.pattern.lowercased(), glob.pattern.uppercased()].filter { $0 != glob.pattern }
        .compactMap(Glob.init)
    }
    var walk = Walk(
      roots, filter: Walk.Filter(include: [], exclude: [], takesHidden: false, apart: []))
    while let entry = walk.next() {
      guard case .file = entry.kind else { continue }
      filteredCount += 1
      if otherCase == nil {
        otherCase = others.first { $0.matches(entry.path.bytes[walk.rootLength...]) }?.pattern
      }
    }
  }

  /// Takes a document that was named itself; among several, a label is none.
  private mutating func add(_ path: FilePath, below: [UInt8], isAlone: Bool) {
    if !isAlone, Sidecar.isSidecar(path) {
      labels.append(path)
    } else if !isAlone, ProgramFile(path) != nil {
      evidence.append(path)
    } else {
      documents.append(InputDocument(path: path, below: below))
    }
  }

  /// Takes the documents inside `root`, and leaves out the folder that results go to.
  private mutating func walk(
    _ root: FilePath, _ options: SignOptions, sparing nodes: Set<FileNode>
  ) {
    let results = options.result.outputDir.flatMap { FileNode($0.path) }
    var walk = Walk(
      [root],
      filter: Walk.Filter(
        include: options.selection.included, exclude: options.selection.excluded,
        takesHidden: false, apart: Set([results].compactMap(\.self))))
    while let entry = walk.next() {
      switch entry.kind {
      case .file where Sidecar.isSidecar(entry.path): labelCount += 1
      case .skipped(.sidecar): labelCount += 1
      case .skipped: linkCount += 1
      case .unreadable(let reason):
        failures.append(
          Failure(.incomplete, entry.path, reason.asClause))
      case .file:
        if let node = FileNode(entry.path), nodes.contains(node) {
          sources.append(entry.path)
          continue
        }
        if ProgramFile(entry.path) != nil {
          evidenceCount += 1
          continue
        }
        let below = entry.path.bytes[walk.rootLength...]
        let name = entry.path.name.count
        documents.append(
          InputDocument(path: entry.path, below: Array(below.dropLast(name + 1))))
      }
    }
  }

  /// The folders in a path of a list: kept where the path begins in the folder of the run and does not leave
  /// it, as `find .` writes them.
  private static func folders(of path: FilePath) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    guard path.bytes.first != slash else { return [] }
    let parts = path.bytes.split(separator: slash).dropLast().filter { !$0.elementsEqual(".".utf8) }
    guard !parts.contains(where: { $0.elementsEqual("..".utf8) }) else { return [] }
    return Array(parts.joined(separator: [slash]))
  }
}

extension InputDocuments {
  /// The same without documents that were named twice.
  func once(_ result: DestinationOptions) -> InputDocuments {
    var inputs = self
    inputs.documents = result.once(documents)
    return inputs
  }

  /// Leaves documents out, and says which.
  mutating func leaveOut(where isLeft: (InputDocument) -> Bool) -> [InputDocument] {
    let left = documents.filter(isLeft)
    documents.removeAll(where: isLeft)
    return left
  }

  /// Throws when there is nothing to sign and nothing went wrong either; a folder without any file is no mistake.
  func requireAny(_ verb: String) throws(Failure) {
    guard documents.isEmpty, failures.isEmpty, !isEmptyFolder else { return }
    if filteredCount > 0 {
      throw .usage(
        "there is no document left: --include and --exclude leave nothing of "
          + Progress.count(filteredCount, "file"),
        hint: otherCase.map { "case counts in patterns: \($0) would match" })
    }
    throw .usage(
      labels.isEmpty && labelCount == 0
        ? "there is no document to \(verb)" : "there is no document to \(verb), only labels")
  }
}

extension FilePath {
  /// Makes the folder that results go to, where it is missing.
  func makeOutputFolder() throws(SigningError) {
    do throws(SourceError) { try makeFolder() } catch {
      throw SigningError(
        .unwritable, "the output folder cannot be made: \(error.reason)", path: display)
    }
  }
}
