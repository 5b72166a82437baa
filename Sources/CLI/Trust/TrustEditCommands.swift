import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// `broadseal trust withdraw`: takes the worth of signatures away.
struct TrustWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take the worth of a key's signatures away, from a moment on, on a draft.",
    usage: """
      broadseal trust withdraw <draft> --certificate <pem> --since <time> ...
      broadseal trust withdraw <draft> --key <hex> --since <time> ...
      broadseal trust withdraw <draft> --serial <hex> --agency <id> ...
      """,
    discussion: """
      For a key that was stolen, or a certificate that should not have been issued. What was \
      signed at the moment of --since or later counts for nothing, whatever its time stamp says. \
      Where that moment lies ahead you are asked, since the thief signs until then; where there is no terminal, --yes is \
      needed. An agency that ends in good order is retired: trust retire. The certificate of a CA above those of the \
      list goes into the list, so that every reader can tell what falls with it.

      Exit codes: 0 written, 2 usage, 3 a file cannot be read or written, 6 a list or certificate that \
      cannot be used so.
      """)

  @OptionGroup
  var draft: DraftOptions

  @Option(help: ArgumentHelp("The certificate whose key is withdrawn.", valueName: "pem"))
  var certificate: PathArgument?

  @Option(help: ArgumentHelp("SHA-256 of the public key, as verify shows it.", valueName: "hex"))
  var key: PlainText?

  @Option(help: ArgumentHelp("Number of a certificate of the agency's CA.", valueName: "hex"))
  var serial: PlainText?

  @Option(help: ArgumentHelp("At whose entry it stands.", valueName: "id"))
  var agency: PlainText?

  @Option(help: ArgumentHelp("The first moment that does not count.", valueName: "time"))
  var since: TimeArgument

  @Option(
    help: ArgumentHelp(
      "Why: " + Invalidation.Reason.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "reason"))
  var reason: Choice<Invalidation.Reason>

  @Flag(name: .shortAndLong, help: "Take a moment that has not come yet without being asked.")
  var yes = false

  func validate() throws {
    guard [certificate != nil, key != nil, serial != nil].count(where: \.self) == 1 else {
      throw ValidationError("one of --certificate, --key and --serial says what is withdrawn")
    }
    if let key, Hex.decode(TrustWithdrawCommand.digits(key.text))?.count != 32 {
      throw ValidationError("--key takes a SHA-256 digest: 64 hexadecimal digits")
    }
    if let serial, TrustWithdrawCommand.padded(serial.text).flatMap(Hex.decode) == nil {
      throw ValidationError("--serial takes hexadecimal digits")
    }
  }

  func run() throws {
    let what: ListDraft.Withdrawn
    if let certificate {
      what = .certificate(try certificate.certificate())
    } else if let key {
      what = .key(TrustWithdrawCommand.digits(key.text))
    } else {
      what = .serial(TrustWithdrawCommand.padded(serial?.text ?? "") ?? "")
    }
    var reach = ListDraft.Reach.whole
    try draft.edit(sparing: [certificate].compactMap(\.self)) {
      try $0.withdraw(what, agency: agency?.text, since: since.time, reason: reason.value)
      try requirePast()
      reach = $0.reach(of: what, agency: agency?.text)
    }
    tell(reach)
  }

  /// Says what the withdrawal does not take.
  private func tell(_ reach: ListDraft.Reach) {
    switch reach {
    case .whole: break
    case .unknownKey:
      Console.remark(
        "no certificate on the draft has this key: what its holder signed does not count; a CA above those of the "
          + "list is withdrawn with --certificate, since a number alone tells nobody whom it certified"
      )
    case .apart:
      Console.remark(
        "this CA neither certified one of the list nor was certified by one: the withdrawal takes what brings its "
          + "certificate; where a CA of the list stands below it, withdraw that one too, with --certificate"
      )
    case .ownIssue:
      Console.remark(
        "the number holds for what the CA of the entry issued itself; what a CA below it issued is withdrawn with "
          + "--certificate")
    }
  }

  /// Has somebody look at a moment that has not come: until then a stolen key counts.
  private func requirePast() throws {
    let ahead = since.time.secondsSinceEpoch - SystemClock.now.secondsSinceEpoch
    guard ahead > 0 else { return }
    let days = ahead / 86_400
    let span = days == 0 ? "less than a day" : Progress.count(Int(days), "day")
    try Confirmation(
      "\(since.time.display) is \(span) ahead: until then what is signed counts, whoever has the key",
      "Is that meant?", "この日時でよろしいですか。", isGiven: yes
    ).require(
      over: draft.draft.path, refusal: "nothing was withdrawn, since the answer was not yes",
      hint: "--yes takes it, where that moment is meant")
  }

  /// Hexadecimal as people write it, in groups or with colons.
  private static func digits(_ text: String) -> String {
    text.lowercased().filter { $0 != " " && $0 != ":" }
  }

  private static func padded(_ text: String) -> String? {
    let digits = digits(text)
    return digits.isEmpty ? nil : digits.count % 2 == 0 ? digits : "0" + digits
  }
}

/// `broadseal trust retire`: ends a service in good order.
struct TrustRetireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "End an agency or a time-stamp authority in good order, on a draft.",
    usage: """
      broadseal trust retire <draft> --agency <id> [--from <time>]
      broadseal trust retire <draft> --certificate <pem> [--from <time>]
      """,
    discussion: """
      The entry stays on the list, withdrawn from that moment on, and its history keeps when it \
      was granted: what was signed and stamped until then stays official. Never take an entry off.

      Exit codes: 0 written, 2 usage, 3 a file cannot be read or written, 6 a list or certificate that \
      cannot be used so.
      """)

  @OptionGroup
  var draft: DraftOptions

  @OptionGroup
  var services: ServiceOptions

  @Option(help: ArgumentHelp("When they end; now if absent.", valueName: "time"))
  var from: TimeArgument?

  func validate() throws {
    guard !services.isEmpty else {
      throw ValidationError("--agency or --certificate says what ends")
    }
  }

  func run() throws {
    let certificate = try services.certificate.map { try $0.certificate() }
    let (now, from) = (SystemClock.now, self.from?.time)
    try draft.edit(sparing: services.sources) {
      try $0.retire(agency: services.agency?.text, certificate: certificate, from: from ?? now)
    }
    if let from, from < now {
      Console.remark(
        "the end lies in the past: what was signed or stamped after \(from.display) does not count "
          + "any more, though it did until now")
    }
  }
}

/// `broadseal trust renew`: a renewed certificate beside the old one.
struct TrustRenewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Put a renewed certificate beside the old one, on a draft.",
    usage: """
      broadseal trust renew <draft> --agency <id> --ca <pem>
      broadseal trust renew <draft> --tsa <pem>
      """,
    discussion: """
      Both are believed, for the same scope: what was signed under the old one stays official. A \
      time-stamp authority is found by the name in its certificate. A certificate of another name, or \
      by another issuer, may be another CA's altogether: then you are shown both and asked; where \
      there is no terminal, --yes is needed.

      Exit codes: 0 written, 2 usage, 3 a file cannot be read or written, 6 a list or certificate that \
      cannot be used so.
      """)

  @OptionGroup
  var draft: DraftOptions

  @Option(help: ArgumentHelp("The agency.", valueName: "id"))
  var agency: PlainText?

  @Option(help: ArgumentHelp("The renewed CA certificate.", valueName: "pem"))
  var ca: PathArgument?

  @Option(help: ArgumentHelp("The renewed time-stamp authority's.", valueName: "pem"))
  var tsa: PathArgument?

  @Flag(
    name: .shortAndLong, help: "Take a certificate of another name or issuer without being asked.")
  var yes = false

  func validate() throws {
    guard (ca == nil) != (tsa == nil), (ca == nil) == (agency == nil) else {
      throw ValidationError("either --agency and --ca, or --tsa")
    }
  }

  func run() throws {
    guard let file = ca ?? tsa else { return }
    let certificate = try file.certificate()
    if ca != nil, !certificate.isCA {
      throw Failure(.usage, file.path, "the certificate is not that of a CA")
    }
    try draft.edit(sparing: [file]) { draft in
      let former = try draft.renew(certificate, agency: agency?.text)
      guard !former.contains(where: { $0.isAlike(certificate) }) else { return }
      try ask(certificate, file, after: former)
    }
  }

  /// Has somebody look at both where the new certificate may be another authority's.
  private func ask(
    _ certificate: Certificate, _ file: PathArgument, after former: [Certificate]
  ) throws {
    let old = former.map(\.parties).joined(separator: "; ")
    try Confirmation(
      "\(Untrusted.escaped(file.path)) is not of the same name and issuer: the list has \(old); this is "
        + certificate.parties, "Is it the same authority?", "同じ認証局ですか。", isGiven: yes
    ).require(
      over: file.path, refusal: "not taken, since the answer was not yes",
      hint: "--yes takes it, where it is the same authority all the same")
  }
}

extension Certificate {
  /// Whether `other` has the same name and the same issuer.
  fileprivate func isAlike(_ other: Certificate) -> Bool {
    subject == other.subject && (issuer == other.issuer)
  }

  /// Whose it is and who issued it, for people.
  fileprivate var parties: String {
    "\(Untrusted.quoted("\(subject)", in: .english)), issued by "
      + Untrusted.quoted("\(issuer)", in: .english)
  }
}

/// `broadseal trust rotate`: names the keys that sign from now on.
struct TrustRotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Name the list keys that sign from this number on, on a draft.",
    usage: "broadseal trust rotate <draft> --keys <keys.pem> [--archive <url>]",
    discussion: """
      Enough of the old keys and enough of the new ones sign this number, and better several in a \
      row: each of them takes a reader over. Keep this number where --archive says for good, so \
      that who comes late can still be taken over by it.

      Exit codes: 0 written, 2 usage, 3 a file cannot be read or written, 6 a list or certificate that \
      cannot be used so.
      """)

  @OptionGroup
  var draft: DraftOptions

  @Option(
    help: ArgumentHelp(
      "The new keys file: the lines scheme: and threshold:, and the public keys.",
      valueName: "keys.pem"))
  var keys: PathArgument

  @Option(help: ArgumentHelp("Where this number of the list will stay.", valueName: "url"))
  var archive: PlainText?

  func run() throws {
    let next = try ListKeys(
      pem: try SmallFile.read(keys.path, limit: TrustLimits.maximumFileSize),
      name: keys.path.display)
    if let archive, !archive.text.lowercased().hasPrefix("https://") {
      Console.remark(
        "readers who come late are sent to an https:// address alone: this one is not told to them")
    }
    try draft.edit(sparing: [keys]) { try $0.rotate(to: next, address: archive?.text) }
  }
}
