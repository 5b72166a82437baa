import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Signatures and certificates as Python's cryptography sees them")
struct PythonWitnessTests {
  /// Reads `cert.pem`, `message` and `signature`; exits with 0 when the signature is good.
  private static let script = """
    import sys
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, utils
    read = lambda name: open(name, 'rb').read()
    name = sys.argv[1]
    hash = {'256': hashes.SHA256(), '384': hashes.SHA384(), '512': hashes.SHA512()}.get(name[2:])
    leaf, issuer = x509.load_pem_x509_certificates(read('cert.pem'))
    leaf.verify_directly_issued_by(issuer)
    assert leaf.extensions.get_extension_for_class(x509.KeyUsage).critical
    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    key, message, signature = leaf.public_key(), read('message'), read('signature')
    if name == 'ed25519':
      key.verify(signature, message)
    elif name.startswith('ps'):
      pss = padding.PSS(padding.MGF1(hash), hash.digest_size)
      key.verify(signature, message, pss, hash)
    else:
      half = len(signature) // 2
      r, s = (int.from_bytes(part, 'big') for part in (signature[:half], signature[half:]))
      key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(hash))
    """

  @Test(
    "agrees with every algorithm",
    .enabled(if: witnessPython != nil, "the virtual environment of the witnesses is absent"),
    arguments: SignatureAlgorithm.allCases)
  func agrees(_ algorithm: SignatureAlgorithm) throws {
    let python = try #require(witnessPython)
    let folder = Scratch()
    let pki = try LocalPKI(algorithm)
    let key = try PrivateKey.generate(algorithm, rsaBits: 2048)
    let message = Array("message".utf8)
    folder.write(try pki.issue(key.publicKey).pem + pki.authority.pem, to: "cert.pem")
    folder.write(message, to: "message")
    folder.write(try key.sign(message, with: algorithm), to: "signature")
    folder.write(Self.script.utf8, to: "check.py")
    try folder.run([python, "check.py", algorithm.name])
  }
}
