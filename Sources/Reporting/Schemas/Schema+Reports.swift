extension Schema {
  /// `broadseal.reports/1`; it holds the schema of the run whole.
  static var reportsText: String {
    #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:reports:1",
      "title": "Which reports a run wrote, each by its digest: what their signature is made over",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.reports/1"},
        "run": {"$ref": "urn:broadseal:run:1"},
        "reports": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string", "description": "in the folder of this file"},
              "size": {"type": "integer", "minimum": 0},
              "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
              "labelled": {
                "type": "boolean",
                "description": "whether it carries a label of the agency, inside or beside"
              }
            },
            "required": ["name", "size", "sha256", "labelled"],
            "additionalProperties": false
          }
        }
      },
      "required": ["schema", "run", "reports"],
      "additionalProperties": false,
      "$defs": {
        "run": \#(runText)
      }
    }

    """#
  }

  /// `broadseal.crjson/1`.
  static let crjsonText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:crjson:1",
      "title": "Where the label of a file stands in the JSON of the C2PA standard",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.crjson/1"},
        "path": {"type": "string"},
        "pathBytes": \#(bytesPiece),
        "file": {"type": "string", "description": "name of the file in the folder of the index"},
        "fault": {"type": "string", "description": "why there is none, in place of file"}
      },
      "required": ["schema", "path"],
      "oneOf": [{"required": ["file"]}, {"required": ["fault"]}],
      "additionalProperties": false
    }

    """#

  /// `broadseal.history/1`; it holds the schemas of the run and of the summary whole.
  static var historyText: String {
    #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:broadseal:history:1",
      "title": "A run that a history remembers",
      "type": "object",
      "properties": {
        "schema": {"const": "broadseal.history/1"},
        "number": {"type": "integer", "minimum": 1},
        "run": {"$ref": "urn:broadseal:run:1"},
        "summary": {"$ref": "urn:broadseal:summary:1"}
      },
      "required": ["schema", "number", "run", "summary"],
      "additionalProperties": false,
      "$defs": {
        "run": \#(runText),
        "summary": \#(summaryText)
      }
    }

    """#
  }
}
