import ArgumentParser
import BroadsealReporting

/// The language of what people read; machine formats have none.
enum LanguageArgument: String, ExpressibleByArgument, CaseIterable, Sendable {
  case en, ja, both

  /// The words to use, in order.
  var wordings: [Wording] {
    switch self {
    case .en: [Wording(.english)]
    case .ja: [Wording(.japanese)]
    case .both: [Wording(.english), Wording(.japanese)]
    }
  }
}
