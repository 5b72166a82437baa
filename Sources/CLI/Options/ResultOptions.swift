import ArgumentParser
import BroadsealBytes
import BroadsealFiles
import BroadsealReporting

/// A form in which a command tells its result; every command has one for people.
protocol ResultFormat: ExpressibleByArgument, CaseIterable, RawRepresentable<String>, Sendable {
  /// Sentences, for people.
  static var text: Self { get }
}

extension ResultFormat {
  /// What is said of `--format`.
  static var help: ArgumentHelp {
    let names = allCases.map(\.rawValue)
    return "Form of the result: \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")."
  }
}

/// The forms of commands that tell one thing.
enum PlainFormat: String, ResultFormat {
  /// Sentences, for people.
  case text
  /// One object.
  case json
}

/// How a command tells its result: in which form, into which file and in which language. They are the same in every
/// command, with the same words of help in the same order.
///
/// Commands that make a document or a list name that with `-o`; their results go to standard output.
struct ResultOptions<Format: ResultFormat>: ParsableArguments {
  @Option(name: .format, help: Format.help)
  var format: Format = .text

  @OptionGroup
  var file: OutputOptions

  @OptionGroup
  var language: LanguageOption

  /// The file that was named; nil for none.
  var output: PathArgument? { file.output }

  /// Whether that file is replaced if it exists.
  var force: Bool { file.force }

  /// The language.
  var lang: LanguageArgument { language.lang }

  /// From now on the result goes to the file of `-o`; see `OutputOptions.open`.
  func open(sparing sources: [FilePath] = []) throws(Failure) { try file.open(sparing: sources) }
}

/// The file that a result goes to.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .output,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output: PathArgument?

  @Flag(help: "Replace the output if it exists.")
  var force = false

  /// From now on the result goes to the file of `-o`, if one was named: whole when the run ends, or not at all.
  ///
  /// - Parameter sources: files that the run reads, none of which it may replace.
  func open(sparing sources: [FilePath] = []) throws(Failure) {
    guard let output, !output.isStandardStream else { return }
    if let node = FileNode(output.path), sources.contains(where: { FileNode($0) == node }) {
      throw .overwritesSource(output.path)
    }
    try Console.divert(to: output.path, overwrites: force)
  }
}

/// The language of what people read.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: "Language of the text: en, ja or both; the locale's if absent.")
  var named: LanguageArgument?

  /// The language.
  var lang: LanguageArgument { named ?? .usual }
}

/// The form and the language of a command that names with `-o` what it makes.
struct SpokenOptions<Format: ResultFormat>: ParsableArguments {
  @Option(name: .format, help: Format.help)
  var format: Format = .text

  @OptionGroup
  var language: LanguageOption

  /// The language.
  var lang: LanguageArgument { language.lang }
}
