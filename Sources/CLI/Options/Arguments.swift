import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust

/// A text on the command line: valid UTF-8 that says something.
struct PlainText: ExpressibleByArgument, Sendable, Hashable {
  /// The text.
  let text: String

  init?(argument: String) {
    guard !argument.isEmpty, ArgumentText.isPlain(argument) else { return nil }
    text = argument
  }
}

/// A file, byte for byte, or an address that begins with `pkcs11:`.
struct KeyArgument: ExpressibleByArgument, Sendable, Hashable {
  /// The argument as text.
  let text: String
  /// The file of that name.
  let path: FilePath

  init?(argument: String) {
    guard let path = PathArgument(argument: argument)?.path else { return nil }
    self.path = path
    text = argument
  }

  /// Whether it is an address on a token.
  var isToken: Bool { text.hasPrefix(TokenAddress.prefix) }
}

/// A moment on the command line: `2026-11-20T09:15:00Z`, or a date, which means its first second.
struct TimeArgument: ExpressibleByArgument, Sendable, Hashable {
  /// The moment.
  let time: UTCTime

  init?(argument: String) {
    guard let time = UTCTime(rfc3339: argument) ?? UTCTime(rfc3339: argument + "T00:00:00Z") else {
      return nil
    }
    self.time = time
  }
}

/// An object identifier on the command line: `1.3.6.1.5.5.7.3.36`.
struct ObjectIdentifierArgument: ExpressibleByArgument, Sendable, Hashable {
  /// Its dotted form.
  let text: String

  init?(argument: String) {
    guard ObjectIdentifier.isValid(argument) else { return nil }
    text = argument
  }
}

/// One of the values of a library's own enumeration, on the command line by its raw value.
struct Choice<Value>: ExpressibleByArgument, Sendable
where Value: CaseIterable & RawRepresentable<String> & Sendable {
  /// The value chosen.
  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  init?(argument: String) {
    guard let value = Value(rawValue: argument) else { return nil }
    self.value = value
  }

  var defaultValueDescription: String { value.rawValue }

  static var allValueStrings: [String] { Value.allCases.map(\.rawValue) }
}
