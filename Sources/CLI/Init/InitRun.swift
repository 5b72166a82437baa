import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealReporting
import BroadsealSettings
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying

/// A run of `init`: from answers to a profile that is known to work.
struct InitRun {
  let path: FilePath
  let answers: ProfileAnswers
  let passphrase: PassphraseOptions
  let expiry: ExpiryOptions
  let questions: Questions
  let wording: Wording

  /// A key with its certificates, opened.
  private struct Opened {
    let key: PrivateKey
    let leaf: Certificate
    let others: [Certificate]
    /// The file with the certificates; nil where the key's own holds them.
    let certificates: FilePath?
  }

  /// Asks, checks, and writes the profile.
  func run() throws {
    guard FileNode(path) == nil else {
      throw Failure(
        .usage, path, "the profile exists already",
        hint: "a profile is never replaced: -o names another file")
    }
    try path.requireFolder()
    let now = SystemClock.now
    let (argument, material, secret) = try asked(unless: answers.key != nil) {
      let key = try key()
      let material = key.isToken ? nil : try passphrase.material(of: key.path)
      return (key, material, try material?.key ?? passphrase.privateKey(key))
    }
    let isCertified = answers.certificates != nil || !(material?.certificates.isEmpty ?? true)
    let opened = try asked(unless: isCertified) {
      try open(argument, material, secret, isAsked: !isCertified)
    }
    var draft = ProfileDraft(
      key: argument, certificates: opened.certificates,
      passphraseFile: passphrase.passphraseFile?.path)
    draft.tsaAnchors = answers.tsaAnchors?.path
    let context = try asked(unless: answers.government != nil) {
      draft.list = try list()
      return try trust(draft, at: now)
    }
    let rules = CertificateRules(leaf: opened.leaf, others: opened.others, time: now)
    draft.agency = try agency(rules.entry(in: context), opened.leaf)
    draft.authorities = try asked(unless: !answers.tsa.isEmpty) {
      try authorities(mustAsk: draft.agency != nil)
    }
    try check(draft, opened, context, rules, at: now)
    try write(draft)
    let keyFile = argument.isToken ? nil : argument.path
    if draft.passphraseFile == nil, keyFile.map(InitRun.isEncrypted) ?? false {
      Console.note(
        wording.say(
          "the key is encrypted, and the profile names no file with its passphrase: a job that runs by itself needs "
            + "one, passphrase-file in [key]",
          "鍵は暗号化されていますが、プロファイルにパスフレーズのファイルの指定がありません。自動実行には [key] の "
            + "passphrase-file が必要です"))
    }
    try Console.write(next(draft))
  }

  /// Tells which rules the answers keep, and throws where one stands in the way.
  private func check(
    _ draft: ProfileDraft, _ opened: Opened, _ context: TrustContext, _ rules: CertificateRules,
    at time: UTCTime
  ) throws {
    let check = KeyCheck(
      time: time, context: context, evidence: .none, isStrict: false, expiry: expiry)
    let report = check.run(
      opened.leaf, others: opened.others, key: opened.key,
      in: draft.key.isToken ? nil : draft.key.path)
    let section = try ProfileRules(draft: draft, context: context, rules: rules).section(passphrase)
    try Console.write(report.text(in: wording) + "\n" + section.text(in: wording))
    guard report.isAccepted, !section.isRefusing else {
      throw Failure(
        .failed, path, "not written: what is marked ✗ above stands in the way",
        hint: "Documentation/Keys.md shows how such keys and lists are made")
    }
  }

  /// Whether the key at `path` needs a passphrase.
  private static func isEncrypted(_ path: FilePath) -> Bool {
    guard let bytes = try? SmallFile.read(path, limit: KeyStore.maximumSize) else { return false }
    do throws(KeyError) {
      _ = try KeyStore.load(bytes, passphrase: nil)
      return false
    } catch { return error == .missingPassphrase }
  }

  /// Writes the profile, once it was read back.
  private func write(_ draft: ProfileDraft) throws {
    var output = try path.output(overwrites: false)
    let bytes = Array(try draft.text(at: output.target).utf8)
    do throws(SourceError) { unsafe try output.append(bytes.span.bytes) } catch {
      throw Failure(source: error)
    }
    // Its temporary name is in the same folder, so every path in it leads where it will.
    _ = try IssuerProfile(output.temporary)
    do throws(SourceError) { try output.commit() } catch { throw Failure(source: error) }
  }

  private func next(_ draft: ProfileDraft) -> String {
    let shown = Untrusted.path(path)
    let what =
      draft.agency == nil
      ? "--ai generated --ai-system NAME" : "--official --ai none"
    let command = "broadseal sign FILE \(what) --profile \(shown) -o SIGNED"
    return "\n\(shown): " + wording.say("written; try it: ", "作成しました。お試しください: ") + command + "\n"
  }

  // Questions, in order.

  /// How often a question is asked again.
  private static let attempts = 5

  /// What `body` makes of the answer to a question; an answer that cannot be used is asked for again, and what was
  /// answered before stays answered.
  ///
  /// - Parameter isGiven: whether an option answers it.
  private func asked<Value>(
    unless isGiven: Bool, _ body: () throws -> Value
  ) throws -> Value {
    var left = isGiven || !questions.isAnswered ? 0 : InitRun.attempts
    while true {
      do { return try body() } catch {
        let failure = Failure(explaining: error)
        guard left > 0, failure.code != .internal, failure.message != Questions.unanswered.message
        else { throw error }
        // An option is no answer: who is asked here is told how to answer here.
        Console.report(
          failure.hint?.hasPrefix("--") ?? false
            ? Failure(
              failure.code, failure.message,
              hint: "answer the question below; Control-C ends, and nothing is written") : failure)
        left -= 1
      }
    }
  }

  private func key() throws(Failure) -> KeyArgument {
    if let key = answers.key { return key }
    let answer = try questions.ask(
      "1/6 the signing key, a file or a pkcs11: address", "1/6 署名鍵(ファイルまたは pkcs11: アドレス)")
    guard let answer, let key = KeyArgument(argument: answer) else {
      throw .usage("no signing key was named", hint: "--key names it; keys request makes one")
    }
    return key
  }

  private func open(
    _ key: KeyArgument, _ material: KeyMaterial?, _ secret: PrivateKey, isAsked: Bool
  ) throws -> Opened {
    var file = answers.certificates?.path
    if file == nil, material?.certificates.isEmpty ?? true {
      let answer = try questions.ask(
        "2/6 the PEM file with its certificate and those above it", "2/6 証明書と上位証明書のPEMファイル")
      guard let answer, let named = PathArgument(argument: answer) else {
        throw Failure.usage("no certificate was named", hint: "--certificates names its file")
      }
      file = named.path
    }
    let held =
      try file.map { path throws(Failure) in try passphrase.material(of: path) } ?? material
    guard let leaf = held?.certificates.first else {
      throw Failure(
        .usage, file ?? key.path, "there is no certificate", hint: "--certificates names its file")
    }
    if isAsked, questions.isAnswered, leaf.publicKey != secret.publicKey {
      throw Failure(.usage, file ?? key.path, "its first certificate is not that of the key")
    }
    return Opened(
      key: secret, leaf: leaf,
      others: Array((held?.certificates ?? []).dropFirst()) + (held?.others ?? []),
      certificates: file)
  }

  private func list() throws(Failure) -> FilePath? {
    if let government = answers.government { return government.path }
    return try questions.ask(
      "3/6 the government trust list that you are on; blank for none",
      "3/6 登録されている政府のトラストリスト(なければ空欄)"
    ).flatMap { PathArgument(argument: $0)?.path }
  }

  private func agency(
    _ entry: GovernmentEntry?, _ leaf: Certificate
  ) throws -> ProfileDraft.Agency? {
    let listed = entry?.scope
    let id = try asked(unless: answers.agency != nil) { try agencyID(listed?.agency.id) }
    guard let id else { return nil }
    let isListed = listed?.agency.id == id
    let jurisdiction =
      answers.jurisdiction?.text ?? (isListed ? listed?.jurisdiction.code : nil)
      ?? leaf.subject.country
    guard let jurisdiction, BroadsealLabel.Origin.isJurisdiction(jurisdiction) else {
      throw Failure.usage(
        "the agency's jurisdiction is not known",
        hint: "--jurisdiction names it: US, JP, JP-13, US-CA or INT")
    }
    return ProfileDraft.Agency(
      id: id, jurisdiction: jurisdiction,
      names: try asked(unless: answers.nameEn != nil || answers.nameJa != nil) {
        try names(isListed ? listed?.agency.names : nil)
      }, language: answers.language?.text)
  }

  private func agencyID(_ listed: String?) throws(Failure) -> String? {
    if let id = answers.agency?.text { return id }
    let id = try questions.ask(
      "4/6 the agency's id as the list has it; blank when you only make AI labels",
      "4/6 リスト上の機関ID(AIラベルのみの場合は空欄)", usual: listed)
    if let id, let listed, id != listed {
      throw .usage("the list lets this certificate speak for \(listed), and not for \(id)")
    }
    return id
  }

  private func names(
    _ listed: LocalizedText?
  ) throws(Failure) -> [(language: String, name: String)] {
    var names: [(language: String, name: String)] = []
    for (language, name) in [("en", answers.nameEn?.text), ("ja", answers.nameJa?.text)] {
      if let name = name ?? listed?[language] { names.append((language, name)) }
    }
    guard answers.nameEn == nil, answers.nameJa == nil else { return names }
    let own = names.first { $0.language == wording.say("en", "ja") } ?? names.first
    let all = names.map { Untrusted.clean($0.name) }
    let (both, bothJapanese) =
      names.count > 1
      ? (
        "; Enter takes both of the list, \(all.joined(separator: " and "))",
        "。Enterキーのみでリストの名称(\(all.joined(separator: "、")))を両方とも記載"
      ) : ("", "")
    let answer = try questions.ask(
      "5/6 the agency's name, in English or Japanese" + both,
      "5/6 機関名(日本語または英語)" + bothJapanese, usual: own?.name)
    guard let answer else {
      throw .usage("the agency has no name", hint: "--name-en or --name-ja says it")
    }
    if names.contains(where: { $0.name == answer }) { return names }
    return [(answer.unicodeScalars.allSatisfy(\.isASCII) ? "en" : "ja", answer)]
  }

  private func authorities(mustAsk: Bool) throws(Failure) -> [String] {
    if !answers.tsa.isEmpty { return answers.tsa.map(\.text) }
    let answer = try questions.ask(
      "6/6 a time-stamp authority, https://…, http://… or key:FILE",
      "6/6 時刻認証局(https://…、http://… または key:ファイル)")
    guard let answer else {
      guard mustAsk else { return [] }
      throw .usage(
        "no time-stamp authority was named, and nothing is official without trusted time",
        hint: "--tsa names one")
    }
    guard HTTPAddress.isMeant(answer) else {
      let file = answer.hasPrefix("key:") ? String(answer.dropFirst(4)) : answer
      _ = try SmallFile.read(FilePath(file))
      return ["key:" + file]
    }
    do throws(HTTPError) { _ = try HTTPAddress(answer) } catch {
      throw .usage("\(HTTPAddress.shown(answer)): \(error)")
    }
    return [answer]
  }

  /// Whom the profile believes.
  private func trust(_ draft: ProfileDraft, at time: UTCTime) throws(TrustError) -> TrustContext {
    var store = TrustStore()
    if let list = draft.list { try store.addGovernmentList(list) }
    if let anchors = draft.tsaAnchors { try store.addTimeStampAnchors(anchors) }
    return try SeenLists.context(store, at: time, isPast: false, remembers: false)
  }
}

extension CertificateRules {
  /// The entry of a list that the certificate's chain leads to.
  fileprivate func entry(in context: TrustContext) -> GovernmentEntry? {
    for list in context.government {
      guard let anchors = list.claimAnchors else { continue }
      let found = CertificateChain.validate(
        leaf: leaf, intermediates: others, anchors: anchors, at: time)
      if case .success(let chain) = found, let entry = list.entries(forChain: chain).first {
        return entry
      }
    }
    return nil
  }
}
