import BroadsealBytes
import BroadsealFiles

/// A profile as `init` writes it.
struct ProfileDraft {
  /// An agency as a profile names it.
  struct Agency {
    var id: String
    var jurisdiction: String
    /// Names by language, in the order in which they are written.
    var names: [(language: String, name: String)] = []
    var language: String?
  }

  /// Who issues; nil for a service that makes AI labels alone.
  var agency: Agency?
  /// The key, as its file or its address.
  var key: KeyArgument
  /// The file with its certificates; nil where the key's own holds them.
  var certificates: FilePath?
  /// The file with its passphrase.
  var passphraseFile: FilePath?
  /// Time-stamp authorities as `--tsa` names them.
  var authorities: [String] = []
  /// The government list.
  var list: FilePath?
  /// Further anchors of time-stamp authorities.
  var tsaAnchors: FilePath?

  /// The profile that is to stand at `place`.
  func text(at place: FilePath) throws(Failure) -> String {
    let folder = place.folder
    var text = "schema = 1\n"
    if let agency {
      text += "\n[agency]\n" + line("id", agency.id) + line("jurisdiction", agency.jurisdiction)
      for (language, name) in agency.names { text += line("name.\(language)", name) }
      if let language = agency.language { text += line("language", language) }
    }
    text += "\n[key]\n"
    text += key.isToken ? line("pkcs11", key.text) : line("path", try key.path.text(from: folder))
    if let certificates { text += line("certificates", try certificates.text(from: folder)) }
    if let passphraseFile {
      text += line("passphrase-file", try passphraseFile.text(from: folder))
    }
    if !authorities.isEmpty { text += "\n[timestamp]\n" + (try stamps(from: folder)) }
    if list != nil || tsaAnchors != nil { text += "\n[trust]\n" }
    if let list { text += line("list", try list.text(from: folder)) }
    if let tsaAnchors { text += line("tsa-anchors", try tsaAnchors.text(from: folder)) }
    return text
  }

  /// The file of a local authority; nil where authorities are asked over the network.
  var localAuthority: FilePath? {
    guard let first = authorities.first, first.hasPrefix("key:") else { return nil }
    return FilePath(String(first.dropFirst(4)))
  }

  private func stamps(from folder: FilePath) throws(Failure) -> String {
    if let localAuthority { return line("key", try localAuthority.text(from: folder)) }
    return "urls = [" + authorities.map(ProfileDraft.quoted).joined(separator: ", ") + "]\n"
  }

  private func line(_ key: String, _ value: String) -> String {
    "\(key) = \(ProfileDraft.quoted(value))\n"
  }

  /// A basic string of TOML.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension FilePath {
  /// The path as a profile in `folder` writes it: what lies in or below that folder by its name there, so that
  /// both can be moved together, and anything else from the root on.
  func text(from folder: FilePath) throws(Failure) -> String {
    let (path, base) = (absolute, folder.absolute)
    let prefix = base.bytes.last == UInt8(ascii: "/") ? base.bytes : base.bytes + [0x2F]
    let bytes = path.bytes.starts(with: prefix) ? Array(path.bytes[prefix.count...]) : path.bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.usage, self, "a profile is text, and this name is not in UTF-8")
    }
    return text
  }
}
