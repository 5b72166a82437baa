import ArgumentParser
import BroadsealReporting

/// The language of a table, which has only one.
enum TableLanguage: String, ExpressibleByArgument, CaseIterable, Sendable {
  case en, ja

  /// The language.
  var language: Language { self == .ja ? .japanese : .english }
}
