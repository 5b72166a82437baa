import BroadsealNotes
import BroadsealReporting

/// Roles in a label: who answers for a document, never by name, since everybody can read it for good.
enum RoleText {
  /// Words of which one stands in most roles.
  private static let words: Set<Substring> = [
    "administration", "administrator", "affairs", "agency", "approver", "archive", "archives",
    "archivist", "assistant", "author", "authority", "board", "branch", "bureau", "chair", "chief",
    "city", "clerk", "commission", "commissioner", "committee", "communications", "control",
    "controller", "coordinator", "council", "counsel", "county", "court", "department", "deputy",
    "desk", "director", "directorate", "district", "division", "duty", "editor", "editorial",
    "editors", "embassy", "federal", "general", "government", "governor", "head", "inspector",
    "institute", "lead", "legal", "librarian", "library", "manager", "mayor", "media", "minister",
    "ministry", "municipal", "museum", "national", "office", "officer", "officers", "operations",
    "parliament", "police", "prefecture", "president", "press", "producer", "province", "public",
    "publications", "publisher", "records", "registrar", "registry", "relations", "reviewer",
    "secretariat", "secretary", "section", "senate", "senior", "service", "services",
    "spokesperson", "staff", "state", "supervisor", "team", "the", "translator", "treasury", "unit",
    "university",
  ]
  /// Characters of which one stands in most roles that are written in Japanese.
  private static let characters: Set<Character> = Set("長官課部局室係員者班当任集報会臣府省庁所院校司事務")
  private static let titles: Set<Substring> = ["mr", "mrs", "ms", "miss", "dr", "prof"]

  /// Whether `text` looks like a person's name: two or three words in capitals of which none belongs to a role,
  /// a title before a name, or a name in Japanese with its ending or without any character of a role.
  static func looksLikeName(_ text: String) -> Bool {
    if ["さん", "様", "氏"].contains(where: text.hasSuffix) { return true }
    let letters = text.filter { !$0.isWhitespace }
    if !letters.isEmpty, letters.count <= 6, letters.allSatisfy(isHan) {
      return !letters.contains(where: characters.contains)
    }
    let parts = text.split(whereSeparator: { $0.isWhitespace || $0 == "," })
    let plain = parts.map { Substring($0.lowercased().filter { $0 != "." }) }
    if let first = plain.first, parts.count > 1, titles.contains(first) { return true }
    guard (2...3).contains(parts.count), !plain.contains(where: words.contains) else {
      return false
    }
    return parts.allSatisfy(isNamePart)
  }

  /// Whether `part` is written as a part of a name: a capital and small letters, or an initial.
  private static func isNamePart(_ part: Substring) -> Bool {
    guard part.first?.isUppercase == true else { return false }
    if part.count == 2, part.last == "." { return true }
    return part.dropFirst().contains { $0.isLowercase }
      && part.allSatisfy { $0.isLetter || "-'’.".contains($0) }
  }

  /// What is said of such a role.
  static func remark(on role: String, in language: Language) -> String {
    let wording = Wording(language)
    let shown = Untrusted.quoted(role, in: language)
    return wording.say(
      "\(shown) looks like a person's name: the label publishes it for good; a role such as Press Office "
        + "serves", "\(shown)は個人名のようです。ラベルに記載すると公開され続けるため、「広報課」などの役職・部署名を使ってください")
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
  }
}
