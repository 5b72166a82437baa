import BroadsealBytes
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance

/// Every assertion of a claim is there, inside the manifest, and unchanged; and the manifest holds
/// no other (C2PA 2.4 §15.10.3.1).
struct AssertionCheck {
  private let manifest: Manifest
  private let claim: Claim
  private let place: Place
  private let redactions: Redactions
  /// Assertions by label; nil where two share one, which then names nothing.
  private let labelled: [String: Assertion?]

  /// The assertions that were proved, in the order of the claim.
  static func run(
    _ manifest: Manifest, claim: Claim, redactions: Redactions, into log: inout StatusLog
  ) -> [ProvedAssertion] {
    let check = AssertionCheck(manifest: manifest, claim: claim, redactions: redactions)
    var proved: [ProvedAssertion] = []
    var declared: Set<String> = []
    for (list, isCreated) in [(claim.created, true), (claim.gathered, false)] {
      for reference in list {
        if let label = reference.uri?.path.last, declared.contains(label) {
          log.add(.claimMalformed, at: reference.url, "the claim lists the assertion twice")
          continue
        }
        let (label, assertion) = check.prove(reference, isCreated: isCreated, into: &log)
        if let label { declared.insert(label) }
        if let assertion { proved.append(assertion) }
      }
    }
    check.noteUndeclared(declared, into: &log)
    check.noteOwnRedactions(into: &log)
    return proved
  }

  private init(manifest: Manifest, claim: Claim, redactions: Redactions) {
    self.manifest = manifest
    self.claim = claim
    self.redactions = redactions
    place = Place(manifest: manifest.label)
    var labelled: [String: Assertion?] = [:]
    for assertion in manifest.assertions {
      let label = assertion.label.text
      labelled[label] = labelled.keys.contains(label) ? .some(nil) : assertion
    }
    self.labelled = labelled
  }

  private func prove(
    _ reference: HashedURI, isCreated: Bool, into log: inout StatusLog
  ) -> (label: String?, assertion: ProvedAssertion?) {
    guard let uri = reference.uri, uri.manifest?.isExactly(manifest.label) ?? true,
      uri.path.count == 2, uri.path[0] == KnownLabel.store
    else {
      log.add(
        .assertionOutsideManifest, at: reference.url, "the assertion is not in this manifest")
      return (nil, nil)
    }
    let label = uri.path[1]
    let place = place.assertion(label)
    if redactions.contains(manifest: manifest.label, label: label) {
      noteRedaction(of: label, at: place, into: &log)
      return (label, nil)
    }
    guard case .some(.some(let assertion)) = labelled[label],
      assertion.label.text.isExactly(label)
    else {
      log.add(.assertionMissing, at: place, "the assertion is not there, or is there twice")
      return (label, nil)
    }
    do throws(AssertionFault) {
      let proved = try ProvedAssertion(
        assertion, by: reference, algorithm: claim.algorithm, isCreated: isCreated)
      log.add(.assertionHashedURIMatch, at: place, "the assertion matches its hash")
      noteMalformed(assertion, at: place, into: &log)
      return (label, proved)
    } catch {
      switch error {
      case .mismatch:
        log.add(.assertionHashedURIMismatch, at: place, "the assertion does not match its hash")
      case .unsupportedAlgorithm:
        log.add(.algorithmUnsupported, at: place, "the assertion's hash algorithm is not allowed")
      }
      return (label, nil)
    }
  }

  private func noteRedaction(of label: String, at place: String, into log: inout StatusLog) {
    let kind = AssertionLabel(label)
    if kind.isActions {
      log.add(.assertionActionRedacted, at: place, "actions may not be redacted")
    } else if manifest.kind == .update, kind.isHardBinding {
      log.add(.assertionHardBindingRedacted, at: place, "a hard binding may not be redacted")
    }
    if case .some(.some(let assertion)) = labelled[label], !assertion.isRedacted {
      log.add(.assertionNotRedacted, at: place, "a redacted assertion still has content")
    }
  }

  private func noteMalformed(
    _ assertion: Assertion, at place: String, into log: inout StatusLog
  ) {
    guard case .malformed(let problem) = assertion.content,
      assertion.label.text.hasPrefix("c2pa.")
    else { return }
    log.add(problem.code, at: place, problem.reason)
  }

  private func noteUndeclared(_ declared: Set<String>, into log: inout StatusLog) {
    for assertion in manifest.assertions where !declared.contains(assertion.label.text) {
      log.add(
        .assertionUndeclared, at: place.assertion(assertion.label.text),
        "the claim does not list the assertion")
    }
  }

  private func noteOwnRedactions(into log: inout StatusLog) {
    for text in claim.redacted {
      guard let uri = JUMBF.URI(text), let other = uri.manifest, other != manifest.label else {
        log.add(.assertionSelfRedacted, at: text, "the claim redacts an assertion of its own")
        continue
      }
    }
  }
}
