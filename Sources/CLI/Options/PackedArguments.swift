import ArgumentParser

/// Long runs of file names, handed to the parser of the command line as one argument each.
///
/// That parser takes time in the square of the number of positional arguments: a glob of 20,000 names
/// kept it busy for a quarter of a minute. Every option takes one value at the most, so of a run of
/// arguments without a hyphen only the first can be anything but a file.
enum PackedArguments {
  /// What stands between packed names: the one byte that no argument can hold.
  static let separator: Character = "\0"
  /// Shortest run that is packed.
  static let minimumRun = 32

  /// `arguments` with the runs of the commands that take many files packed.
  static func pack(_ arguments: [String]) -> [String] {
    guard arguments.count > minimumRun, let command = arguments.first,
      ["sign", "verify", "audit"].contains(command)
    else { return arguments }
    var packed = [command]
    var rest = arguments.dropFirst()
    while let first = rest.popFirst() {
      packed.append(first)
      // Behind the terminator everything is a file.
      let isTerminator = first == "--"
      guard isTerminator || isName(first) else { continue }
      let run = rest.prefix { isName($0) || isTerminator && !$0.isEmpty }
      if run.count >= minimumRun {
        packed.append(run.joined(separator: String(separator)))
      } else {
        packed += run
      }
      rest = rest.dropFirst(run.count)
      if isTerminator {
        packed += rest
        break
      }
    }
    return packed
  }

  private static func isName(_ argument: String) -> Bool {
    !argument.isEmpty && !argument.hasPrefix("-")
  }
}

/// The files that one argument stands for: itself, or a run of them.
struct FileArguments: ExpressibleByArgument, Sendable {
  /// The files, in the order in which they were named.
  let files: [PathArgument]

  /// These files.
  init(_ files: [PathArgument]) { self.files = files }

  init?(argument: String) {
    var files: [PathArgument] = []
    for name in argument.split(
      separator: PackedArguments.separator, omittingEmptySubsequences: false)
    {
      guard let file = PathArgument(argument: String(name)) else { return nil }
      files.append(file)
    }
    self.files = files
  }

  static var defaultCompletionKind: CompletionKind { .file() }
}
