import BroadsealBytes
import CBroadsealLinux
import Glibc

/// One extended attribute that belongs to a file whatever its content is (xattr(7)): those of users, the labels that
/// administrators and security modules give (`security.`, `trusted.`), and the lists of further rights.
///
/// A hash of the content that the kernel keeps (IMA, EVM) goes with the content: the kernel writes it anew. Where
/// somebody *signed* that hash, nothing but he can do so again, and the file is not replaced.
struct ExtendedAttribute {
  private let name: [CChar]
  private let value: [UInt8]

  /// Lists of rights, of POSIX and of network file systems.
  private static let rights = ["system.posix_acl_access", "system.nfs4_acl", "system.richacl"]
  private static let prefixes = ["user.", "security.", "trusted."]
  /// Of the content, and the first byte of those that the kernel keeps by itself: hashes, and a code with its own key.
  private static let ofContent: [String: Set<UInt8>] = [
    "security.ima": [0x01, 0x04], "security.evm": [0x02],
  ]

  /// The name as text.
  var text: String {
    String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether it says something of the content in a way that another content cannot have.
  var isSignature: Bool { ExtendedAttribute.ofContent[text] != nil }

  /// Those of the file at `path`, which is open as `descriptor` where that is none below 0; none where the file system
  /// knows none.
  static func all(of path: FilePath, _ descriptor: Int32) throws(SourceError) -> [ExtendedAttribute]
  {
    var attributes: [ExtendedAttribute] = []
    for name in try names(of: path, descriptor) {
      let text = String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard prefixes.contains(where: text.hasPrefix) || rights.contains(text) else { continue }
      let terminated = name + [0]
      guard
        let value = try unsafe bytes(
          of: path,
          { file, buffer, size in
            descriptor < 0
              ? unsafe lgetxattr(file, terminated, buffer, size)
              : unsafe fgetxattr(descriptor, terminated, buffer, size)
          })
      else { continue }
      if let kept = ofContent[text], value.first.map(kept.contains) ?? true { continue }
      attributes.append(ExtendedAttribute(name: terminated, value: value))
    }
    return attributes
  }

  private static func names(
    of path: FilePath, _ descriptor: Int32
  ) throws(SourceError) -> [[CChar]] {
    let list = try unsafe bytes(of: path) { file, buffer, size in
      let room = unsafe buffer?.assumingMemoryBound(to: CChar.self)
      return descriptor < 0
        ? unsafe llistxattr(file, room, size) : unsafe flistxattr(descriptor, room, size)
    }
    return (list ?? []).split(separator: 0).map { $0.map { CChar(bitPattern: $0) } }
  }

  /// What a call gives that is asked for the size first; nil where there is nothing of the kind.
  private static func bytes(
    of path: FilePath,
    _ call: (UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) -> Int
  ) throws(SourceError) -> [UInt8]? {
    for _ in 0..<8 {
      let size = unsafe path.withCString { file in unsafe call(file, nil, 0) }
      if size < 0 {
        if [ENOTSUP, ENODATA, ENOSYS].contains(errno) { return nil }
        throw SourceError.system(path: path.display)
      }
      if size == 0 { return [] }
      var buffer = [UInt8](repeating: 0, count: size)
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe path.withCString { file in unsafe call(file, room.baseAddress, size) }
      }
      // It may have grown meanwhile.
      if count < 0, errno == ERANGE { continue }
      guard count >= 0 else { throw SourceError.system(path: path.display) }
      return Array(buffer.prefix(count))
    }
    throw SourceError.system(EAGAIN, path: path.display)
  }

  /// Gives it to an open file, unless it has the same already: a security module gives a new file its label, and often
  /// lets nobody write it.
  func apply(to descriptor: Int32, path: String) throws(SourceError) {
    var present = [UInt8](repeating: 0, count: value.count + 1)
    let count = unsafe fgetxattr(descriptor, name, &present, present.count)
    guard count != value.count || !present.prefix(count).elementsEqual(value) else { return }
    let result = unsafe value.withUnsafeBytes { bytes in
      unsafe fsetxattr(descriptor, name, bytes.baseAddress, bytes.count, 0)
    }
    guard result == 0 else { throw SourceError(.attribute(name: text), path: path) }
  }
}
