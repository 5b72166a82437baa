import BroadsealDocuments
import BroadsealNotes
import Testing

@testable import BroadsealVerifying

@Suite("What a verdict amounts to is answered in one place")
struct ConclusionTests {
  private func verdict(
    _ integrity: Integrity, _ state: C2PAResult.State? = nil, _ origin: Origin.Status? = nil,
    reasons: [Code] = [], findings: [Code] = [], limits: [String] = []
  ) -> Verdict {
    Verdict(
      path: "", format: "pdf", mediaType: "application/pdf", integrity: integrity,
      origin: origin.map { status in
        Origin(status: status, reasons: reasons.map { Note($0) })
      }, ai: nil, c2pa: C2PAResult(state: state),
      findings: findings.map { Finding(.warning, Note($0)) },
      limits: limits)
  }

  private func conclusions(_ verdict: Verdict) -> [Conclusion] {
    [.official, .trusted, .valid].map { verdict.conclusion(for: $0) }
  }

  @Test("only what was asked for satisfies")
  func satisfied() {
    #expect(
      conclusions(verdict(.intact, .trusted, .official)) == [.satisfied, .satisfied, .satisfied])
    #expect(
      conclusions(verdict(.intact, .trusted, .known)) == [.unrecognised, .satisfied, .satisfied])
    #expect(
      conclusions(verdict(.intact, .valid, .unrecognised))
        == [.unrecognised, .unrecognised, .satisfied])
    #expect(conclusions(verdict(.noLabel)) == [.unlabelled, .unlabelled, .unlabelled])
  }

  @Test("who speaks makes no file official without a label, or for an earlier revision alone")
  func axes() {
    #expect(verdict(.intact, .trusted, .official).isOfficial)
    let sealed = Verdict(
      path: "", format: "pdf", mediaType: "application/pdf", integrity: .noLabel,
      origin: Origin(speaker: .seal, status: .official))
    for other in [
      sealed, verdict(.intactRevision, .invalid, .official),
      verdict(.intact, .trusted, .official, limits: ["x"]), verdict(.intact, .trusted, .known),
    ] {
      #expect(!other.isOfficial, "\(other.integrity)")
    }
  }

  @Test("a fault weighs more than a gap, and a gap more than anything else")
  func order() {
    for failed in [
      verdict(.altered, .invalid, limits: ["x"]), verdict(.malformed),
      verdict(.intact, .invalid, .official, limits: ["x"]),
    ] {
      #expect(conclusions(failed) == [.failed, .failed, .failed])
    }
    for incomplete in [
      verdict(.unreadable), verdict(.noLabel, limits: ["x"]),
      verdict(.intact, .trusted, .official, limits: ["x"]),
    ] {
      #expect(conclusions(incomplete) == [.incomplete, .incomplete, .incomplete])
    }
  }

  @Test("what its own name contradicts satisfies nobody")
  func misnamed() {
    for status in [Origin.Status.recognisedTool, .known, .unrecognised] {
      let content = verdict(.intact, .trusted, status, findings: [FileCode.typeMismatch.code])
      let signed = verdict(.intact, .trusted, status, reasons: [OfficialCode.fileType.code])
      for verdict in [content, signed] {
        #expect(verdict.isMisnamed)
        for requirement in Requirement.allCases {
          #expect(verdict.conclusion(for: requirement) == .unrecognised, "\(requirement)")
        }
      }
    }
  }

  @Test("a list out of date is said where it decides, and a hole in the signature satisfies nobody")
  func reasons() {
    #expect(
      conclusions(verdict(.intact, .trusted, .unrecognised, reasons: [OfficialCode.stale.code]))
        == [.staleTrust, .staleTrust, .satisfied])
    #expect(
      conclusions(verdict(.intact, .trusted, .known, findings: [RemarkCode.bindingPartial.code]))
        == [.unrecognised, .unrecognised, .unrecognised])
  }
}
