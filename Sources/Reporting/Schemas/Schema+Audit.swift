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
