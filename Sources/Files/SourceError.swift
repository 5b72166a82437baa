import BroadsealBytes

/// Why bytes of a file could not be had.
package struct SourceError: Error, Hashable, Sendable {
  /// What kind of fault it was.
  package enum Kind: Hashable, Sendable {
    /// The system refused: `errno` and its text.
    case system(code: Int32, message: String)
    /// A symbolic link stands in its place, or on the way to it, below a folder that was named.
    case link
    /// Not a regular file: a folder, a device, a pipe.
    case notRegular
    /// The file is shorter than it was when it was opened.
    case truncated
    /// Size, time or identity changed while the file was read.
    case changed
    /// The file is larger than so many bytes, the most that are taken of its kind.
    case tooLarge(limit: Int)
    /// It has the extended attribute of this name, which the file in its place could not have.
    case attribute(name: String)
  }

  /// What kind of fault it was.
  package let kind: Kind
  /// The path, as it was given.
  package let path: String

  /// A fault at `path`.
  package init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }
}

extension SourceError {
  /// Why, in one line in lower case, without a full stop.
  package var reason: String {
    switch kind {
    case .system(_, let message): message.asClause
    case .link: "a symbolic link, which is not followed inside a folder that was named"
    case .notRegular: "not a regular file"
    case .truncated: "the file is shorter than it was when it was opened"
    case .changed: "the file changed while it was read"
    case .tooLarge(let limit): "larger than \(limit) bytes"
    case .attribute(let name):
      "it has the attribute \(name), which the file in its place could not keep"
    }
  }
}
