import BroadsealDocuments
import BroadsealSettings
import BroadsealVerifying

extension SettingsTable {
  /// The criteria in the table under `key`; nil where there is none.
  func criteria(_ key: String) throws(SettingsError) -> [Criterion]? {
    guard let table = try table(key) else { return nil }
    try table.allowOnly(Set(Criterion.keys))
    var criteria: [Criterion] = []
    for key in Criterion.keys {
      if let criterion = try table.criterion(key) { criteria.append(criterion) }
    }
    guard !criteria.isEmpty else {
      throw failure(key, "is empty", hint: "known here: \(Criterion.keys.joined(separator: ", "))")
    }
    return criteria
  }

  private func criterion(_ key: String) throws(SettingsError) -> Criterion? {
    switch key {
    case "judged": try flag(key).map(Criterion.judged)
    case "integrity": try words(key, leaving: [.unreadable]).map(Criterion.integrity)
    case "holds": try flag(key).map(Criterion.holds)
    case "origin": try words(key).map(Criterion.origin)
    case "basis": try words(key).map(Criterion.basis)
    case "agency": try list(key).map(Criterion.agency)
    case "jurisdiction": try jurisdictions(key).map(Criterion.jurisdiction)
    case "claim": try flag(key).map(Criterion.claim)
    case "seal": try words(key).map(Criterion.seal)
    case "timestamp": try words(key).map(Criterion.timestamp)
    case "ai": try words(key).map(Criterion.ai)
    case "ai_fields": try words(key).map(Criterion.aiFields)
    case "human_review": try flag(key).map(Criterion.humanReview)
    case "format": try formats(key).map(Criterion.format)
    case "label": try words(key).map(Criterion.label)
    case "max_age_days": try days(key, from: 1).map(Criterion.maximumAge)
    case "certificate_days": try days(key, from: 0).map(Criterion.certificateDays)
    case "codes": try list(key).map(Criterion.codes)
    default: nil
    }
  }

  /// The texts under `key`, each once; nil where it is absent.
  private func list(_ key: String) throws(SettingsError) -> [String]? {
    guard has(key) else { return nil }
    let texts = try texts(key)
    guard !texts.isEmpty else { throw failure(key, "is empty", hint: "leave it out") }
    for (index, text) in texts.enumerated() where texts[..<index].contains(text) {
      throw failure("\(key)[\(index)]", "says \(text) twice")
    }
    return texts
  }

  /// The texts under `key`, each a word of `Word`.
  private func words<Word: CaseIterable & RawRepresentable<String> & Equatable>(
    _ key: String, leaving out: [Word] = []
  ) throws(SettingsError) -> [Word]? {
    guard let texts = try list(key) else { return nil }
    let known = Word.allCases.filter { !out.contains($0) }
    var words: [Word] = []
    for (index, text) in texts.enumerated() {
      guard let word = known.first(where: { $0.rawValue == text }) else {
        let names = known.map(\.rawValue).joined(separator: ", ")
        throw failure(element(key, index), "cannot be \(text)", hint: "it is one of \(names)")
      }
      words.append(word)
    }
    return words
  }

  private func jurisdictions(_ key: String) throws(SettingsError) -> [String]? {
    guard let texts = try list(key) else { return nil }
    for (index, text) in texts.enumerated() {
      let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
      let isSpelled = text.utf8.allSatisfy { byte in
        (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
      guard isSpelled, parts.count <= 2, (2...3).contains(parts.first?.count ?? 0) else {
        throw failure(
          element(key, index), "cannot be \(text)", hint: "it is spelled as US, JP-13 or INT")
      }
    }
    return texts
  }

  private func formats(_ key: String) throws(SettingsError) -> [String]? {
    guard let texts = try list(key) else { return nil }
    let kinds = Formats.all.map(\.kind)
    for (index, text) in texts.enumerated() where !kinds.contains(text) {
      throw failure(
        element(key, index), "is no format: \(text)",
        hint: "it is one of \(kinds.joined(separator: ", "))")
    }
    return texts
  }

  private func days(_ key: String, from least: Int) throws(SettingsError) -> Int? {
    guard let days = try integer(key) else { return nil }
    guard (least...36_500).contains(days) else {
      throw failure(key, "is no number of days", hint: "from \(least) to 36500")
    }
    return days
  }

  /// Where the fault of one of several values stands.
  private func element(_ key: String, _ index: Int) -> String {
    isText(key) ? key : "\(key)[\(index)]"
  }
}

extension Criterion {
  /// Whether it is a number, so that several of it are no alternatives.
  var isNumber: Bool {
    switch self {
    case .maximumAge, .certificateDays: true
    default: false
    }
  }
}
