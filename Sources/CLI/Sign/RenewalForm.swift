import ArgumentParser
import BroadsealBytes
import BroadsealFiles

/// What a renewal of PDF signatures brings beside proofs: `--renew`, or `--renew plain`.
enum RenewalForm: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// A manifest that repeats the label.
  case label
  /// Nothing.
  case plain

  /// `arguments` of `sign` with the form in words where `--renew` stands alone: the parser knows no option
  /// whose value may be missing.
  static func complete(_ arguments: [String]) -> [String] {
    guard arguments.first == "sign",
      let place = arguments.prefix(while: { $0 != "--" }).firstIndex(of: "--renew")
    else { return arguments }
    let next = arguments.dropFirst(place + 1).first
    guard next.flatMap(RenewalForm.init(rawValue:)) == nil, !(next.map(isOtherWord) ?? false) else {
      return arguments
    }
    var completed = arguments
    completed.insert(RenewalForm.label.rawValue, at: place + 1)
    return completed
  }

  /// Whether `argument` was meant for a form and is none: a word that looks like no file and names none.
  private static func isOtherWord(_ argument: String) -> Bool {
    argument.utf8.allSatisfy { (0x61...0x7A).contains($0) } && FileNode(FilePath(argument)) == nil
  }
}
