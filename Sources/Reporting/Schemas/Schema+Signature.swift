extension Schema {
  /// What an object has that tells a failure.
  private static let failureMembers = #"""
    "type": "object",
          "properties": {
            "message": {"type": "string"},
            "hint": {"type": "string"},
            "exit": {"type": "integer"}
          },
          "required": ["message", "exit"],
          "additionalProperties": false
    """#

  /// `broadseal.signature/1`.
  static let signatureText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:signature:1",
      "title": "What signing one file gave",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.signature/1"},
        "input": {"type": "string"},
        "inputBytes": \#(bytesPiece),
        "output": {"type": "string"},
        "outputBytes": \#(bytesPiece),
        "segments": {
          "type": "array", "items": {"type": "string"},
          "description": "the segments that were written beside the first file of a film, in order"
        },
        "segmentsBytes": \#(bytesListPiece),
        "copy": {
          "type": "string",
          "description": "the copy of the document beside its label in a file of its own"
        },
        "copyBytes": \#(bytesPiece),
        "aside": {
          "type": "string",
          "description": "where a document of a watched folder was moved that cannot be signed"
        },
        "asideBytes": \#(bytesPiece),
        "current": {
          "const": true,
          "description": "the label was there already, and nothing was signed"
        },
        "renewed": {
          "const": "plain",
          "description": "the PDF signatures were renewed, and no label was made"
        },
        "form": {"enum": ["embedded", "sidecar"]},
        "because": {
          "type": "object",
          "properties": {"code": {"type": "string"}, "reason": {"type": "string"}},
          "required": ["code", "reason"],
          "additionalProperties": false
        },
        "manifest": {"type": "string"},
        "parent": {"type": "string"},
        "storeSize": {"type": "integer", "minimum": 0},
        "mediaType": {"type": "string"},
        "time": {
          "type": "object",
          "properties": {
            "trusted": {
              "type": "string",
              "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"
            },
            "authority": {"type": "string"}
          },
          "required": ["trusted", "authority"],
          "additionalProperties": false
        },
        "pdfSignature": {
          "type": "object",
          "properties": {"level": {"enum": ["B-B", "B-T", "B-LT", "B-LTA", "timestamp"]}, "field": {"type": "string"}},
          "required": ["level", "field"],
          "additionalProperties": false
        },
        "notes": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {"code": {"type": "string"}, "reason": {"type": "string"}},
            "required": ["code", "reason"],
            "additionalProperties": false
          }
        },
        "error": {\#(failureMembers)},
        "evidenceError": {
          "description": "why the evidence of a document that carries its label is not kept beside it",
          \#(failureMembers)
        },
        "tool": \#(toolPiece)
      },
      "required": ["schema", "input", "tool"],
      "additionalProperties": false,
      "oneOf": [
        {"required": ["output", "form", "manifest", "storeSize", "mediaType", "notes"]},
        {"required": ["output", "form", "manifest", "current"]},
        {"required": ["output", "renewed", "time", "pdfSignature", "mediaType", "notes"]},
        {"required": ["error"]}
      ]
    }

    """#
}
