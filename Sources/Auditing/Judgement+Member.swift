import BroadsealBytes
import BroadsealDocuments
import BroadsealFolders
import BroadsealNotes
import BroadsealVerifying

extension Judgement {
  /// The judgement on a file in an archive; nil for a label that is judged with its document.
  ///
  /// - Parameter judge: judges bytes under a name, with the label that came along.
  init?(
    _ entry: MemberEntry, limits: ArchiveLimits = ArchiveLimits(),
    judge: (_ bytes: [UInt8], _ name: String, _ label: [UInt8]?) -> Verdict
  ) {
    switch entry.content {
    case .sidecar: return nil
    case .special(let kind):
      self.init(
        unjudged: WalkEntry(entry.path, .skipped(kind == .link ? .symbolicLink : .special)))
    case .refused(let code, let detail):
      self.init(
        path: entry.path,
        verdict: Judgement.unreadable(entry.path, Finding(.error, Note(code, detail))))
    case .member:
      let verdict: Verdict
      do throws(ArchiveMember.Fault) {
        guard let (bytes, label) = try entry.content(limits: limits) else { return nil }
        verdict = judge(bytes, String(decoding: entry.path.name, as: UTF8.self), label)
      } catch {
        let code: FileCode =
          switch error {
          case .encrypted: .memberEncrypted
          case .damaged: .memberDamaged
          case .tooLarge: .size
          }
        verdict = Judgement.unreadable(entry.path, Finding(.error, Note(code)))
      }
      self.init(path: entry.path, verdict: verdict, isArchive: entry.isArchive)
      member = entry
    }
  }
}
