// What Swift cannot import by itself from OpenSSL: macros, each as one inline function.
#pragma once

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/http.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/rc4.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

// Memory.
static inline void shim_free(void *memory) { OPENSSL_free(memory); }
static inline void shim_clear_free(void *memory, size_t count) {
  OPENSSL_clear_free(memory, count);
}
static inline long shim_BIO_get_mem_data(BIO *bio, char **data) {
  return BIO_get_mem_data(bio, data);
}

// Errors.
static inline int shim_ERR_get_reason(unsigned long code) { return ERR_GET_REASON(code); }
static inline int shim_ERR_get_library(unsigned long code) { return ERR_GET_LIB(code); }

// Stacks of certificates.
static inline STACK_OF(X509) * shim_sk_X509_new(void) { return sk_X509_new_null(); }
static inline int shim_sk_X509_num(const STACK_OF(X509) * stack) { return sk_X509_num(stack); }
static inline X509 *shim_sk_X509_value(const STACK_OF(X509) * stack, int index) {
  return sk_X509_value(stack, index);
}
static inline int shim_sk_X509_push(STACK_OF(X509) * stack, X509 *certificate) {
  return sk_X509_push(stack, certificate);
}
// Frees the stack but not what it holds.
static inline void shim_sk_X509_free(STACK_OF(X509) * stack) { sk_X509_free(stack); }
// Frees the stack and gives up one reference to each certificate in it.
static inline void shim_sk_X509_pop_free(STACK_OF(X509) * stack) {
  sk_X509_pop_free(stack, X509_free);
}

// Stacks of object identifiers and certificate policies.
static inline int shim_sk_ASN1_OBJECT_num(const STACK_OF(ASN1_OBJECT) * stack) {
  return sk_ASN1_OBJECT_num(stack);
}
static inline ASN1_OBJECT *shim_sk_ASN1_OBJECT_value(
    const STACK_OF(ASN1_OBJECT) * stack, int index) {
  return sk_ASN1_OBJECT_value(stack, index);
}
static inline void shim_sk_ASN1_OBJECT_pop_free(STACK_OF(ASN1_OBJECT) * stack) {
  sk_ASN1_OBJECT_pop_free(stack, ASN1_OBJECT_free);
}
static inline int shim_sk_POLICYINFO_num(const CERTIFICATEPOLICIES *stack) {
  return sk_POLICYINFO_num(stack);
}
static inline POLICYINFO *shim_sk_POLICYINFO_value(const CERTIFICATEPOLICIES *stack, int index) {
  return sk_POLICYINFO_value(stack, index);
}

// Stacks of CMS signers.
static inline int shim_sk_CMS_SignerInfo_num(const STACK_OF(CMS_SignerInfo) * stack) {
  return sk_CMS_SignerInfo_num(stack);
}
static inline CMS_SignerInfo *shim_sk_CMS_SignerInfo_value(
    const STACK_OF(CMS_SignerInfo) * stack, int index) {
  return sk_CMS_SignerInfo_value(stack, index);
}

// Key generation.
static inline EVP_PKEY *shim_EVP_EC_gen(const char *curve) { return EVP_EC_gen(curve); }
static inline EVP_PKEY *shim_EVP_RSA_gen(unsigned int bits) { return EVP_RSA_gen(bits); }
static inline EVP_PKEY *shim_EVP_ED25519_gen(void) {
  return EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");
}

// The reason of an entry of a revocation list; -1 when it gives none.
static inline int shim_X509_REVOKED_reason(const X509_REVOKED *entry) {
  int critical = 0;
  ASN1_ENUMERATED *reason = X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, &critical, NULL);
  int value = reason == NULL ? -1 : (int)ASN1_ENUMERATED_get(reason);
  ASN1_ENUMERATED_free(reason);
  return value;
}

// TLS connections. A server that ends without saying so is borne with: what it sends is proved by
// signatures of its own.
static inline void shim_SSL_CTX_prepare(SSL_CTX *context) {
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_mode(context, SSL_MODE_AUTO_RETRY);
  SSL_CTX_set_options(context, SSL_OP_IGNORE_UNEXPECTED_EOF);
}
static inline int shim_SSL_set_server_name(SSL *session, const char *name) {
  return (int)SSL_set_tlsext_host_name(session, name);
}
static inline SSL *shim_BIO_get_ssl(BIO *bio) {
  SSL *session = NULL;
  BIO_get_ssl(bio, &session);
  return session;
}
static inline int shim_BIO_do_handshake(BIO *bio) { return (int)BIO_do_handshake(bio); }
static inline int shim_BIO_should_retry(BIO *bio) { return BIO_should_retry(bio) != 0; }
static inline int shim_BIO_should_write(BIO *bio) { return BIO_should_write(bio) != 0; }
static inline int shim_BIO_get_fd(BIO *bio) { return (int)BIO_get_fd(bio, NULL); }

// Keys on tokens: the engine of OpenSC, which is how OpenSSL 3.0 reaches PKCS#11 on Debian 12.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
static inline ENGINE *shim_ENGINE_by_id(const char *name) {
  ENGINE_load_dynamic();
  return ENGINE_by_id(name);
}
static inline int shim_ENGINE_command(ENGINE *engine, const char *name, const char *argument) {
  return ENGINE_ctrl_cmd_string(engine, name, argument, 0);
}
static inline int shim_ENGINE_init(ENGINE *engine) { return ENGINE_init(engine); }
// Never asks anybody for anything.
static inline EVP_PKEY *shim_ENGINE_load_private_key(ENGINE *engine, const char *address) {
  return ENGINE_load_private_key(engine, address, (UI_METHOD *)UI_null(), NULL);
}
#pragma clang diagnostic pop

// RC4, for encrypted PDF documents: the provider that has it is often not installed.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
static inline void shim_RC4(
    const unsigned char *key, int key_count, const unsigned char *input, size_t count,
    unsigned char *output) {
  RC4_KEY state;
  RC4_set_key(&state, key_count, key);
  RC4(&state, count, input, output);
  OPENSSL_cleanse(&state, sizeof state);
}
#pragma clang diagnostic pop
