import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealSigning

/// How an encrypted key or a token is opened: by a file, or by asking on the terminal; never by an
/// argument.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file whose first line opens the encrypted key, or is the token's PIN.", valueName: "file"))
  var passphraseFile: PathArgument?

  /// Runs `load` with what opens the key at `path`: nothing at first, and the passphrase when it
  /// turns out that the key is encrypted.
  func opening<Value>(_ path: FilePath, _ load: ([UInt8]?) throws -> Value) throws -> Value {
    try opening(path.display, file: nil, load)
  }

  /// Runs `load` with what opens the key called `name`; `file` holds it unless the command line
  /// names another file.
  func opening<Value>(
    _ name: String, file: FilePath?, _ load: ([UInt8]?) throws -> Value
  ) throws -> Value {
    do {
      return try load(nil)
    } catch let error as SigningError where error.kind == .passphrase {
      return try load(try passphrase(for: name, file))
    } catch KeyError.missingPassphrase {
      return try load(try passphrase(for: name, file))
    }
  }

  /// What the key or certificate file at `path` holds.
  func material(of path: FilePath) throws(Failure) -> KeyMaterial {
    let bytes = try SmallFile.read(path, limit: KeyStore.maximumSize)
    do {
      return try opening(path) { try KeyStore.load(bytes, passphrase: $0) }
    } catch let error as KeyError {
      throw Failure(
        .usage, path, "\(error)",
        hint: error == .wrongPassphrase ? Failure.passphraseHint : error.hint)
    } catch {
      throw Failure(explaining: error)
    }
  }

  private func passphrase(for name: String, _ file: FilePath?) throws(Failure) -> [UInt8] {
    if let path = passphraseFile?.path ?? file {
      return try PassphraseOptions.firstLine(of: path)
    }
    let isToken = name.hasPrefix(TokenAddress.prefix)
    guard let typed = PassphrasePrompt.ask("\(isToken ? "PIN" : "passphrase") of \(name): ") else {
      throw Failure(
        .usage, "\(name): \(isToken ? "the token needs its PIN" : "the key is encrypted")",
        hint: "--passphrase-file names a file with the \(isToken ? "PIN" : "passphrase")")
    }
    return typed
  }

  /// The private key that `key` names, in a file or on a token.
  func privateKey(_ key: KeyArgument) throws -> PrivateKey {
    guard key.isToken else {
      guard let secret = try material(of: key.path).key else {
        throw Failure(.usage, key.path, "there is no private key")
      }
      return secret
    }
    let source = KeySource.token(address: key.text, module: nil)
    do {
      return try opening(source.display, file: nil) { try source.tokenKey(pin: $0) }
    } catch let error as SigningError {
      throw Failure(signing: error)
    }
  }

  /// Shortest passphrase of a new key, in bytes.
  static let shortestNew = 8

  /// A passphrase for a new key: from the file, or typed twice.
  func new(for path: FilePath) throws(Failure) -> [UInt8] {
    let secret: [UInt8]
    if let passphraseFile {
      secret = try PassphraseOptions.firstLine(of: passphraseFile.path)
    } else {
      guard let typed = PassphrasePrompt.ask("new passphrase of \(path.display): "),
        let again = PassphrasePrompt.ask("the same again: ")
      else {
        throw Failure(
          .usage, path, "the new key needs a passphrase",
          hint: "--passphrase-file names a file with it; --unencrypted does without")
      }
      guard typed == again else { throw .usage("the two passphrases are not the same") }
      secret = typed
    }
    guard secret.count >= PassphraseOptions.shortestNew else {
      throw .usage("the passphrase is shorter than \(PassphraseOptions.shortestNew) bytes")
    }
    return secret
  }

  /// The first line of a file, without its end.
  private static func firstLine(of path: FilePath) throws(Failure) -> [UInt8] {
    let bytes = try SmallFile.read(path, limit: PassphrasePrompt.maximumLength)
    let line = bytes.prefix { $0 != 0x0A }
    guard !line.isEmpty else { throw Failure(.usage, path, "the first line is empty") }
    return Array(line.last == 0x0D ? line.dropLast() : line)
  }
}
