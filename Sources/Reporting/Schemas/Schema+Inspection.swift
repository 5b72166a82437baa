extension Schema {
  /// `broadseal.inspection/1`; it holds the schema of a verdict whole.
  static var inspectionText: String {
    #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:inspection:1",
      "title": "A manifest store as the file has it; only the verdict is proved",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.inspection/1"},
        "path": {"type": "string"},
        "pathBytes": \#(bytesPiece),
        "place": {
          "type": "object",
          "properties": {
            "where": {"enum": ["inside", "beside", "given", "itself"]},
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "minimum": 0}
          },
          "required": ["where"],
          "additionalProperties": false
        },
        "manifests": {
          "type": "array",
          "description": "the active one first",
          "items": {
            "type": "object",
            "properties": {
              "label": {"type": "string"},
              "kind": {"enum": ["standard", "update", "compressed"]},
              "active": {"type": "boolean"},
              "claim": {"type": "object"},
              "signature": {"type": "object"},
              "assertions": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "label": {"type": "string"},
                    "kind": {"type": "string"},
                    "list": {"enum": ["created", "gathered", "none"]},
                    "content": {"description": "bytes as b64'…'"}
                  },
                  "required": ["label", "kind", "list", "content"],
                  "additionalProperties": false
                }
              }
            },
            "required": ["label", "kind", "active", "claim", "signature", "assertions"],
            "additionalProperties": false
          }
        },
        "verdict": {"$ref": "urn:broadseal:verdict:1"},
        "tool": \#(toolPiece)
      },
      "required": ["schema", "path", "place", "manifests", "tool"],
      "additionalProperties": false,
      "$defs": {
        "verdict": \#(verdictText)
      }
    }

    """#
  }
}
