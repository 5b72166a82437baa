import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// The draft that a command edits, and where the result goes.
struct DraftOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The draft: a list that nobody has signed.", valueName: "draft.json"))
  var draft: PathArgument

  @Option(
    name: .output,
    help: ArgumentHelp("The file to write; the draft itself if absent.", valueName: "file"))
  var output: PathArgument?

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @OptionGroup
  var language: LanguageOption

  func validate() throws { try [draft].refuseStandardInput() }

  /// Reads the draft, changes it, writes it and says what is different.
  ///
  /// - Parameters:
  ///   - sources: files that the change was made from, which no output replaces.
  ///   - removes: whether entries are taken off that nobody has published: nothing is lost by that.
  func edit(
    sparing sources: [PathArgument], removes: Bool = false,
    _ change: (inout ListDraft) throws -> Void
  ) throws {
    Interruption.endsProcess()
    var edited = try ListDraft(
      parsing: try SmallFile.read(draft.path, limit: TrustLimits.maximumFileSize),
      name: draft.path.display)
    let before = try edited.parsed()
    try change(&edited)
    if let output {
      try output.write(
        edited.bytes, overwrites: force, from: [draft.path], sparing: sources.map(\.path))
    } else {
      try draft.write(
        edited.bytes, overwrites: true, from: [], sparing: sources.map(\.path), like: draft.path)
    }
    let after = try edited.parsed()
    let diff = ListDiff(from: before, to: after)
    for wording in language.lang.wordings {
      let text = ListDiffText(wording: wording, terminal: Console.terminal)
      try Console.write(
        "\(Untrusted.path((output ?? draft).path)): "
          + wording.say(
            "number \(edited.content.sequence), not signed yet\n",
            "第\(edited.content.sequence)号、未署名\n")
          + (removes
            ? text.removals(before.content, after.content) : text.changes(diff.changes)))
    }
    after.content.remarkDoubts(at: SystemClock.now, beyond: before.content)
  }
}

/// A text in a language: `ja=例の機関`; English where none is named.
struct LocalizedArgument: ExpressibleByArgument, Sendable, Hashable {
  /// Language tag.
  let language: String
  /// The text.
  let text: String

  init?(argument: String) {
    guard let plain = PlainText(argument: argument)?.text else { return nil }
    let parts = plain.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let tag = parts[0].utf8
    if parts.count == 2, (2...3).contains(tag.count),
      tag.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }), !parts[1].isEmpty
    {
      (language, text) = (String(parts[0]), String(parts[1]))
    } else {
      (language, text) = ("en", plain)
    }
  }
}

extension [LocalizedArgument] {
  /// The texts as one; nil where there is none.
  func localized(_ option: String) throws(Failure) -> LocalizedText? {
    guard !isEmpty else { return nil }
    guard let text = LocalizedText(map { (language: $0.language, text: $0.text) }) else {
      throw .usage("\(option) names a language twice")
    }
    return text
  }
}

extension PathArgument {
  /// The one certificate in the PEM file of this name.
  func certificate() throws -> Certificate {
    try ListDraft.certificate(pem: try SmallFile.read(path), name: path.display)
  }
}
