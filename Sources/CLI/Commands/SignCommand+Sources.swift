import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealSigning

extension SignCommand {
  /// Every file that the run reads beside the documents: none of them may be written over.
  func sources(_ profile: IssuerProfile) -> [FilePath] {
    var sources = [self.profile.path] + profile.files + approval.approvers.map(\.path)
    let named = [
      document.parent, approval.approved, keys.certificates, passphrase.passphraseFile,
      timeStamps.network.tlsCa,
    ]
    sources += named.compactMap { $0?.path }
    sources += (archive.responses + archive.lists).map(\.path)
    sources += [keys.key, staple.stapleOcsp].compactMap { $0?.path }
    sources += timeStamps.authorities.map(\.text).filter { $0.hasPrefix("key:") }
      .map { FilePath(String($0.dropFirst(4))) }
    return sources
  }
}

extension DestinationOptions {
  /// Refuses a result that would take the place of one of `sources`, under whatever name.
  func spare(_ sources: [FilePath], signing inputs: [FilePath]) throws(Failure) {
    let nodes = Set(sources.compactMap(FileNode.init))
    for input in inputs {
      let place =
        output?.path ?? outputDir.map { $0.path.appending(input.name) } ?? input
      for path in [place, place.adding(suffix: ".c2pa")] {
        guard let node = FileNode(path), nodes.contains(node) else { continue }
        throw Failure(
          .usage, path, "the output is a file that the run reads", hint: "name another file")
      }
    }
  }
}
