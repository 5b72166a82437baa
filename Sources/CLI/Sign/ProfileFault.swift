import BroadsealBytes
import BroadsealFiles
import BroadsealSettings
import Glibc

extension Failure {
  /// What keeps a profile from being used: where another file of the desk was named in its place, that is said first.
  init(profile error: SettingsError) {
    let path = error.path
    if path.isFolder {
      let own = path.appending("ISSUER.toml".utf8)
      self.init(
        .usage, path, "this is a folder, and not a profile",
        hint: FileNode(own) == nil
          ? "name the profile itself, ISSUER.toml" : "name the profile itself: \(own.display)")
    } else if let source = error.source {
      let failure = Failure(source: source, code: .usage)
      let isMissing = if case .system(ENOENT, _) = source.kind { true } else { false }
      self.init(
        failure.code, failure.message,
        hint: failure.hint
          ?? (isMissing
            ? "go to the folder where it lies, or give its path; broadseal init makes one" : nil))
    } else {
      switch OtherFile(path) {
      case .list:
        self.init(
          .usage, path, "this is a trust list, and not a profile",
          hint: "name ISSUER.toml; a list is named in [trust] of it")
      case .json:
        self.init(
          .usage, path, "this is JSON, and not a profile",
          hint: "name ISSUER.toml, as broadseal init writes it")
      case .pem:
        self.init(
          .usage, path, "these are keys or certificates in PEM, and not a profile",
          hint: "name ISSUER.toml; keys and certificates are named in [key] of it")
      case nil: self.init(settings: error)
      }
    }
  }
}

/// What a file is that cannot be read as a profile, by how it begins.
private enum OtherFile {
  case list, json, pem

  /// What the file at `path` is; nil where it may be a profile with a mistake in it.
  init?(_ path: FilePath) {
    guard let bytes = try? SmallFile.read(path, limit: OtherFile.maximumSize) else { return nil }
    let text = bytes.drop { " \t\r\n".utf8.contains($0) }
    if text.first == UInt8(ascii: "{") {
      let isList = ["\"LoTE\"", "\"signatures\""].contains { text.contains(Array($0.utf8)) }
      self = isList ? .list : .json
    } else if bytes.contains(Array("-----BEGIN ".utf8)) {
      self = .pem
    } else {
      return nil
    }
  }

  /// Larger ones are not looked at.
  private static let maximumSize = 8 << 20
}
