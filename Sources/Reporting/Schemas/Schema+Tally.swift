extension Schema {
  /// `broadseal.tally/1`.
  static let tallyText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:tally:1",
      "title": "How many documents of a run came out how",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.tally/1"},
        "files": {"type": "integer", "minimum": 0},
        "counts": {
          "type": "object",
          "description": "verify: satisfied, failed, incomplete, unlabelled, unrecognised, stale-trust; sign: signed, current, failed, and waiting of a watched folder",
          "additionalProperties": {"type": "integer", "minimum": 0}
        },
        "leftOut": {
          "type": "object",
          "properties": {
            "labels": {"type": "integer", "minimum": 0},
            "links": {"type": "integer", "minimum": 0},
            "evidence": {"type": "integer", "minimum": 0}
          },
          "required": ["labels", "links"],
          "additionalProperties": false,
          "description": "of folders that were named"
        },
        "exit": {"type": "integer", "description": "how the process ends"},
        "tool": \#(toolPiece)
      },
      "required": ["schema", "files", "counts", "exit", "tool"],
      "additionalProperties": false
    }

    """#
}
