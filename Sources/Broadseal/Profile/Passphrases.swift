import BroadsealBytes
import BroadsealFiles
public import BroadsealSigning

/// Who is asked for the passphrase of a key, or for the PIN of a token, once it turns out that one is
/// needed.
///
/// A profile names the file that holds its own (`passphrase-file`); then nobody is asked.
public struct Passphrases: Sendable {
  private let answer: @Sendable (_ key: String) throws(SigningError) -> [UInt8]?

  /// Somebody who is asked with the name of the key: its file or its `pkcs11:` address.
  ///
  /// - Parameter answer: gives the bytes of the passphrase; nil when there is none.
  public init(
    _ answer: @escaping @Sendable (_ key: String) throws(SigningError) -> [UInt8]?
  ) {
    self.answer = answer
  }

  /// Nobody: a key that needs more than the profile says is not opened.
  public static let none = Passphrases { _ in nil }

  /// Longest passphrase file, in bytes.
  package static let maximumSize = 4_096

  /// Runs `load` with what opens the key called `name`: nothing at first, and the passphrase when it turns
  /// out that there has to be one.
  ///
  /// - Parameter file: holds it in its first line; nil: somebody is asked.
  package func opening<Value>(
    _ name: String, file: FilePath?, _ load: ([UInt8]?) throws(SigningError) -> Value
  ) throws(SigningError) -> Value {
    let refusal: SigningError
    do throws(SigningError) {
      return try load(nil)
    } catch {
      guard error.kind == .passphrase else { throw error }
      refusal = error
    }
    if let file { return try load(try Passphrases.firstLine(of: file)) }
    guard let passphrase = try answer(name) else { throw refusal }
    return try load(passphrase)
  }

  /// The first line of a file, without its end: in UTF-8, also where an editor wrote a mark of the byte order first, or
  /// two bytes a character.
  package static func firstLine(of path: FilePath) throws(SigningError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(SourceError) {
      bytes = try ByteSource.whole(path, limit: maximumSize)
    } catch { throw SigningError(.unreadable, error.reason, path: error.path) }
    let line = PlainBytes.utf8(bytes).prefix { $0 != 0x0A }
    guard !line.isEmpty else {
      throw SigningError(.passphrase, "the first line is empty", path: path.display)
    }
    return Array(line.last == 0x0D ? line.dropLast() : line)
  }
}
