extension Schema {
  /// `broadseal.update/1`; it holds the schema of the differences whole.
  static var updateText: String {
    #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:update:1",
      "title": "What came of getting the current list",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.update/1"},
        "list": {"type": "string"},
        "listBytes": \#(bytesPiece),
        "state": {
          "enum": ["updated", "up-to-date", "step", "refused"],
          "description": "step: taken for its new keys alone, and out of date; refused: it loses something, and nothing was changed"
        },
        "scheme": {"oneOf": [{"type": "string"}, {"type": "null"}]},
        "number": {"type": "integer", "minimum": 1},
        "nextUpdate": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},
        "newKeys": {"type": "array", "items": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
        "threshold": {"type": "integer", "minimum": 1},
        "diff": {"$ref": "urn:broadseal:listdiff:1"},
        "tool": \#(toolPiece)
      },
      "required": ["schema", "list", "state", "scheme", "number", "nextUpdate", "tool"],
      "additionalProperties": false,
      "$defs": {"listdiff": \#(listdiffText)}
    }

    """#
  }
}
