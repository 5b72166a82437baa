/// Bytes that do not follow their format, and where the reader stopped.
///
/// Thrown by every parser of the house. It says what is wrong with the *content*; what could not
/// be done at all (a file that cannot be read) is another error.
package struct Malformed: Error, Hashable, Sendable {
  /// What is wrong, in lower case and without a full stop.
  package let reason: String

  /// Byte offset of the fault: from the start of the file where the reader knows it, else from
  /// the start of the parsed bytes.
  package let offset: Int

  /// An error at `offset` with its reason.
  package init(_ reason: String, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension Malformed: CustomStringConvertible {
  /// The reason and the offset in one line.
  package var description: String { "\(reason) at byte \(offset)" }
}
