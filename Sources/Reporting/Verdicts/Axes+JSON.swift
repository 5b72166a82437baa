import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealVerifying

extension Origin {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("basis", .string(speaker.rawValue)), ("status", .string(status.rawValue)),
    ]
    if let agency { members.append(("agency", agency.json)) }
    members.add("jurisdiction", jurisdiction)
    if let list { members.append(("list", list.json)) }
    if let signer { members.append(("signer", signer.json)) }
    if let claimSigner {
      members.append(("via", "identity"))
      members.append(("claimSigner", claimSigner.json))
    }
    members.append(("reasons", .array(reasons.map(\.json))))
    if let basis { members.append(("evidence", basis.json)) }
    return .object(JSON.Object(members))
  }
}

extension Agency {
  var json: JSON.Value {
    let names = names.sorted { $0.key < $1.key }.map { ($0.key, JSON.Value.string($0.value)) }
    return ["id": .string(id), "names": .object(JSON.Object(names))]
  }
}

extension RecognisedList {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("name", .string(name)), ("sequence", .integer(Int64(sequence))),
    ]
    members.add("recognisedBy", recognisedBy)
    members.add("issued", issued?.rfc3339)
    members.add("nextUpdate", nextUpdate?.rfc3339)
    return .object(JSON.Object(members))
  }
}

extension SignerIdentity {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("subject", .string(subject)), ("name", .string(name)), ("spki", .string(spki)),
      ("algorithm", .string(algorithm)),
    ]
    members.add("notAfter", notAfter?.rfc3339)
    return .object(JSON.Object(members))
  }
}

extension OfficialBasis {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("judged", .string(judged.rfc3339)), ("list", list.json), ("signer", signer.json),
    ]
    if let authority { members.append(("authority", authority.json)) }
    members.append(
      (
        "answers",
        .array(
          answers.map { answer in
            var times: [(String, JSON.Value)] = []
            times.add("thisUpdate", answer.thisUpdate.rfc3339)
            times.add("nextUpdate", answer.nextUpdate?.rfc3339)
            return .object(JSON.Object(times))
          })
      ))
    return .object(JSON.Object(members))
  }
}

extension OfficialBasis.Period {
  fileprivate var json: JSON.Value {
    ["from": .string(from.rfc3339), "to": .string(to.rfc3339)]
  }
}

extension AIUse {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = [("status", .string(status.rawValue))]
    members.add("system", system)
    members.add("version", version)
    members.add("provider", provider)
    members.add("scope", scope)
    members.append(("basis", .array(basis.map(\.json))))
    members.append(("hints", .array(hints.map(\.json))))
    return .object(JSON.Object(members))
  }
}

extension AIUse.Basis {
  var json: JSON.Value {
    [
      "place": .string(place), "field": .string(field), "value": .string(value),
      "reading": .string(reading.rawValue),
    ]
  }
}

extension VerdictTime {
  var json: JSON.Value {
    var members: [(String, JSON.Value)] = []
    members.add("trusted", trusted?.rfc3339)
    members.add("authority", authority)
    members.add("claimed", claimed?.rfc3339)
    return .object(JSON.Object(members))
  }
}

extension Note {
  var json: JSON.Value { ["code": .string(code.name), "explanation": .string(explanation)] }
}

extension Array where Element == (String, JSON.Value) {
  /// Adds a member whose value is there.
  mutating func add(_ name: String, _ text: String?) {
    if let text { append((name, .string(text))) }
  }

  /// Adds a member whose value is there.
  mutating func add(_ name: String, _ number: Int?) {
    if let number { append((name, .integer(Int64(number)))) }
  }
}
