public import BroadsealBytes
import BroadsealSettings
public import BroadsealSigning

/// Where the signing key is, and what goes with it: `[key]` of a profile, or the command line.
public struct KeySettings: Sendable {
  /// Where the key is.
  public let source: KeySource
  /// File with the certificates; nil when the key's own file holds them.
  public let certificates: FilePath?
  /// Signature algorithm; nil for the one that fits the key.
  public let algorithm: String?
  /// File whose first line is the passphrase or PIN, unless the command line names one.
  public package(set) var passphraseFile: FilePath?

  /// A key at `source`.
  package init(
    source: KeySource, certificates: FilePath?, algorithm: String?, passphraseFile: FilePath?
  ) {
    self.source = source
    self.certificates = certificates
    self.algorithm = algorithm
    self.passphraseFile = passphraseFile
  }
}

extension KeySettings {
  /// Every file that is named here.
  package var files: [FilePath] {
    var files = [certificates, passphraseFile].compactMap(\.self)
    switch source {
    case .file(let path): files.append(path)
    // A program that is looked up in PATH has no path to spare.
    case .command(let command):
      files += command.words.prefix(1).filter { $0.contains("/") }.map { FilePath($0) }
    case .token: break
    }
    return files
  }
}

extension KeySettings {
  private static let places = ["path", "pkcs11", "command"]

  /// Reads the table `[key]`; paths are relative to `folder`.
  init(_ table: SettingsTable, folder: FilePath) throws(SettingsError) {
    try table.allowOnly(
      Set(KeySettings.places).union([
        "module", "timeout", "certificates", "algorithm", "passphrase-file",
      ]))
    let path = try table.text("path")
    let address = try table.text("pkcs11")
    let words = try table.texts("command")
    switch (path, address, words.isEmpty) {
    case (let path?, nil, true): source = .file(folder.relative(path))
    case (nil, let address?, true):
      source = .token(address: address, module: try table.text("module"))
    case (nil, nil, false):
      let limit = try table.integer("timeout") ?? SignerCommand.defaultTimeLimit
      do throws(SigningError) {
        // One text is a line; an array is the words themselves.
        source = .command(
          try table.isText("command")
            ? SignerCommand(line: words[0], folder: folder, timeLimit: limit)
            : SignerCommand(words: words, folder: folder, timeLimit: limit))
      } catch {
        throw table.failure("command", "cannot be used: \(error.reason)", hint: error.hint)
      }
    case (nil, nil, true):
      throw table.missing("path, pkcs11 or command")
    default:
      throw table.failure(
        path == nil ? "command" : "path", "is one of several places of the key",
        hint: "say one of " + KeySettings.places.joined(separator: ", "))
    }
    if address == nil, try table.text("module") != nil {
      throw table.failure("module", "belongs to pkcs11")
    }
    if words.isEmpty, try table.integer("timeout") != nil {
      throw table.failure("timeout", "belongs to command")
    }
    certificates = try table.text("certificates").map { folder.relative($0) }
    algorithm = try table.text("algorithm")
    if let algorithm, !SigningAlgorithm.names.contains(algorithm) {
      throw table.failure(
        "algorithm", "must be one of \(SigningAlgorithm.names.joined(separator: ", "))")
    }
    passphraseFile = try table.text("passphrase-file").map { folder.relative($0) }
    if case .file = source { return }
    guard certificates != nil else {
      throw table.failure(
        path == nil && address != nil ? "pkcs11" : "command",
        "needs certificates: a PEM file with the key's certificate and those above it")
    }
  }
}

extension FilePath {
  /// What `text` names, seen from this folder.
  func relative(_ text: String) -> FilePath {
    text.hasPrefix("/") ? FilePath(text) : appending(text.utf8)
  }
}
