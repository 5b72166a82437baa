import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning
import Glibc

/// How an encrypted key or a token is opened: by a file, or by asking on the terminal; never by an
/// argument.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file whose first line opens the encrypted key, or is the token's PIN.", valueName: "file"))
  var passphraseFile: PathArgument?

  /// Files that are read for it.
  var files: [FilePath] { [passphraseFile?.path].compactMap(\.self) }

  /// Who is asked where no file is named: the person at the terminal.
  var passphrases: Passphrases {
    Passphrases { name throws(SigningError) in
      let isToken = name.hasPrefix(TokenAddress.prefix)
      let secret = isToken ? "PIN" : "passphrase"
      guard let typed = PassphrasePrompt.ask("\(secret) of \(name)") else {
        throw SigningError(
          .credential, isToken ? "the token needs its PIN" : "the key is encrypted", path: name,
          hint: "--passphrase-file names a file with the \(secret)")
      }
      return typed
    }
  }

  /// The key and certificates of `settings`.
  func credential(_ settings: KeySettings) throws(SigningError) -> Credential {
    var settings = settings
    if let passphraseFile { settings.passphraseFile = passphraseFile.path }
    return try settings.credential(passphrases)
  }

  /// What the key or certificate file at `path` holds.
  func material(of path: FilePath) throws(Failure) -> KeyMaterial {
    let bytes = try SmallFile.read(path, limit: KeyStore.maximumSize)
    do throws(SigningError) {
      return try passphrases.opening(path.display, file: passphraseFile?.path) {
        passphrase throws(SigningError) in
        do throws(KeyError) {
          return try KeyStore.load(bytes, passphrase: passphrase)
        } catch {
          let isEncrypted = error == .missingPassphrase || error == .wrongPassphrase
          let isWeak = if case .unsupported = error { true } else { false }
          throw SigningError(
            isEncrypted ? .passphrase : isWeak ? .certificate : .credential, "\(error)",
            path: path.display,
            hint: error == .wrongPassphrase ? Failure.passphraseHint : error.hint)
        }
      }
    } catch {
      // A key that cannot sign is read and known for what it is: no mistake of the command line.
      throw Failure(error.kind == .certificate ? .failed : .usage, "\(error)", hint: error.hint)
    }
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
    do throws(SigningError) {
      return try passphrases.opening(source.display, file: passphraseFile?.path) {
        pin throws(SigningError) in
        try source.tokenKey(pin: pin)
      }
    } catch { throw Failure(signing: error) }
  }

  /// Shortest passphrase of a new key, in bytes.
  static let shortestNew = 8

  /// A passphrase for a new key: from the file, or typed twice.
  func new(for path: FilePath) throws(Failure) -> [UInt8] {
    let secret: [UInt8]
    if let passphraseFile {
      do throws(SigningError) {
        secret = try Passphrases.firstLine(of: passphraseFile.path)
      } catch { throw Failure(.usage, "\(error)", hint: error.hint) }
    } else {
      guard let typed = PassphrasePrompt.ask("new passphrase of \(path.display)"),
        let again = PassphrasePrompt.ask("the same again")
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
}

/// Asks for a passphrase on the terminal, without showing what is typed.
enum PassphrasePrompt {
  /// The line that was typed; nil when the process has no terminal, or nothing was typed.
  static func ask(_ question: String) -> [UInt8]? {
    let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    Interruption.endsProcess()
    guard HiddenTyping.begin(terminal) else { return nil }
    defer {
      HiddenTyping.end()
      put("\n", to: terminal)
    }
    let words = Console.wordings.map { $0.told(question) }.joined(separator: " / ")
    put("broadseal: \(Untrusted.line(words)): ", to: terminal)
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.count < Passphrases.maximumSize {
      let got = unsafe read(terminal, &byte, 1)
      if got < 0, errno == EINTR { continue }
      guard got == 1, byte != 0x0A else { break }
      line.append(byte)
    }
    return line.isEmpty ? nil : line
  }

  private static func put(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(terminal, $0.baseAddress, $0.count) }
  }
}
