import ArgumentParser
import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning
import Glibc

/// Signs the reports of a run as the auditing agency's own documents: a page and JSON get a label as every
/// official document does, and a signature with a time stamp is made over the digests of them all.
struct ReportSeal {
  private let profile: PathArgument
  private let folder: FilePath
  private let reports: [FilePath]
  private let labelled: [FilePath]
  private let overwrites: Bool

  /// A seal on the reports of `options`; nil where none is wanted.
  ///
  /// - Throws: where the reports are not all in one folder, or a signature is there already.
  init?(_ options: ReportOptions) throws(Failure) {
    guard let profile = options.signReport else { return nil }
    let paths = options.outputs.compactMap(\.path)
    guard let first = paths.first, paths.count == options.outputs.count else {
      throw .usage(
        "--sign-report needs reports in files", hint: "-o html=FOLDER/audit.html, for example")
    }
    guard !options.outputs.contains(where: { $0.format == .crjson }) else {
      throw .usage(
        "--sign-report signs files, and crjson is a folder of them",
        hint: "leave crjson out, and write it in a run of its own")
    }
    guard Set(paths.map { FileNode($0.folder) }).count == 1 else {
      throw .usage("--sign-report needs all reports in one folder")
    }
    self.profile = profile
    folder = first.folder
    reports = paths
    labelled = options.outputs.filter { $0.format == .html || $0.format == .json }
      .compactMap(\.path)
    overwrites = options.force
    guard !labelled.isEmpty else {
      throw .usage(
        "--sign-report needs a report in html or json: only these get a label",
        hint: "add -o html=FOLDER/audit.html")
    }
    for name in [ReportManifest.name, ReportManifest.signatureName] where !overwrites {
      let path = folder.appending(name.utf8)
      if FileNode(path) != nil {
        throw Failure(source: .system(EEXIST, path: path.display), code: .usage)
      }
    }
  }

  /// Signs the reports, which have their names.
  func sign(_ run: RunHeader) throws {
    if overwrites {
      for path in labelled { removeLabel(beside: path) }
    }
    let paths = labelled.map { ArgumentText.encode($0.bytes) }
    let command = try SignCommand.parse(
      [
        "--official", "--ai", "none", "--in-place", "-q", "--profile",
        ArgumentText.encode(profile.path.bytes), "--",
      ] + paths)
    let desk = try SigningDesk(command.options)
    guard try SigningRun(desk).run() == .success else {
      throw Failure(.failed, folder, "the reports are written, and not signed")
    }
    let manifest = ReportManifest(run: run.json, entries: try entries())
    let signer = try desk.misconfigured {
      try DetachedSigner(
        desk.credential(), timeStamping: try desk.timeStamping(), environment: .system)
    }
    var notes: [BroadsealNotes.Note] = []
    let bytes = manifest.bytes
    let message: [UInt8]
    do throws(SigningError) {
      message = try signer.sign(bytes, notes: &notes)
    } catch { throw Failure(signing: error) }
    for note in notes { Console.remark(Untrusted.line(note.explanation)) }
    try write(bytes, ReportManifest.name)
    try write(message, ReportManifest.signatureName)
  }

  /// Every report, and every label beside one.
  private func entries() throws(Failure) -> [ReportManifest.Entry] {
    var entries: [ReportManifest.Entry] = []
    for path in reports {
      let isLabelled = labelled.contains(path)
      entries.append(try entry(path, isLabelled: isLabelled))
      let label = path.adding(suffix: ".c2pa")
      if isLabelled, FileNode(label) != nil { entries.append(try entry(label, isLabelled: false)) }
    }
    return entries
  }

  private func entry(_ path: FilePath, isLabelled: Bool) throws(Failure) -> ReportManifest.Entry {
    guard let name = String(validating: path.name, as: UTF8.self) else {
      throw Failure(.usage, path, "a signed report needs a name that is text")
    }
    guard let digest = FileDigest(path) else {
      throw Failure(source: .system(path: path.display))
    }
    return ReportManifest.Entry(
      name: name, size: digest.size, sha256: digest.sha256, isLabelled: isLabelled)
  }

  private func removeLabel(beside path: FilePath) {
    path.adding(suffix: ".c2pa").remove()
  }

  private func write(_ bytes: [UInt8], _ name: String) throws(Failure) {
    var output = try folder.appendingFound(name.utf8).output(overwrites: overwrites)
    do throws(SourceError) {
      unsafe try output.append(bytes.span.bytes)
      try output.commit()
    } catch { throw Failure(source: error) }
  }
}
