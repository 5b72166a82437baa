"""Holds reports of an audit against the schemas of others, and reads the CSV as Python does.

Request: {"schemas": folder, "sarif": path, "junit": path, "csv": path}; answer: the faults of each, and
the rows of the CSV without its remarks."""
import csv
import json
import pathlib
import sys

from jsonschema import validators
from lxml import etree

request = json.load(sys.stdin)
schemas = pathlib.Path(request["schemas"])
schema = json.loads((schemas / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
checker = validators.validator_for(schema)(schema)
sarif = json.loads(pathlib.Path(request["sarif"]).read_text(encoding="utf-8"))
answer = {"sarif": [fault.message[:300] for fault in checker.iter_errors(sarif)]}
document = etree.parse(request["junit"])
for name in ["junit-windyroad", "junit-jenkins-10"]:
    xsd = etree.XMLSchema(etree.parse(str(schemas / (name + ".xsd"))))
    xsd.validate(document)
    answer[name] = [str(fault) for fault in xsd.error_log]
with open(request["csv"], encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(line for line in file if not line.startswith('"# ')))
answer["rows"] = [{key: value for key, value in row.items() if key in
                   ("path", "integrity", "integrity_text", "severity")} for row in rows]
answer["formulas"] = [cell for row in rows for cell in row.values()
                      if cell and cell[0] in "=+-@\t\r"]
json.dump(answer, sys.stdout)
