import ArgumentParser

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
