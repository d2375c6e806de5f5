/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sealed files in the format age v1 (https://github.com/C2SP/C2SP/blob/main/age.md), which other programs open too:
 * under a passphrase (scrypt), or for recipients (X25519). Bytes are given piece by piece, so memory stays constant. */

/**
 * MappeAgeError:
 * @MAPPE_AGE_ERROR_FORMAT: not a sealed file, damaged, or cut off
 * @MAPPE_AGE_ERROR_SECRET: the passphrase is wrong, or the file is not for this key
 * @MAPPE_AGE_ERROR_LIMIT: it asks for more work than we do
 * @MAPPE_AGE_ERROR_KEY: a text that is not a key
 */
typedef enum {
  MAPPE_AGE_ERROR_FORMAT,
  MAPPE_AGE_ERROR_SECRET,
  MAPPE_AGE_ERROR_LIMIT,
  MAPPE_AGE_ERROR_KEY,
} MappeAgeError;

#define MAPPE_AGE_ERROR (mappe_age_error_quark ())
GQuark mappe_age_error_quark (void);

/* A header names so many recipients at most: each costs who opens it a try (CVE-2026-85783). */
#define MAPPE_AGE_RECIPIENTS_MOST 256

/* --- keys --- */

char    *mappe_age_identity_new       (void);
char    *mappe_age_identity_recipient (const char *identity, GError **error);
gboolean mappe_age_is_recipient       (const char *text);

/* --- sealing --- */

typedef struct _MappeAgeSealer MappeAgeSealer;

MappeAgeSealer *mappe_age_sealer_new            (const char *const *recipients, GError **error);
MappeAgeSealer *mappe_age_sealer_new_passphrase (const char *passphrase, GError **error);
void            mappe_age_sealer_free           (MappeAgeSealer *self);
void            mappe_age_sealer_feed           (MappeAgeSealer *self, const void *bytes, gsize length,
                                                 GByteArray *out);
void            mappe_age_sealer_end            (MappeAgeSealer *self, GByteArray *out);

/* --- opening --- */

typedef struct _MappeAgeOpener MappeAgeOpener;

gboolean        mappe_age_is_sealed             (const void *bytes, gsize length);
MappeAgeOpener *mappe_age_opener_new            (const char *identity, GError **error);
MappeAgeOpener *mappe_age_opener_new_passphrase (const char *passphrase, GError **error);
void            mappe_age_opener_free           (MappeAgeOpener *self);
gboolean        mappe_age_opener_feed           (MappeAgeOpener *self, const void *bytes, gsize length,
                                                 GByteArray *out, GError **error);
gboolean        mappe_age_opener_end            (MappeAgeOpener *self, GByteArray *out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeAgeSealer, mappe_age_sealer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeAgeOpener, mappe_age_opener_free)

G_END_DECLS
