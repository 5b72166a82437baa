import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// Who is to be put on a list: an agency with the CA that issues its certificates, or a time-stamp
/// authority.
struct EntryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The agency's id, as its labels will name it: us.example.press-office.", valueName: "id"))
  var agency: PlainText?

  @Option(
    help: ArgumentHelp(
      "What people are shown: \"Press Office\", or ja=… for another language. Repeatable.",
      valueName: "lang=name"))
  var name: [LocalizedArgument] = []

  @Option(
    help: ArgumentHelp(
      "The CA that issues the agency's certificates; not the root above it.", valueName: "pem"))
  var ca: PathArgument?

  @Option(help: ArgumentHelp("A time-stamp authority's certificate.", valueName: "pem"))
  var tsa: PathArgument?

  @Option(
    help: ArgumentHelp(
      "When it was first granted; the draft's date if absent.", valueName: "time"))
  var grantedSince: TimeArgument?

  @OptionGroup(title: "Scope: whose certificates the CA may vouch for, and for what")
  var scope: ScopeOptions

  @OptionGroup(title: "Seals: whose PDF signatures it may vouch for")
  var seal: SealOptions

  @OptionGroup(title: "Address of an organisation that is new on the list")
  var address: AddressOptions

  /// Whether an entry was asked for at all.
  var isAsked: Bool {
    agency != nil || !name.isEmpty || ca != nil || tsa != nil || scope.isNamed || address.isNamed
      || seal.seals || seal.isNamed
  }

  /// The files that the entry is made from.
  var files: [PathArgument] { [ca, tsa].compactMap(\.self) + seal.sealedBy }

  func validate() throws {
    guard isAsked else { return }
    guard (ca == nil) != (tsa == nil) else {
      throw ValidationError(
        ca == nil ? "--ca or --tsa names a certificate" : "--ca and --tsa exclude each other")
    }
    if ca != nil, agency == nil { throw ValidationError("--ca needs --agency, whose CA it is") }
    if tsa != nil, agency != nil || scope.isNamed || seal.seals {
      throw ValidationError("a time-stamp authority belongs to no agency and has no scope")
    }
    if seal.seals, scope.labels != nil || !scope.pin.isEmpty {
      throw ValidationError(
        "--seals has no labels, and names its keys by --sealed-by or --seal-key")
    }
  }

  /// Puts the entry on the draft.
  func add(to draft: inout ListDraft) throws {
    let names = try name.localized("--name")
    guard let file = ca ?? tsa else { throw Failure.usage("--ca or --tsa names a certificate") }
    let certificate = try file.certificate()
    let start = StatusPeriod(.granted, from: grantedSince?.time ?? draft.content.issued)
    let service: TrustedService
    if ca != nil, let id = agency?.text {
      let known = draft.agency(id)
      guard let agency = names.map({ Agency(id: id, names: $0) }) ?? known else {
        throw Failure.usage("--name says what people are shown of a new agency")
      }
      guard certificate.isCA else {
        throw Failure(
          .usage, file.path, "the certificate is not that of a CA",
          hint: "--ca takes the CA that issued it")
      }
      let territory = draft.content.territory
      service = TrustedService(
        names: agency.names, type: .certificateAuthority, certificates: [certificate],
        current: start,
        scope: seal.seals
          ? nil : try scope.scope(of: agency, certificate, territory: territory, seals: nil),
        seal: seal.seals
          ? try seal.scope(of: agency, certificate, territory: territory, scope) : nil)
    } else {
      guard let names else { throw Failure.usage("--name says what people are shown of it") }
      service = TrustedService(
        names: names, type: .timeStampAuthority, certificates: [certificate], current: start)
    }
    let isKnown = draft.hasEntity(for: service)
    if isKnown, address.isNamed {
      throw Failure.usage(
        "the organisation is on the draft already, with an address",
        hint:
          "leave the options of the address out; an entry that was put there by mistake goes with trust remove"
      )
    }
    try draft.add(
      service,
      address: isKnown ? nil : try address.address(territory: draft.content.territory))
    let deepest = (service.scope ?? service.seal?.scope)?.maximumPathLength ?? .max
    if certificate.isSelfSigned, ca != nil, deepest > 0, certificate.pathLength ?? .max > 0 {
      Console.remark(
        "\(Untrusted.escaped(file.path)): a root: every CA below it could speak for the agency, as "
          + "far as its scope lets it")
    }
  }
}

/// Where a new organisation can be reached.
struct AddressOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Street and number.", valueName: "text"))
  var street: PlainText?

  @Option(help: ArgumentHelp("Town.", valueName: "text"))
  var locality: PlainText?

  @Option(help: ArgumentHelp("Postal code.", valueName: "text"))
  var postalCode: PlainText?

  @Option(help: ArgumentHelp("Country; the list's if absent.", valueName: "code"))
  var country: PlainText?

  @Option(help: ArgumentHelp("Address for mail: records@agency.example.", valueName: "address"))
  var email: PlainText?

  @Option(help: ArgumentHelp("A page about it: https://agency.example/.", valueName: "url"))
  var website: PlainText?

  /// Whether one of the options was given.
  var isNamed: Bool {
    [street, locality, postalCode, country, email, website].contains { $0 != nil }
  }

  func validate() throws {
    guard let text = website?.text else { return }
    let scheme = text.prefix { $0 != ":" }
    guard scheme.endIndex < text.endIndex, scheme.first?.isLetter == true,
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw ValidationError("--website takes a whole address: https://agency.example/")
    }
  }

  /// The address; the members that the schema asks for must be there.
  func address(territory: String?) throws(Failure) -> ListedAddress {
    guard let street, let email, let website, let country = country?.text ?? territory else {
      let missing = [
        ("--street", street), ("--email", email), ("--website", website),
        ("--country", country ?? territory.flatMap { PlainText(argument: $0) }),
      ].filter { $0.1 == nil }.map(\.0)
      throw .usage(
        "an organisation that is new on the list needs an address: "
          + missing.joined(separator: ", "),
        hint: "the schema of ETSI TS 119 602 asks for street, mail address and web page")
    }
    return ListedAddress(
      street: street.text, locality: locality?.text, postalCode: postalCode?.text,
      country: country, email: email.text, website: website.text)
  }
}
