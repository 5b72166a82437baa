/// A machine format of this program, by the name of its schema.
package enum Schema: String, CaseIterable, Sendable {
  /// One verdict: `verify -f json`, a line of `ndjson`.
  case verdict
  /// The document that `audit -o json=…` writes.
  case audit
  /// The last line of a broken-off `ndjson`, and the end of `audit`.
  case summary
  /// A line of `sign -f ndjson`.
  case signature
  /// The file that `sign --evidence` writes.
  case evidence
  /// What `trust diff -f json` writes.
  case listdiff
  /// What `inspect -f json` writes.
  case inspection

  /// The JSON Schema, draft 2020-12.
  package var text: String {
    switch self {
    case .verdict: Schema.verdictText
    case .audit: Schema.auditText
    case .summary: Schema.summaryText
    case .signature: Schema.signatureText
    case .evidence: Schema.evidenceText
    case .listdiff: Schema.listdiffText
    case .inspection: Schema.inspectionText
    }
  }
}

extension Schema {
  /// `broadseal.audit/1`; it holds the schemas of a verdict and of the summary whole.
  static var auditText: String {
    #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:audit:1",
      "title": "Verdicts on many files, and their counts",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.audit/1"},
        "tool": {"type": "object"},
        "verdicts": {"type": "array", "items": {"$ref": "urn:broadseal:verdict:1"}},
        "summary": {"$ref": "urn:broadseal:summary:1"}
      },
      "required": ["schema", "tool", "verdicts", "summary"],
      "additionalProperties": false,
      "$defs": {
        "verdict": \#(verdictText),
        "summary": \#(summaryText)
      }
    }

    """#
  }
}
