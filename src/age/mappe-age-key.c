/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-age-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Keys as text: Bech32 (BIP 173) of 32 bytes after a word that says what they are. */

#define RECIPIENT "age"
#define IDENTITY "age-secret-key-"
#define CHECK_DIGITS 6
#define DATA_DIGITS 52  /* of 5 bits, for 32 bytes */
#define LONGEST_WORD (sizeof IDENTITY - 1)

static const char digits[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

static guint32
checksum_add (guint32 sum, guint8 digit)
{
  static const guint32 generators[] = { 0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3 };
  const guint32 top = sum >> 25;

  sum = ((sum & 0x1ffffff) << 5) ^ digit;
  for (guint i = 0; i < G_N_ELEMENTS (generators); i++)
    if ((top >> i) & 1)
      sum ^= generators[i];
  return sum;
}

static guint32
checksum (const char *word, const guint8 *values, gsize n)
{
  guint32 sum = 1;

  for (const char *c = word; *c != '\0'; c++)
    sum = checksum_add (sum, (guint8) *c >> 5);
  sum = checksum_add (sum, 0);
  for (const char *c = word; *c != '\0'; c++)
    sum = checksum_add (sum, (guint8) *c & 31);
  for (gsize i = 0; i < n; i++)
    sum = checksum_add (sum, values[i]);
  return sum;
}

static void
to_digits (guint8 *values, const guint8 *key)
{
  guint32 held = 0;
  guint bits = 0;
  gsize n = 0;

  for (guint i = 0; i < MAPPE_AGE_KEY_BYTES; i++)
    {
      held = held << 8 | key[i];
      for (bits += 8; bits >= 5; bits -= 5)
        values[n++] = held >> (bits - 5) & 31;
    }
  values[n] = (guint8) (held << (5 - bits) & 31);
}

/* Returns: %FALSE when bits are left over that should be zero */
static gboolean
from_digits (guint8 *key, const guint8 *values)
{
  guint32 held = 0;
  guint bits = 0;
  gsize n = 0;

  for (guint i = 0; i < DATA_DIGITS; i++)
    {
      held = held << 5 | values[i];
      bits += 5;
      if (bits >= 8)
        {
          bits -= 8;
          key[n++] = (guint8) (held >> bits);
        }
    }
  return (held & ((1U << bits) - 1)) == 0;
}

/* Returns: (transfer full): @key as text */
static char *
write_key (const char *word, const guint8 *key)
{
  guint8 values[DATA_DIGITS + CHECK_DIGITS] = { 0 };
  GString *text = g_string_new (word);
  guint32 sum;

  to_digits (values, key);
  sum = checksum (word, values, G_N_ELEMENTS (values)) ^ 1;
  for (guint i = 0; i < CHECK_DIGITS; i++)
    values[DATA_DIGITS + i] = sum >> 5 * (CHECK_DIGITS - 1 - i) & 31;
  g_string_append_c (text, '1');
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_string_append_c (text, digits[values[i]]);
  sodium_memzero (values, sizeof values);
  return g_string_free (text, FALSE);
}

/* Upper or lower case, never both. */
static gboolean
read_key (const char *word, const char *text, guint8 *key)
{
  guint8 values[DATA_DIGITS + CHECK_DIGITS];
  const gsize length = strlen (text), start = strlen (word) + 1;
  char lower[LONGEST_WORD + 1 + DATA_DIGITS + CHECK_DIGITS + 1];
  gboolean large = FALSE, small = FALSE;

  if (length != start + G_N_ELEMENTS (values))
    return FALSE;
  for (gsize i = 0; i <= length; i++)
    {
      large |= g_ascii_isupper (text[i]);
      small |= g_ascii_islower (text[i]);
      lower[i] = g_ascii_tolower (text[i]);
    }
  if ((large && small) || strncmp (lower, word, start - 1) != 0 || lower[start - 1] != '1')
    return FALSE;
  for (gsize i = start; i < length; i++)
    {
      const char *at = strchr (digits, lower[i]);

      if (at == NULL)
        return FALSE;
      values[i - start] = (guint8) (at - digits);
    }
  sodium_memzero (lower, sizeof lower);
  return checksum (word, values, G_N_ELEMENTS (values)) == 1 && from_digits (key, values);
}

gboolean
mappe_age_read_recipient (const char *text, guint8 *key)
{
  return read_key (RECIPIENT, text, key);
}

gboolean
mappe_age_read_identity (const char *text, guint8 *key)
{
  return read_key (IDENTITY, text, key);
}

/** mappe_age_identity_new: Returns: (transfer full): a new secret key, "AGE-SECRET-KEY-1…"; sodium_memzero() it */
char *
mappe_age_identity_new (void)
{
  guint8 key[MAPPE_AGE_KEY_BYTES];
  char *text;

  g_return_val_if_fail (mappe_age_begin (NULL), NULL);
  randombytes_buf (key, sizeof key);
  text = write_key (IDENTITY, key);
  sodium_memzero (key, sizeof key);
  for (char *c = text; *c != '\0'; c++)
    *c = g_ascii_toupper (*c);
  return text;
}

/**
 * mappe_age_identity_recipient:
 * @identity: a secret key
 * @error: return location for %MAPPE_AGE_ERROR_KEY
 *
 * Returns: (transfer full) (nullable): the public key that belongs to it, "age1…"
 */
char *
mappe_age_identity_recipient (const char *identity, GError **error)
{
  guint8 secret[MAPPE_AGE_KEY_BYTES], public[MAPPE_AGE_KEY_BYTES];
  const gboolean is_key = mappe_age_begin (error) && mappe_age_read_identity (identity, secret);

  if (!is_key)
    {
      if (error == NULL || *error == NULL)
        mappe_age_fail (error, MAPPE_AGE_ERROR_KEY, _("this is not a secret key"));
      return NULL;
    }
  crypto_scalarmult_base (public, secret);
  sodium_memzero (secret, sizeof secret);
  return write_key (RECIPIENT, public);
}

/** mappe_age_is_recipient: Returns: whether @text is a public key, whole and without a slip of the pen */
gboolean
mappe_age_is_recipient (const char *text)
{
  guint8 key[MAPPE_AGE_KEY_BYTES];

  return mappe_age_read_recipient (text, key);
}
