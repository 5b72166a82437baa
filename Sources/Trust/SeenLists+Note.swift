import BroadsealFiles

extension SeenLists {
  /// What the user should know of the record: that it could not be used as it should be.
  ///
  /// Somebody who could make the record unreadable could slip in an older list. Nothing stops for that,
  /// so that a note must not be thrown away.
  public struct Note: Sendable, Hashable {
    /// What is wrong, for programs.
    public let kind: Kind
    /// Why, in one line, with the file that it is about; empty where there is no more to say.
    public let reason: String

    /// What is wrong with a record.
    ///
    /// Compare it with `==` or in a `switch` with a `default`: later versions may know more kinds.
    public struct Kind: Sendable, Hashable {
      /// There is no folder for a record: nothing is known of lists seen before.
      public static let noFolder = Kind(.noFolder)
      /// The record cannot be read: nothing is known of lists seen before.
      public static let unread = Kind(.unread)
      /// The record cannot be written: what was seen now will not be known later.
      public static let unwritten = Kind(.unwritten)
      /// Somebody damaged the record meanwhile: what was seen now will not be known later.
      public static let damaged = Kind(.damaged)

      fileprivate enum Name: String {
        case noFolder = "no-folder"
        case unread, unwritten, damaged
      }

      fileprivate let name: Name

      private init(_ name: Name) { self.name = name }
    }

    init(_ kind: Kind, _ reason: String = "") {
      self.kind = kind
      self.reason = reason
    }

    init(_ kind: Kind, _ error: SourceError) {
      self.init(
        kind, error.path.isEmpty ? error.reason : "\(error.path): \(error.reason)")
    }

    /// There is no folder for a record.
    static let noFolder = Note(.noFolder)
  }
}

extension SeenLists.Note: CustomStringConvertible {
  /// What is wrong, and why, in one line.
  public var description: String {
    switch kind.name {
    case .noFolder: "there is no home folder, so that nothing is known of lists seen before"
    case .unread: "it cannot be read which trust lists were seen before: \(reason)"
    case .unwritten, .damaged:
      "it could not be remembered which trust lists were seen: \(reason)"
    }
  }
}

extension SeenLists.Note.Kind: CustomStringConvertible {
  /// Its name: `no-folder`.
  public var description: String { name.rawValue }
}
