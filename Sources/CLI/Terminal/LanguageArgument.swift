import ArgumentParser
import BroadsealReporting

/// The language of what people read; machine formats have none.
enum LanguageArgument: String, ExpressibleByArgument, CaseIterable, Sendable {
  case en, ja, both

  /// In capitals or not.
  init?(argument: String) { self.init(rawValue: argument.lowercased()) }

  /// The language that `--lang` names in `arguments`, which may be no command line at all; nil where it names none.
  static func named(in arguments: [String]) -> LanguageArgument? {
    let options = arguments.prefix { $0 != "--" }
    for (place, option) in options.enumerated() {
      let value =
        option == "--lang"
        ? options.dropFirst(place + 1).first
        : option.hasPrefix("--lang=") ? String(option.dropFirst(7)) : nil
      if let value, let language = LanguageArgument(argument: value) { return language }
    }
    return nil
  }

  /// The language of the locale, where no option names one: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is
  /// set (POSIX.1-2017, chapter 8.2).
  static var usual: LanguageArgument {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(Terminal.variable)
    let locale = names.first { !$0.isEmpty } ?? ""
    return locale.prefix { $0.isLetter } == "ja" ? .ja : .en
  }

  /// The words to use, in order.
  var wordings: [Wording] {
    switch self {
    case .en: [Wording(.english)]
    case .ja: [Wording(.japanese)]
    case .both: [Wording(.english), Wording(.japanese)]
    }
  }
}

/// The language of a table, which has only one.
enum TableLanguage: String, ExpressibleByArgument, CaseIterable, Sendable {
  case en, ja

  /// In capitals or not.
  init?(argument: String) { self.init(rawValue: argument.lowercased()) }

  /// The language of the locale, where no option names one.
  static var usual: TableLanguage { LanguageArgument.usual == .ja ? .ja : .en }

  /// The language.
  var language: Language { self == .ja ? .japanese : .english }
}
