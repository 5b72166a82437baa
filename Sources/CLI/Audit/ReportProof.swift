import BroadsealAuditing
import BroadsealBytes
import BroadsealFiles
import BroadsealFolders
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying
import Glibc

/// The proof that a folder holds the reports that somebody signed.
///
/// Who signed is told by the labels: an agency is recognised by a list through them. The signature over all
/// reports has to be by the same key.
struct ReportProof {
  /// What is wrong.
  enum Fault: Equatable {
    /// The list of reports is none.
    case noManifest
    /// The signature over it does not hold, and why.
    case signature(String)
    /// A report is not there.
    case missing(String)
    /// A report is not as it was.
    case changed(String)
    /// The label of a report does not hold.
    case label(String)
    /// The label of a report is by another key.
    case otherSigner(String)
  }

  /// What the proof comes to.
  struct Result {
    /// What is wrong, in the order of the list.
    var faults: [Fault] = []
    /// Files that are none of the reports.
    var unsigned: [FilePath] = []
    /// Reports that were looked at.
    var count = 0
    /// The agency, where every label is official.
    var agency: BroadsealVerifying.Agency?
    /// Whether a government list was given, by which an agency could be known.
    var isListGiven = false
    /// When it was signed, by trusted time stamps.
    var times = ReportTimes()

    /// How the process ends.
    var code: ExitCode { !faults.isEmpty ? .failed : agency == nil ? .unrecognised : .success }
  }

  let folder: FilePath
  let verifier: Verifier
  let context: TrustContext

  /// Proves everything.
  func prove() throws(Failure) -> Result {
    let bytes = try part(ReportManifest.name)
    let message = try part(ReportManifest.signatureName)
    var result = Result()
    result.isListGiven = !context.government.isEmpty
    guard let manifest = ReportManifest(bytes) else {
      result.faults.append(.noManifest)
      return result
    }
    let signer = signer(of: message, over: bytes, &result)
    var agencies: [BroadsealVerifying.Agency?] = []
    // A label beside a report is no report.
    let labels = manifest.entries.filter(\.isLabelled).map { $0.name + ".c2pa" }
    for entry in manifest.entries {
      if !labels.contains(entry.name) { result.count += 1 }
      let path = folder.appending(entry.name.utf8)
      let name = Untrusted.escaped(FilePath(entry.name))
      guard let found = FileDigest(path) else {
        result.faults.append(.missing(name))
        continue
      }
      guard found.size == entry.size, found.sha256 == entry.sha256 else {
        result.faults.append(.changed(name))
        continue
      }
      guard entry.isLabelled else { continue }
      let verdict = verifier.session().verify(path)
      if let stamped = verdict.time?.trusted { result.times.labels.append(stamped) }
      if verdict.conclusion(for: .valid) == .failed || verdict.integrity == .noLabel {
        result.faults.append(.label(name))
      } else if let signer, verdict.origin?.signer?.spki != signer.publicKey.spkiSHA256 {
        result.faults.append(.otherSigner(name))
      }
      let isOfficial = verdict.conclusion(for: .official) == .satisfied
      agencies.append(isOfficial ? verdict.origin?.agency : nil)
    }
    if let first = agencies.first, agencies.allSatisfy({ $0 != nil && $0?.id == first?.id }) {
      result.agency = first
    }
    result.unsigned = try others(than: manifest)
    return result
  }

  /// The list of reports, or the signature over it.
  private func part(_ name: String) throws(Failure) -> [UInt8] {
    var status = stat()
    let isFound = unsafe folder.withCString { name in unsafe stat(name, &status) } == 0
    guard isFound else {
      throw Failure(
        .usage, folder, "there is no such folder",
        hint: NearbyFile.hint(for: folder.display, "no such file or directory"))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(
        .usage, folder, "this is a file", hint: "name the folder with the signed reports")
    }
    let path = folder.appending(name.utf8)
    guard FileNode(path) != nil else {
      throw Failure(
        .usage, folder, "this folder holds no signed reports: \(name) is not in it",
        hint: "audit --sign-report writes it beside them")
    }
    return try SmallFile.read(path, limit: ReportManifest.maximumSize)
  }

  /// Who signed the list of reports; nil where the signature does not hold.
  private func signer(
    of message: [UInt8], over bytes: [UInt8], _ result: inout Result
  ) -> Certificate? {
    guard let received = try? ReceivedMessage(message),
      let value = received.hash?.value(of: bytes)
    else {
      result.faults.append(.signature("it cannot be read"))
      return nil
    }
    let proof = received.proved(ofHash: value, among: [])
    guard proof.outcome == .holds, let signer = proof.signer else {
      result.faults.append(.signature(ReportProof.reason(proof.outcome)))
      return nil
    }
    result.times.list = received.tokens.compactMap {
      trustedTime($0, over: received.signatureValue)
    }
    return signer
  }

  /// The time that a token states, where it is by an authority that is believed.
  private func trustedTime(_ token: [UInt8], over signature: [UInt8]) -> UTCTime? {
    guard let anchors = context.tsaAnchors, let token = try? TimeStampToken(token),
      (try? token.verifySignature()) != nil,
      (try? token.verifyImprint(of: signature)) != nil,
      case .success(let chain) = token.chain(to: anchors), let root = chain.last,
      context.believes(timeStampAnchor: root, at: token.generated)
    else { return nil }
    return token.generated
  }

  private static func reason(_ outcome: MessageOutcome) -> String {
    switch outcome {
    case .holds: "its signer is unknown"
    case .differs(let reason), .unknown(let reason), .malformed(let reason): reason
    }
  }

  private func others(than manifest: ReportManifest) throws(Failure) -> [FilePath] {
    let known = Set(
      manifest.entries.map(\.name) + [ReportManifest.name, ReportManifest.signatureName])
    var walk = Walk([folder])
    var others: [FilePath] = []
    while let entry = walk.next(), others.count < 20 {
      let name = entry.path.bytes.dropFirst(walk.rootLength)
      let text = String(validating: Array(name), as: UTF8.self)
      if text.map({ !known.contains($0) }) ?? true {
        others.append(FilePath(bytes: name) ?? entry.path)
      }
    }
    return others
  }
}
