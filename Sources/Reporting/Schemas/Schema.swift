/// A machine format of this program, by the name of its schema.
package enum Schema: String, CaseIterable, Sendable {
  /// One verdict: `verify -f json`, a line of `ndjson`.
  case verdict
  /// The document that `audit -o json=…` writes.
  case audit
  /// The last line of an audit's `ndjson`, and the end of `audit`.
  case summary
  /// What a report says of its run: the first line of an audit's `ndjson`.
  case run
  /// A line of `sign -f ndjson`.
  case signature
  /// The file that `sign --evidence` writes.
  case evidence
  /// What `trust diff -f json` writes.
  case listdiff
  /// What `inspect -f json` writes.
  case inspection
  /// The list of reports that `audit --sign-report` signs: `reports.json`.
  case reports
  /// A line of the index that `audit -o crjson=…` writes.
  case crjson
  /// What `history show` writes.
  case history
  /// The last line of `verify -f ndjson` and `sign -f ndjson`.
  case tally
  /// What `keys check -f json` and `keys show -f json` write.
  case certificates
  /// What `trust check -f json` and `trust show -f json` write.
  case trust
  /// What `trust update -f json` writes.
  case update
  /// What `trust fetch -f json` writes.
  case fetched
  /// What `trust fingerprint -f json` writes.
  case fingerprint
  /// The file that `sign --plan` writes.
  case plan
  /// The file that `approve` writes.
  case approved
  /// What `approve -f json` writes.
  case approval
  /// What `history list -f json` and `history compare -f json` write.
  case runs
  /// What `policy check -f json` and `policy explain -f json` write.
  case policy
  /// What `explain -f json` writes.
  case codes
  /// What `audit verify-report -f json` writes.
  case verification

  /// The JSON Schema, draft 2020-12.
  package var text: String {
    switch self {
    case .verdict: Schema.verdictText
    case .audit: Schema.auditText
    case .summary: Schema.summaryText
    case .run: Schema.runText
    case .signature: Schema.signatureText
    case .evidence: Schema.evidenceText
    case .listdiff: Schema.listdiffText
    case .inspection: Schema.inspectionText
    case .reports: Schema.reportsText
    case .crjson: Schema.crjsonText
    case .history: Schema.historyText
    case .tally: Schema.tallyText
    case .certificates: Schema.certificatesText
    case .trust: Schema.trustText
    case .update: Schema.updateText
    case .fetched: Schema.fetchedText
    case .fingerprint: Schema.fingerprintText
    case .plan: Schema.planText
    case .approved: Schema.approvedText
    case .approval: Schema.approvalText
    case .runs: Schema.runsText
    case .policy: Schema.policyText
    case .codes: Schema.codesText
    case .verification: Schema.verificationText
    }
  }
}

extension Schema {
  /// `broadseal.audit/1`; it holds the schemas of the run, of a verdict and of the summary whole.
  static var auditText: String {
    #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:audit:1",
      "title": "Verdicts on many files, and their counts",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.audit/1"},
        "run": {"$ref": "urn:broadseal:run:1"},
        "tool": \#(toolPiece),
        "verdicts": {"type": "array", "items": {"$ref": "urn:broadseal:verdict:1"}},
        "summary": {"$ref": "urn:broadseal:summary:1"}
      },
      "required": ["schema", "run", "tool", "summary"],
      "additionalProperties": false,
      "$defs": {
        "run": \#(runText),
        "verdict": \#(verdictText),
        "summary": \#(summaryText)
      }
    }

    """#
  }
}
