import ArgumentParser
import BroadsealBytes

extension SignOptions {
  /// Refuses what would state something new: `--add-timestamp` stamps a label that is there already.
  func validateStamping() throws {
    if official || ai.ai != nil || !document.saysNothing {
      throw ValidationError(
        "--add-timestamp states nothing new: leave out --official, --ai and what describes the "
          + "document")
    }
    if document.acceptBrokenParent {
      throw ValidationError(
        "--accept-broken-parent belongs to a new label: a time stamp mends none that does not hold")
    }
    if result.resign || result.labelsOnly {
      throw ValidationError(
        "--add-timestamp makes no new label and no copy: leave --resign and --labels-only out")
    }
    if timeStamps.mayLackStamp {
      throw ValidationError("--add-timestamp and doing without a time stamp exclude each other")
    }
    if approval.plan != nil || approval.approved != nil {
      throw ValidationError("--add-timestamp has no plan to approve: it states nothing new")
    }
    if result.pades {
      throw ValidationError("--pades signs the PDF too: leave it out of --add-timestamp")
    }
    if result.sidecar || result.embed {
      throw ValidationError(
        "the time stamp goes where the label is: leave --sidecar and --embed out")
    }
    if document.strictContent {
      throw ValidationError("--strict-content belongs to a new label: leave it out")
    }
    if !result.isNamed {
      throw ValidationError("say where the result goes: -o, --output-dir or --in-place")
    }
  }

  /// Whether what was asked for makes no sense without a time stamp: an approved plan names one, and answers about
  /// revocation come along with one alone.
  var needsStamp: Bool {
    approval.approved != nil || result.pades && (archive.hasAnswers || proofs.online != nil)
  }

  /// Every file that is named beside the documents, apart from what the profile names: none of them may
  /// be written over.
  var sources: [FilePath] {
    var sources = [profile.path] + approval.approvers.map(\.path)
    sources += [document.parent?.path].compactMap(\.self).withLabels
    let named = [
      approval.approved, keys.certificates, passphrase.passphraseFile,
      timeStamps.network.tlsCa, selection.listFile,
    ]
    sources += named.compactMap { $0?.path }
    sources += (archive.responses + archive.lists).map(\.path)
    sources += [keys.key, staple.stapleOcsp].compactMap { $0?.path }
    sources += timeStamps.authorities.map(\.text).filter { $0.hasPrefix("key:") }
      .map { FilePath(String($0.dropFirst(4))) }
    return sources
  }
}
