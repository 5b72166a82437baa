import BroadsealBytes
import BroadsealJSON
import BroadsealVerifying

extension LabelStatement: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("official", whole: claim)
    json.add("title", known: title)
    json.add("language", known: language)
    json.add("humanReview", known: humanReview)
    if let review {
      json.openObject("review")
      json.add("role", review.role)
      json.add("time", known: review.time)
      json.add("version", known: review.version)
      json.closeObject()
    }
    json.add("editorialResponsibility", known: editorialResponsibility)
    json.add("deepfake", known: deepfake)
    if let approval {
      json.openObject("approval")
      json.add("role", approval.role)
      json.add("record", approval.record)
      json.add("time", known: approval.time)
      json.closeObject()
    }
    json.add("supersedes", known: supersedes)
    if !earlier.isEmpty { json.add("earlier", all: earlier) }
  }
}

extension LabelStatement.Claim: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("jurisdiction", jurisdiction)
    json.add("agency", agency)
    json.add("office", known: office)
    json.add("reference", known: reference)
    json.add("url", known: url)
  }
}

extension LabelStatement.EarlierVersion: Telling {
  func tell(_ json: inout some JSON.Composer) {
    json.add("manifest", manifest)
    json.add("label", state.rawValue)
    json.add("reference", known: reference)
    json.add("title", known: title)
    json.add("time", known: time)
    if let signer {
      json.add("signer", signer)
      json.add("standing", standing.rawValue)
    }
    json.add("agency", whole: agency)
    json.add("claimed", whole: claimed)
  }
}
