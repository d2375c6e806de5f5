/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-age-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOG_WORK 18       /* as the program age has it: 256 MiB and about a second */
#define STANZAS_STEP 8    /* the number of recipients shows in steps only */

struct _MappeAgeSealer {
  GString       *header;    /* until it was written */
  guint8         file_key[MAPPE_AGE_FILE_KEY_BYTES];
  MappeAgeStream stream;
};

static void
append_base64 (GString *out, const guint8 *bytes, gsize length)
{
  char text[2 * MAPPE_AGE_KEY_BYTES];

  sodium_bin2base64 (text, sizeof text, bytes, length, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  g_string_append (out, text);
}

/* The file key for whoever has @wrap. */
static void
append_wrapped (MappeAgeSealer *self, guint8 *wrap)
{
  guint8 wrapped[MAPPE_AGE_WRAPPED_BYTES];

  mappe_age_wrap (wrapped, self->file_key, wrap);
  sodium_memzero (wrap, MAPPE_AGE_KEY_BYTES);
  g_string_append_c (self->header, '\n');
  append_base64 (self->header, wrapped, sizeof wrapped);
  g_string_append_c (self->header, '\n');
}

static gboolean
append_recipient (MappeAgeSealer *self, const guint8 *recipient)
{
  guint8 scalar[MAPPE_AGE_KEY_BYTES], share[MAPPE_AGE_KEY_BYTES], wrap[MAPPE_AGE_KEY_BYTES];
  gboolean shared;

  randombytes_buf (scalar, sizeof scalar);
  crypto_scalarmult_base (share, scalar);
  shared = mappe_age_wrap_shared (wrap, scalar, recipient, share, recipient);
  sodium_memzero (scalar, sizeof scalar);
  if (!shared)
    return FALSE;
  g_string_append (self->header, "-> X25519 ");
  append_base64 (self->header, share, sizeof share);
  append_wrapped (self, wrap);
  return TRUE;
}

/* For nobody: the public key of a secret that is forgotten at once. */
static void
append_nobody (MappeAgeSealer *self)
{
  guint8 secret[MAPPE_AGE_KEY_BYTES], public[MAPPE_AGE_KEY_BYTES];

  randombytes_buf (secret, sizeof secret);
  crypto_scalarmult_base (public, secret);
  sodium_memzero (secret, sizeof secret);
  append_recipient (self, public);
}

static MappeAgeSealer *
begin (GError **error)
{
  MappeAgeSealer *self;

  if (!mappe_age_begin (error))
    return NULL;
  self = g_new0 (MappeAgeSealer, 1);
  self->header = g_string_new (MAPPE_AGE_INTRO);
  randombytes_buf (self->file_key, sizeof self->file_key);
  return self;
}

/* Ends the header; the payload begins with a nonce of its own. */
static void
end_header (MappeAgeSealer *self)
{
  guint8 mac[32], nonce[MAPPE_AGE_SALT_BYTES];

  g_string_append (self->header, "---");
  mappe_age_mac (mac, self->file_key, self->header->str, self->header->len);
  g_string_append_c (self->header, ' ');
  append_base64 (self->header, mac, sizeof mac);
  g_string_append_c (self->header, '\n');
  randombytes_buf (nonce, sizeof nonce);
  g_string_append_len (self->header, (const char *) nonce, sizeof nonce);
  mappe_age_stream_init (&self->stream, self->file_key, nonce);
}

/**
 * mappe_age_sealer_new:
 * @recipients: (array zero-terminated=1): public keys, one at least; the header does not tell which, and their number
 *   in steps of eight only
 * @error: return location for %MAPPE_AGE_ERROR_KEY or %MAPPE_AGE_ERROR_LIMIT
 *
 * Returns: (transfer full) (nullable): what seals for all of them
 */
MappeAgeSealer *
mappe_age_sealer_new (const char *const *recipients, GError **error)
{
  g_autoptr (MappeAgeSealer) self = begin (error);
  guint n = g_strv_length ((char **) recipients);

  if (self == NULL)
    return NULL;
  if (n == 0 || n > MAPPE_AGE_RECIPIENTS_MOST)
    {
      mappe_age_fail (error, MAPPE_AGE_ERROR_LIMIT, _("too many or no recipients"));
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    {
      guint8 key[MAPPE_AGE_KEY_BYTES];

      if (!mappe_age_read_recipient (recipients[i], key) || !append_recipient (self, key))
        {
          g_set_error (error, MAPPE_AGE_ERROR, MAPPE_AGE_ERROR_KEY, _("“%s” is not a public key"), recipients[i]);
          return NULL;
        }
    }
  for (; n % STANZAS_STEP != 0; n++)
    append_nobody (self);
  end_header (self);
  return g_steal_pointer (&self);
}

/**
 * mappe_age_sealer_new_passphrase:
 * @passphrase: what opens it again
 * @error: return location for %MAPPE_AGE_ERROR_LIMIT
 *
 * Takes about a second and 256 MiB, so that guessing does too.
 *
 * Returns: (transfer full) (nullable): what seals under it
 */
MappeAgeSealer *
mappe_age_sealer_new_passphrase (const char *passphrase, GError **error)
{
  g_autoptr (MappeAgeSealer) self = begin (error);
  guint8 salt[MAPPE_AGE_SALT_BYTES], wrap[MAPPE_AGE_KEY_BYTES];

  if (self == NULL)
    return NULL;
  randombytes_buf (salt, sizeof salt);
  if (!mappe_age_wrap_passphrase (wrap, passphrase, salt, LOG_WORK))
    {
      mappe_age_fail (error, MAPPE_AGE_ERROR_LIMIT, _("there is not enough memory for the passphrase"));
      return NULL;
    }
  g_string_append (self->header, "-> scrypt ");
  append_base64 (self->header, salt, sizeof salt);
  g_string_append_printf (self->header, " %d", LOG_WORK);
  append_wrapped (self, wrap);
  end_header (self);
  return g_steal_pointer (&self);
}

/** mappe_age_sealer_free: @self: (transfer full) (nullable): its keys are wiped */
void
mappe_age_sealer_free (MappeAgeSealer *self)
{
  if (self == NULL)
    return;
  g_string_free (self->header, TRUE);
  sodium_memzero (self, sizeof *self);
  g_free (self);
}

static void
put_header (MappeAgeSealer *self, GByteArray *out)
{
  g_byte_array_append (out, (const guint8 *) self->header->str, (guint) self->header->len);
  g_string_truncate (self->header, 0);
}

/** mappe_age_sealer_feed: Appends to @out what of the sealed file is ready once @bytes are in it. */
void
mappe_age_sealer_feed (MappeAgeSealer *self, const void *bytes, gsize length, GByteArray *out)
{
  const guint8 *at = bytes;

  put_header (self, out);
  while (length > 0)
    {
      const gsize n = MIN (length, MAPPE_AGE_CHUNK - self->stream.filled);

      if (n == 0)
        {
          mappe_age_stream_seal (&self->stream, FALSE, out);
          continue;
        }
      memcpy (self->stream.held + self->stream.filled, at, n);
      self->stream.filled += n;
      at += n;
      length -= n;
    }
}

/** mappe_age_sealer_end: Appends the rest; without it the file counts as cut off. */
void
mappe_age_sealer_end (MappeAgeSealer *self, GByteArray *out)
{
  put_header (self, out);
  mappe_age_stream_seal (&self->stream, TRUE, out);
}
