/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sodium.h>

#include "mappe-age.h"

G_BEGIN_DECLS

#define MAPPE_AGE_INTRO "age-encryption.org/v1\n"
#define MAPPE_AGE_SCRYPT_LABEL "age-encryption.org/v1/scrypt"
#define MAPPE_AGE_X25519_LABEL "age-encryption.org/v1/X25519"
#define MAPPE_AGE_KEY_BYTES 32
#define MAPPE_AGE_FILE_KEY_BYTES 16
#define MAPPE_AGE_SALT_BYTES 16
#define MAPPE_AGE_WRAPPED_BYTES (MAPPE_AGE_FILE_KEY_BYTES + crypto_aead_chacha20poly1305_ietf_ABYTES)

/* --- payload: chunks of 64 KiB, numbered, the last one marked (STREAM) --- */

#define MAPPE_AGE_CHUNK (64 * 1024)
#define MAPPE_AGE_SEALED_CHUNK (MAPPE_AGE_CHUNK + crypto_aead_chacha20poly1305_ietf_ABYTES)

typedef struct {
  guint8  key[MAPPE_AGE_KEY_BYTES];
  guint64 n;              /* of the next chunk */
  guint8  held[MAPPE_AGE_SEALED_CHUNK];
  gsize   filled;
} MappeAgeStream;

void     mappe_age_stream_init (MappeAgeStream *self, const guint8 *file_key, const guint8 *nonce);
void     mappe_age_stream_seal (MappeAgeStream *self, gboolean last, GByteArray *out);
gboolean mappe_age_stream_open (MappeAgeStream *self, gboolean last, GByteArray *out);

gboolean mappe_age_begin  (GError **error);
gboolean mappe_age_fail   (GError **error, MappeAgeError code, const char *text);
void     mappe_age_mac    (guint8 *out, const guint8 *file_key, const char *header, gsize length);
gboolean mappe_age_wrap_passphrase (guint8 *wrap, const char *passphrase, const guint8 *salt, guint log_work);
gboolean mappe_age_wrap_shared     (guint8 *wrap, const guint8 *scalar, const guint8 *point, const guint8 *share,
                                    const guint8 *recipient);
void     mappe_age_wrap   (guint8 *wrapped, const guint8 *file_key, const guint8 *wrap);
gboolean mappe_age_unwrap (guint8 *file_key, const guint8 *wrapped, const guint8 *wrap);

gboolean mappe_age_read_recipient (const char *text, guint8 *key);
gboolean mappe_age_read_identity  (const char *text, guint8 *key);

G_END_DECLS
