/// A file in an archive, as whoever looks into it wants to know it.
package struct ArchiveMember: Sendable {
  /// Its name, byte for byte, with the folders that it is in.
  package let name: [UInt8]
  /// Bytes that it says it has.
  package let size: Int
  /// Bytes that it takes in the archive.
  package let packedSize: Int
  /// Where the archive has it.
  let place: Int
  /// What it is.
  package let kind: Kind

  /// What a member is.
  package enum Kind: Sendable {
    /// A file.
    case file
    /// A link to another member or to a file outside.
    case link
    /// A pipe or device.
    case special
  }

  /// Why a member cannot be had.
  package enum Fault: Error, Sendable {
    /// It is encrypted.
    case encrypted
    /// It does not unpack to what the archive says of it, or is packed in a way that is not known.
    case damaged
    /// It is larger than was allowed.
    case tooLarge
  }
}
