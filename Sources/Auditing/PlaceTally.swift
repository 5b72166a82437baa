package import BroadsealBytes
package import BroadsealVerifying

/// What was found in one folder, or of one agency, counted in files.
package struct PlaceCount: Sendable, Hashable {
  /// Files that are audited.
  package private(set) var files = 0
  /// Official ones by their label, as a whole: those for which `verify` ends with 0.
  package private(set) var official = 0
  /// Official ones by a seal, without a label.
  package private(set) var sealed = 0
  /// Signed ones that hold and are not official.
  package private(set) var signed = 0
  /// Altered, malformed, or with a label that does not hold.
  package private(set) var failed = 0
  /// Looked into, and without a label.
  package private(set) var unlabelled = 0
  /// Not looked into, or not everywhere.
  package private(set) var unjudged = 0
  /// Files whose gravest finding is an error that says something is wrong.
  package private(set) var errors = 0
  /// Files whose gravest finding is an error because nobody could look.
  package private(set) var gaps = 0
  /// Files whose gravest finding is a warning.
  package private(set) var warnings = 0

  /// Nothing yet.
  package init() {}

  /// Counts one file.
  mutating func add(_ judgement: Judgement) {
    files += 1
    let verdict = judgement.verdict
    if verdict.unjudged != nil {
      unjudged += 1
    } else {
      switch verdict.conclusion(for: .sealed) {
      case .satisfied: if verdict.isOfficial { official += 1 } else { sealed += 1 }
      case .failed: failed += 1
      case .unlabelled: unlabelled += 1
      case .incomplete: unjudged += 1
      case .unrecognised, .staleTrust: signed += 1
      }
    }
    guard let gravest = judgement.gravest else { return }
    switch gravest.severity {
    case .error: if gravest.isGap { gaps += 1 } else { errors += 1 }
    case .warning: warnings += 1
    case .note: break
    }
  }
}

/// Files counted by where they are and by who issued them. Memory stays flat: whatever comes after many
/// different folders or agencies is counted together.
package struct PlaceTally: Sendable {
  /// An agency that a list names.
  package struct Issuer: Sendable, Hashable {
    /// The agency.
    package let agency: Agency
    /// Its jurisdiction by the list.
    package let jurisdiction: String?
  }

  /// All files.
  package private(set) var total = PlaceCount()
  /// Files by the folder that was named, or the one below it.
  package private(set) var folders: [FilePath: PlaceCount] = [:]
  /// Files of folders that are not in `folders`.
  package private(set) var otherFolders = PlaceCount()
  /// Files by the agency that a list names.
  package private(set) var issuers: [Issuer: PlaceCount] = [:]
  /// Files of agencies that are not in `issuers`.
  package private(set) var otherIssuers = PlaceCount()

  /// Most folders, and most agencies, that are told apart.
  package static let maximum = 200

  /// Nothing yet.
  package init() {}

  /// Counts one file.
  mutating func add(_ judgement: Judgement) {
    total.add(judgement)
    let folder = judgement.place
    if folders[folder] != nil || folders.count < PlaceTally.maximum {
      folders[folder, default: PlaceCount()].add(judgement)
    } else {
      otherFolders.add(judgement)
    }
    guard let origin = judgement.verdict.origin, let agency = origin.agency else { return }
    let issuer = Issuer(agency: agency, jurisdiction: origin.jurisdiction)
    if issuers[issuer] != nil || issuers.count < PlaceTally.maximum {
      issuers[issuer, default: PlaceCount()].add(judgement)
    } else {
      otherIssuers.add(judgement)
    }
  }
}

extension Judgement {
  /// The folder that a file is counted under: the first below the one that was named.
  fileprivate var place: FilePath {
    let below = path.bytes.dropFirst(rootLength)
    guard rootLength > 0, let slash = below.firstIndex(of: UInt8(ascii: "/")) else {
      return path.folder
    }
    return FilePath(bytes: path.bytes[..<slash]) ?? path.folder
  }
}
