/// The names of actions that an operator may add (C2PA 2.4, actions).
enum ActionName {
  /// Predefined actions that need nothing but their name.
  private static let plain: Set<String> = [
    "addedText", "adjustedColor", "changedSpeed", "converted", "cropped", "deleted", "drawing",
    "dubbed", "edited", "edited.metadata", "enhanced", "filtered", "mastered", "mixed",
    "orientation", "published", "remixed", "repackaged", "resized", "resized.proportional",
    "reviewed", "transcoded", "trimmed", "unknown",
  ]

  /// Those of them that state no source: the conformance programme asks for `digitalSourceType` on
  /// every other predefined action of `created_assertions`.
  private static let withoutSource: Set<String> = [
    "converted", "edited.metadata", "enhanced", "published", "repackaged", "resized.proportional",
    "transcoded",
  ]

  private static let prefix = "c2pa."

  /// The full name of the action that an operator calls `text`: `published`, `c2pa.published`, or
  /// a name of the operator's own such as `example.agency.registered`.
  static func full(_ text: String) throws(SigningError) -> String {
    let bare = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    if plain.contains(bare) { return prefix + bare }
    guard !text.hasPrefix(prefix), isReverseDomain(text) else {
      throw SigningError(
        .request, "the action is not one that can be added by name",
        hint: "use published, reviewed, converted or another plain C2PA action, or a name of your "
          + "own such as example.agency.registered")
    }
    return text
  }

  /// Whether the action called `name` states where its result comes from.
  static func statesSource(_ name: String) -> Bool {
    name.hasPrefix(prefix) && !withoutSource.contains(String(name.dropFirst(prefix.count)))
  }

  /// At least two dots, and only letters, digits, hyphens and dots between them.
  private static func isReverseDomain(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count >= 3 && text.utf8.count <= 128
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
              UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
              true
            default: false
            }
          }
      }
  }
}
