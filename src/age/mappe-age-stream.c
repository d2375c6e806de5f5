/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-age-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The cryptography of the format: keys that follow from keys (HKDF-SHA256), and the payload (ChaCha20-Poly1305). */

G_DEFINE_QUARK (mappe-age-error-quark, mappe_age_error)

/* Returns: %FALSE, with the error */
gboolean
mappe_age_fail (GError **error, MappeAgeError code, const char *text)
{
  g_set_error_literal (error, MAPPE_AGE_ERROR, (int) code, text);
  return FALSE;
}

/* Returns: whether libsodium works here */
gboolean
mappe_age_begin (GError **error)
{
  return sodium_init () >= 0
         || mappe_age_fail (error, MAPPE_AGE_ERROR_LIMIT, _("the cryptography of this computer does not work"));
}

static void
hmac (guint8 *out, const guint8 *key, gsize key_length, const void *bytes, gsize length, const void *more,
      gsize more_length)
{
  crypto_auth_hmacsha256_state state;

  crypto_auth_hmacsha256_init (&state, key, key_length);
  crypto_auth_hmacsha256_update (&state, bytes, length);
  if (more_length > 0)
    crypto_auth_hmacsha256_update (&state, more, more_length);
  crypto_auth_hmacsha256_final (&state, out);
  sodium_memzero (&state, sizeof state);
}

/* HKDF (RFC 5869) of one block. @salt: (nullable); @out: 32 bytes */
static void
derive (guint8 *out, const guint8 *secret, gsize secret_length, const guint8 *salt, gsize salt_length,
        const char *label)
{
  static const guint8 none[32];
  static const guint8 one = 1;
  guint8 middle[32];

  hmac (middle, salt != NULL ? salt : none, salt != NULL ? salt_length : sizeof none, secret, secret_length, NULL, 0);
  hmac (out, middle, sizeof middle, label, strlen (label), &one, 1);
  sodium_memzero (middle, sizeof middle);
}

/* @out: 32 bytes that bind the header to the key of the file */
void
mappe_age_mac (guint8 *out, const guint8 *file_key, const char *header, gsize length)
{
  guint8 key[MAPPE_AGE_KEY_BYTES];

  derive (key, file_key, MAPPE_AGE_FILE_KEY_BYTES, NULL, 0, "header");
  hmac (out, key, sizeof key, header, length, NULL, 0);
  sodium_memzero (key, sizeof key);
}

/* @log_work: 2 to this power is how often; Returns: %FALSE when there is no memory for it */
gboolean
mappe_age_wrap_passphrase (guint8 *wrap, const char *passphrase, const guint8 *salt, guint log_work)
{
  guint8 labelled[sizeof MAPPE_AGE_SCRYPT_LABEL - 1 + MAPPE_AGE_SALT_BYTES];
  const gsize label = sizeof MAPPE_AGE_SCRYPT_LABEL - 1;

  memcpy (labelled, MAPPE_AGE_SCRYPT_LABEL, label);
  memcpy (labelled + label, salt, MAPPE_AGE_SALT_BYTES);
  return crypto_pwhash_scryptsalsa208sha256_ll ((const guint8 *) passphrase, strlen (passphrase), labelled,
                                                sizeof labelled, G_GUINT64_CONSTANT (1) << log_work, 8, 1, wrap,
                                                MAPPE_AGE_KEY_BYTES) == 0;
}

/* Returns: %FALSE for a point of low order, which shares nothing */
gboolean
mappe_age_wrap_shared (guint8 *wrap, const guint8 *scalar, const guint8 *point, const guint8 *share,
                       const guint8 *recipient)
{
  guint8 shared[MAPPE_AGE_KEY_BYTES];
  guint8 salt[2 * MAPPE_AGE_KEY_BYTES];

  if (crypto_scalarmult (shared, scalar, point) != 0)
    return FALSE;
  memcpy (salt, share, MAPPE_AGE_KEY_BYTES);
  memcpy (salt + MAPPE_AGE_KEY_BYTES, recipient, MAPPE_AGE_KEY_BYTES);
  derive (wrap, shared, sizeof shared, salt, sizeof salt, MAPPE_AGE_X25519_LABEL);
  sodium_memzero (shared, sizeof shared);
  return TRUE;
}

/* The nonce may be zero: each wrapping key is used once. */
void
mappe_age_wrap (guint8 *wrapped, const guint8 *file_key, const guint8 *wrap)
{
  static const guint8 nonce[crypto_aead_chacha20poly1305_ietf_NPUBBYTES];

  crypto_aead_chacha20poly1305_ietf_encrypt (wrapped, NULL, file_key, MAPPE_AGE_FILE_KEY_BYTES, NULL, 0, NULL, nonce,
                                             wrap);
}

gboolean
mappe_age_unwrap (guint8 *file_key, const guint8 *wrapped, const guint8 *wrap)
{
  static const guint8 nonce[crypto_aead_chacha20poly1305_ietf_NPUBBYTES];

  return crypto_aead_chacha20poly1305_ietf_decrypt (file_key, NULL, NULL, wrapped, MAPPE_AGE_WRAPPED_BYTES, NULL, 0,
                                                    nonce, wrap) == 0;
}

/* --- payload --- */

void
mappe_age_stream_init (MappeAgeStream *self, const guint8 *file_key, const guint8 *nonce)
{
  derive (self->key, file_key, MAPPE_AGE_FILE_KEY_BYTES, nonce, MAPPE_AGE_SALT_BYTES, "payload");
  self->n = 0;
  self->filled = 0;
}

/* Eleven bytes of the number, big endian, and whether it is the last. */
static void
nonce_of (guint8 *nonce, guint64 n, gboolean last)
{
  memset (nonce, 0, crypto_aead_chacha20poly1305_ietf_NPUBBYTES);
  for (guint i = 0; i < 8; i++)
    nonce[10 - i] = (guint8) (n >> (8 * i));
  nonce[11] = last ? 1 : 0;
}

/* Appends what is held to @out, sealed. */
void
mappe_age_stream_seal (MappeAgeStream *self, gboolean last, GByteArray *out)
{
  guint8 nonce[crypto_aead_chacha20poly1305_ietf_NPUBBYTES];
  const guint before = out->len;

  nonce_of (nonce, self->n++, last);
  g_byte_array_set_size (out, before + (guint) self->filled + crypto_aead_chacha20poly1305_ietf_ABYTES);
  crypto_aead_chacha20poly1305_ietf_encrypt (out->data + before, NULL, self->held, self->filled, NULL, 0, NULL, nonce,
                                             self->key);
  self->filled = 0;
}

/* Appends what is held to @out, opened. Returns: whether it is what was sealed; an empty chunk may only be a whole
 * file */
gboolean
mappe_age_stream_open (MappeAgeStream *self, gboolean last, GByteArray *out)
{
  guint8 nonce[crypto_aead_chacha20poly1305_ietf_NPUBBYTES];
  const guint before = out->len;
  gsize plain;

  if (self->filled < crypto_aead_chacha20poly1305_ietf_ABYTES)
    return FALSE;
  plain = self->filled - crypto_aead_chacha20poly1305_ietf_ABYTES;
  if (plain == 0 && self->n > 0)
    return FALSE;
  nonce_of (nonce, self->n++, last);
  g_byte_array_set_size (out, before + (guint) plain);
  if (crypto_aead_chacha20poly1305_ietf_decrypt (out->data + before, NULL, NULL, self->held, self->filled, NULL, 0,
                                                 nonce, self->key) != 0)
    {
      g_byte_array_set_size (out, before);
      return FALSE;
    }
  self->filled = 0;
  return TRUE;
}
