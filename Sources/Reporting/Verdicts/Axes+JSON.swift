import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealVerifying

extension Origin: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("basis", speaker.rawValue)
    json.add("status", status.rawValue)
    json.add("agency", whole: agency)
    json.add("jurisdiction", known: jurisdiction)
    json.add("list", whole: list)
    json.add("signer", whole: signer)
    if let claimSigner {
      json.add("via", "identity")
      json.add("claimSigner", claimSigner)
    }
    json.add("reasons", all: reasons)
    json.add("withdrawn", whole: withdrawal)
    json.add("evidence", whole: basis)
  }
}

extension Origin.Withdrawal: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("since", known: since)
    json.add("reason", reason.rawValue)
  }
}

extension Agency: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("id", id)
    json.openObject("names")
    for (language, name) in names.sorted(by: { $0.key < $1.key }) {
      json.add(named: language, name)
    }
    json.closeObject()
  }
}

extension RecognisedList: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("name", name)
    json.add("sequence", sequence)
    json.add("recognisedBy", known: recognisedBy)
    json.add("issued", known: issued)
    json.add("nextUpdate", known: nextUpdate)
  }
}

extension SignerIdentity: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("subject", subject)
    json.add("name", name)
    json.add("spki", spki)
    json.add("algorithm", algorithm)
    json.add("notAfter", known: notAfter)
  }
}

extension OfficialBasis: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("judged", known: judged)
    json.add("list", list)
    json.add("signer", signer)
    json.add("authority", whole: authority)
    json.add("answers", all: answers)
  }
}

extension OfficialBasis.Answer: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("thisUpdate", known: thisUpdate)
    json.add("nextUpdate", known: nextUpdate)
  }
}

extension OfficialBasis.Period: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("from", known: from)
    json.add("to", known: to)
  }
}

extension AIUse: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("status", status.rawValue)
    if stated != status { json.add("stated", stated.rawValue) }
    json.add("system", known: system)
    json.add("version", known: version)
    json.add("provider", known: provider)
    json.add("scope", known: scope)
    json.add("basis", all: basis)
    json.add("hints", all: hints)
  }
}

extension AIUse.Basis: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("place", place)
    json.add("field", field)
    json.add("value", value)
    json.add("reading", reading.rawValue)
  }
}

extension VerdictTime: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("trusted", known: trusted)
    json.add("authority", known: authority)
    json.add("claimed", known: claimed)
  }
}

extension Note: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("code", code.name)
    json.add("explanation", explanation)
  }
}
