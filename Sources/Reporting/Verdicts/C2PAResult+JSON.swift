import BroadsealJSON
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying

extension C2PAResult {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [("state", JSON.Value(state?.rawValue))]
    members.add("specVersion", specVersion)
    members.add("activeManifest", activeManifest)
    members += [
      ("success", .array(success.map(\.json))),
      ("informational", .array(informational.map(\.json))),
      ("failure", .array(failure.map(\.json))),
      ("ingredients", .array(ingredients.map(\.json))),
    ]
    return .object(JSON.Object(members))
  }
}

extension C2PAStatus {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [("code", .string(code))]
    members.add("url", url)
    members.add("explanation", explanation)
    return .object(JSON.Object(members))
  }
}

extension IngredientResult {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [("assertion", .string(assertion))]
    members.add("relationship", relationship)
    members.add("manifest", manifest)
    members.add("title", title)
    members += [
      ("success", .array(success.map(\.json))),
      ("informational", .array(informational.map(\.json))),
      ("failure", .array(failure.map(\.json))),
      ("recordedFailure", .array(recordedFailure.map(\.json))),
    ]
    return .object(JSON.Object(members))
  }
}

extension Finding {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("code", .string(code.name)), ("severity", .string(severity.rawValue)),
    ]
    members.add("place", place?.description)
    members.append(("explanation", .string(explanation)))
    // Nothing fills it; the schema asks for it.
    members.append(("controls", .array([])))
    return .object(JSON.Object(members))
  }
}
