import BroadsealBytes
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// The time stamp in a claim signature (C2PA 2.4 §15.8). Every fault is informational: the stamp
/// is then ignored, as if there were none.
enum TimeStampCheck {
  /// Most stamps of later manifests that are looked at for one signature.
  static let maximumLater = 16

  /// Every stamp on a signature that is believed, the one that dates it first: that in the signature,
  /// else the earliest that a later manifest brings (C2PA 2.4 §15.8.1).
  ///
  /// - Parameter later: tokens that later manifests bring for it.
  static func all(
    _ sign1: Sign1, claim: [UInt8], later: [[UInt8]], at place: String,
    context: ValidationContext, into log: inout StatusLog
  ) -> [ProvedTime] {
    let own = run(sign1, claim: claim, at: place, context: context, into: &log)
    var found: [ProvedTime] = []
    for bytes in later.prefix(maximumLater) {
      do throws(TimeStampFault) {
        found.append(
          try proved(try read(bytes), over: sign1.counterSignatureInput(), context: context))
      } catch {
        // Once the signature's own stamp is believed, nobody asks for others.
        if own == nil { log.add(error.code, at: place, error.reason) }
      }
    }
    found.sort { $0.time < $1.time }
    if own == nil, !found.isEmpty {
      log.add(.timeStampValidated, at: place, "a later manifest's stamp matches the signature")
      log.add(.timeStampTrusted, at: place, "the stamp's authority is one that was given")
    }
    return (own.map { [$0] } ?? []) + found
  }

  /// The attested time; nil when there is no stamp, or it is ignored.
  static func run(
    _ sign1: Sign1, claim: [UInt8], at place: String, context: ValidationContext,
    into log: inout StatusLog
  ) -> ProvedTime? {
    guard let header = sign1.timeStamps.first else { return nil }
    do throws(TimeStampFault) {
      guard let tokens = header.tokens, tokens.count == 1 else {
        throw TimeStampFault(
          .timeStampMalformed, "the header does not hold exactly one stamp")
      }
      let token = try read(tokens[0])
      let message =
        header.form == .overSignature
        ? sign1.counterSignatureInput() : sign1.counterSignatureInputV1(claim: claim)
      let time = try proved(token, over: message, context: context)
      log.add(.timeStampValidated, at: place, "the stamp matches the signature")
      log.add(.timeStampTrusted, at: place, "the stamp's authority is one that was given")
      return time
    } catch {
      log.add(error.code, at: place, error.reason)
      return nil
    }
  }

  /// The time of a token that proves one, by an authority that was neither withdrawn nor revoked.
  private static func proved(
    _ token: TimeStampToken, over message: [UInt8], context: ValidationContext
  ) throws(TimeStampFault) -> ProvedTime {
    let time = try ProvedTime(token, over: message, context: context)
    if let loss = time.loss(in: context) {
      throw TimeStampFault(.timeStampUntrusted, loss.explanation)
    }
    return time
  }

  /// A stamp that holds in itself, by an authority that is not believed; nil when there is no stamp, or it does not
  /// hold.
  ///
  /// Anybody can make one, so it proves nothing; it is no reason for doubt either.
  static func unbelieved(
    _ sign1: Sign1, claim: [UInt8], context: ValidationContext
  ) -> UnbelievedStamp? {
    guard let header = sign1.timeStamps.first, let tokens = header.tokens, tokens.count == 1,
      let token = try? read(tokens[0]), (try? token.verifySignature()) != nil,
      let signer = token.signer, signer.notBefore <= token.generated,
      token.generated <= signer.notAfter,
      let authority = context.chains.credential(
        of: [signer] + token.certificates.filter { $0 != signer })
    else { return nil }
    let message =
      header.form == .overSignature
      ? sign1.counterSignatureInput() : sign1.counterSignatureInputV1(claim: claim)
    guard (try? token.verifyImprint(of: message)) != nil else { return nil }
    let isKnown = context.timeStampAnchors.map {
      !context.chains.everyPath(of: authority, to: $0).isEmpty
    }
    return UnbelievedStamp(
      time: token.generated, authority: authority, isKnown: isKnown ?? false)
  }

  /// Both headers are met with a bare token and with a whole response around it.
  private static func read(_ bytes: [UInt8]) throws(TimeStampFault) -> TimeStampToken {
    do throws(TimeStampError) { return try TimeStampToken(bytes) } catch {
      throw TimeStampFault(error)
    }
  }
}
