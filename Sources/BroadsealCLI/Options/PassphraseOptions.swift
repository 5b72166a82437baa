import ArgumentParser
import Bytes
import OpenSSL
import Signing

/// How an encrypted key is opened: by a file, or by asking on the terminal; never by an argument.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file whose first line opens the encrypted key.", valueName: "file"))
  var passphraseFile: PathArgument?

  /// What to do about a passphrase that does not fit.
  static let hint = "the passphrase is the first line of the file that --passphrase-file names"

  /// Largest passphrase file, in bytes.
  static let maximumSize = 4_096

  /// Runs `load` with what opens the key at `path`: nothing at first, and the passphrase when it
  /// turns out that the key is encrypted.
  func opening<Value>(_ path: FilePath, _ load: ([UInt8]?) throws -> Value) throws -> Value {
    do {
      return try load(nil)
    } catch let error as SigningError where error.kind == .passphrase {
      return try load(try passphrase(for: path))
    } catch KeyError.missingPassphrase {
      return try load(try passphrase(for: path))
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
        hint: error == .wrongPassphrase ? PassphraseOptions.hint : nil)
    } catch {
      throw Failure(explaining: error)
    }
  }

  private func passphrase(for path: FilePath) throws(Failure) -> [UInt8] {
    if let passphraseFile {
      let bytes = try SmallFile.read(
        passphraseFile.path, limit: PassphraseOptions.maximumSize)
      let line = bytes.prefix { $0 != 0x0A }
      return Array(line.last == 0x0D ? line.dropLast() : line)
    }
    guard let typed = PassphrasePrompt.ask("passphrase of \(path.display): ") else {
      throw Failure(
        .usage, path, "the key is encrypted",
        hint: "--passphrase-file names a file with the passphrase")
    }
    return typed
  }
}
