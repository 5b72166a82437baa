package import BroadsealFiles

/// How a file of a format is opened.
package enum Opener: Sendable {
  /// By a carrier of this type.
  case carrier(any Carrier.Type)
  /// By a carrier that depends on what kind of text it is.
  case chosen(@Sendable (ByteSource, NamedType) throws(DocumentError) -> any Carrier)
  /// It is a manifest store itself.
  case isStore
  /// Not at all: its label is a file of its own.
  case none

  /// The media type of a file, and whether a known extension gave it.
  package struct NamedType: Sendable {
    let mediaType: String
    let isNamed: Bool
  }

  /// The carrier of `source`; nil when the format has none.
  func open(_ source: ByteSource, _ type: NamedType) throws(DocumentError) -> (any Carrier)? {
    switch self {
    case .carrier(let carrier): try carrier.init(source)
    case .chosen(let choose): try choose(source, type)
    case .isStore, .none: nil
    }
  }
}
