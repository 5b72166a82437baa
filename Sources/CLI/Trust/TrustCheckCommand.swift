import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// `broadseal trust check`: whether a list would be believed, and everything that it says.
struct TrustCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say of each trust list whether it would be believed, and everything that it says.",
    usage: "broadseal trust check <list.json> ... [<options>]",
    discussion: """
      The pinned keys of LIST.json stand beside it as LIST.keys.pem; a list without keys needs the \
      recognition of another list named here. Of a PEM file of anchors it is said whose they are, \
      and how old. Drafts, and lists that too few keepers have signed, \
      are shown too, as what nobody believes. Exit code 6 when a list is not believed; 1 when one \
      is, and it or a certificate on it ends within the days that --expires-within names.
      """)

  @Argument(help: ArgumentHelp("Government trust lists, or drafts.", valueName: "list.json"))
  var lists: [PathArgument]

  @Option(help: ArgumentHelp("Judge as of this moment, reading no clock.", valueName: "time"))
  var at: TimeArgument?

  @Option(help: "Language of what a list says: en or ja.")
  var lang: TableLanguage = .usual

  @OptionGroup
  var expiry: ExpiryOptions

  func run() throws {
    let time = at?.time ?? SystemClock.now
    var material = TrustStore()
    var isEnding = false
    for list in lists {
      if let anchors = try AnchorFile(list.path, at: time) {
        let endings = ListEndings(of: anchors.certificates, at: time, expiry)
        isEnding = isEnding || !endings.isEmpty
        try Console.write(anchors.text(at: time) + endings.text)
      } else {
        try material.addGovernmentList(list.path)
      }
    }
    let context: TrustContext
    do throws(TrustError) {
      context = try SeenLists.context(material, at: time, isPast: at != nil, remembers: false)
    } catch {
      let error = reworded(error)
      try showUnbelieved(error, at: time)
      throw error
    }
    for (number, list) in context.government.enumerated() {
      let endings = ListEndings(of: list.content, at: time, expiry)
      isEnding = isEnding || !endings.isEmpty
      try Console.write(
        (number == 0 ? "" : "\n") + "✓ \(Untrusted.line(list.name)) is believed\n"
          + TrustText.basis(of: list) + "\n"
          + (try shown(list, at: time)) + endings.text
          + TrustText.notes(on: list, among: context.government))
    }
    if isEnding, expiry.isNamed { throw Outcome(code: .failed) }
  }

  /// Everything that the list in the file of this name says.
  private func shown(_ list: GovernmentTrustList, at time: UTCTime) throws -> String {
    guard let file = lists.first(where: { $0.path.display == list.name }) else { return "" }
    let read = try file.trustList()
    guard read.digest == list.digest else {
      throw Failure(.incomplete, file.path, "the file changed while it was read")
    }
    return ListText(at: time, Wording(lang.language)).text(of: read)
  }

  /// What is said of a draft: keys would not help it.
  private func reworded(_ error: TrustError) -> TrustError {
    guard error.kind == .keysMissing,
      let list = lists.first(where: { $0.path.display == error.name }),
      (try? list.trustList())?.isSigned == false
    else { return error }
    return TrustError(
      .unsigned, error.name, "nobody has signed this draft yet", hint: "trust sign signs it")
  }

  /// The list that is not believed, why, and what it says; then those that were not judged for it.
  private func showUnbelieved(_ error: TrustError, at time: UTCTime) throws {
    try Console.write("✗ \(Untrusted.line(error.name)): \(error.kind.description)\n")
    let meant = lists.filter { $0.path.display == error.name }
    for list in meant + lists.filter({ $0.path.display != error.name }) {
      guard let parsed = try? list.trustList() else { continue }
      let isMeant = list.path.display == error.name
      let state =
        isMeant
        ? parsed.isSigned
          ? "nobody believes this list" : "a draft: nobody has signed it, and nobody believes it"
        : "– \(Untrusted.line(list.path.display)): not judged, since the other is not believed"
      try Console.write(
        "\(state)\n\n"
          + ListText(at: time, Wording(lang.language)).text(of: parsed)
          + ListEndings(of: parsed.content, at: time, expiry).text + "\n")
    }
  }
}

/// A PEM file of anchors, such as trust fetch writes.
private struct AnchorFile {
  let path: FilePath
  let certificates: [Certificate]
  let fetched: FetchedAnchors?

  /// Reads the file; nil when it is no PEM.
  init?(_ path: FilePath, at time: UTCTime) throws {
    let bytes = try SmallFile.read(path, limit: TrustLimits.maximumFileSize)
    guard FetchedAnchors.isPEM(bytes) else { return nil }
    self.path = path
    fetched = FetchedAnchors(heading: bytes)
    certificates = try FetchedAnchors.certificates(in: bytes, name: path.display, at: time)
  }

  /// What it is, from where and when, and whose certificates it holds.
  func text(at time: UTCTime) -> String {
    var text =
      "– \(Untrusted.path(path)): \(certificates.count) certificates of anchors; nobody is "
    text += "official by them\n"
    if let fetched {
      text += "  fetched on \(fetched.time.display) from \(Untrusted.clean(fetched.address))\n"
      if fetched.isOld(at: time) {
        text +=
          "  note: that was \(fetched.age(at: time)) days ago; trust fetch gets the current list\n"
      }
    }
    for certificate in certificates {
      text += "  \(Untrusted.quoted("\(certificate.subject)", in: .english))\n"
      text += "    until \(certificate.notAfter.display), SHA-256\n    \(certificate.sha256)\n"
    }
    return text
  }
}

/// What of a list ends soon, or has ended while the list still grants it.
struct ListEndings {
  private var lines: [String] = []

  /// Looks at the list itself and at the certificates of services that are granted.
  init(of content: TrustListContent, at time: UTCTime, _ expiry: ExpiryOptions) {
    if let days = expiry.days(until: content.nextUpdate, at: time) {
      lines.append(
        "the list is out of date \(ListEndings.phrase(days)), on \(content.nextUpdate.display): "
          + "its next number is due")
    }
    let granted = content.services.map(\.service).filter { $0.current.status == .granted }
    add(granted.flatMap(\.certificates), at: time, expiry)
  }

  /// Looks at certificates alone.
  init(of certificates: [Certificate], at time: UTCTime, _ expiry: ExpiryOptions) {
    add(certificates, at: time, expiry)
  }

  private mutating func add(
    _ certificates: [Certificate], at time: UTCTime, _ expiry: ExpiryOptions
  ) {
    var seen: Set<Certificate> = []
    for certificate in certificates where seen.insert(certificate).inserted {
      let subject = Untrusted.quoted("\(certificate.subject)", in: .english)
      if certificate.notAfter < time {
        lines.append("the certificate of \(subject) ended on \(certificate.notAfter.display)")
      } else if let days = expiry.days(until: certificate.notAfter, at: time) {
        lines.append(
          "the certificate of \(subject) ends \(ListEndings.phrase(days)), on "
            + "\(certificate.notAfter.display)")
      }
    }
  }

  /// Whether nothing ends soon.
  var isEmpty: Bool { lines.isEmpty }

  /// A line for each.
  var text: String { lines.map { "  note: \($0)\n" }.joined() }

  private static func phrase(_ days: Int) -> String { days == 1 ? "in 1 day" : "in \(days) days" }
}

extension ExpiryOptions {
  /// Whole days until `end`, where it is near and has not come yet.
  fileprivate func days(until end: UTCTime, at time: UTCTime) -> Int? {
    let left = end.secondsSinceEpoch - time.secondsSinceEpoch
    let near = Int64(expiresWithin ?? ExpiryOptions.usualDays) * 86_400
    return left >= 0 && left < near ? Int(left / 86_400) : nil
  }
}
