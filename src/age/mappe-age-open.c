/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-age-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADER_MOST (64 * 1024)
#define LOG_WORK_MOST 20  /* a GiB; more is an attack */
#define BODY_COLUMNS 64   /* a line of this length is followed by another */

typedef enum {
  IN_HEADER,
  IN_NONCE,
  IN_PAYLOAD,
} State;

struct _MappeAgeOpener {
  char          *passphrase;  /* or */
  guint8         identity[MAPPE_AGE_KEY_BYTES];
  guint8         recipient[MAPPE_AGE_KEY_BYTES];
  State          state;
  GString       *header;
  guint8         file_key[MAPPE_AGE_FILE_KEY_BYTES];
  gboolean       has_key;
  guint          stanzas;
  guint8         nonce[MAPPE_AGE_SALT_BYTES];
  gsize          nonce_filled;
  MappeAgeStream stream;
};

/** mappe_age_is_sealed: Returns: whether a file that begins with @bytes is one of this format; 22 bytes tell */
gboolean
mappe_age_is_sealed (const void *bytes, gsize length)
{
  const gsize intro = sizeof MAPPE_AGE_INTRO - 1;

  return length >= intro && memcmp (bytes, MAPPE_AGE_INTRO, intro) == 0;
}

static MappeAgeOpener *
begin (GError **error)
{
  MappeAgeOpener *self;

  if (!mappe_age_begin (error))
    return NULL;
  self = g_new0 (MappeAgeOpener, 1);
  self->header = g_string_new (NULL);
  return self;
}

/**
 * mappe_age_opener_new:
 * @identity: a secret key
 * @error: return location for %MAPPE_AGE_ERROR_KEY
 *
 * Returns: (transfer full) (nullable): what opens files for it
 */
MappeAgeOpener *
mappe_age_opener_new (const char *identity, GError **error)
{
  g_autoptr (MappeAgeOpener) self = begin (error);

  if (self == NULL)
    return NULL;
  if (!mappe_age_read_identity (identity, self->identity))
    {
      mappe_age_fail (error, MAPPE_AGE_ERROR_KEY, _("this is not a secret key"));
      return NULL;
    }
  crypto_scalarmult_base (self->recipient, self->identity);
  return g_steal_pointer (&self);
}

/** mappe_age_opener_new_passphrase: Returns: (transfer full) (nullable): what opens files under @passphrase */
MappeAgeOpener *
mappe_age_opener_new_passphrase (const char *passphrase, GError **error)
{
  MappeAgeOpener *self = begin (error);

  if (self != NULL)
    self->passphrase = g_strdup (passphrase);
  return self;
}

/** mappe_age_opener_free: @self: (transfer full) (nullable): its keys are wiped */
void
mappe_age_opener_free (MappeAgeOpener *self)
{
  if (self == NULL)
    return;
  if (self->passphrase != NULL)
    sodium_memzero (self->passphrase, strlen (self->passphrase));
  g_free (self->passphrase);
  g_string_free (self->header, TRUE);
  sodium_memzero (self, sizeof *self);
  g_free (self);
}

/* --- header --- */

static gboolean
damaged (GError **error)
{
  return mappe_age_fail (error, MAPPE_AGE_ERROR_FORMAT, _("the sealed file is damaged or incomplete"));
}

/* Exactly @n bytes, in the one way of writing them. */
static gboolean
read_base64 (const char *text, gsize length, guint8 *bytes, gsize n)
{
  const char *end = NULL;
  gsize read = 0;

  return sodium_base642bin (bytes, n, text, length, NULL, &read, &end, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) == 0
         && read == n && end == text + length;
}

static gboolean
try_shared (MappeAgeOpener *self, char **words, const char *body, GError **error)
{
  guint8 share[MAPPE_AGE_KEY_BYTES], wrapped[MAPPE_AGE_WRAPPED_BYTES], wrap[MAPPE_AGE_KEY_BYTES];

  if (g_strv_length (words) != 2 || !read_base64 (words[1], strlen (words[1]), share, sizeof share)
      || !read_base64 (body, strlen (body), wrapped, sizeof wrapped))
    return damaged (error);
  if (self->passphrase != NULL || self->has_key)
    return TRUE;
  if (!mappe_age_wrap_shared (wrap, self->identity, share, share, self->recipient))
    return damaged (error);
  self->has_key = mappe_age_unwrap (self->file_key, wrapped, wrap);
  sodium_memzero (wrap, sizeof wrap);
  return TRUE;
}

static gboolean
read_work (const char *text, guint *work)
{
  guint64 value;

  if (*text == '0' || !g_ascii_string_to_unsigned (text, 10, 1, 63, &value, NULL))
    return FALSE;
  *work = (guint) value;
  return TRUE;
}

static gboolean
try_passphrase (MappeAgeOpener *self, char **words, const char *body, GError **error)
{
  guint8 salt[MAPPE_AGE_SALT_BYTES], wrapped[MAPPE_AGE_WRAPPED_BYTES], wrap[MAPPE_AGE_KEY_BYTES];
  guint work;

  if (g_strv_length (words) != 3 || !read_base64 (words[1], strlen (words[1]), salt, sizeof salt)
      || !read_work (words[2], &work) || !read_base64 (body, strlen (body), wrapped, sizeof wrapped))
    return damaged (error);
  if (self->passphrase == NULL)
    return TRUE;
  if (work > LOG_WORK_MOST || !mappe_age_wrap_passphrase (wrap, self->passphrase, salt, work))
    return mappe_age_fail (error, MAPPE_AGE_ERROR_LIMIT, _("the sealed file asks for more work than is reasonable"));
  self->has_key = mappe_age_unwrap (self->file_key, wrapped, wrap);
  sodium_memzero (wrap, sizeof wrap);
  return TRUE;
}

/* @line: "-> TYPE ARGUMENT…", without the end of the line */
static gboolean
take_stanza (MappeAgeOpener *self, const char *line, const char *body, GError **error)
{
  g_auto (GStrv) words = g_strsplit (line + 3, " ", -1);

  if (++self->stanzas > MAPPE_AGE_RECIPIENTS_MOST)
    return mappe_age_fail (error, MAPPE_AGE_ERROR_LIMIT, _("the sealed file names too many recipients"));
  if (words[0] == NULL || *words[0] == '\0')
    return damaged (error);
  if (g_str_equal (words[0], "X25519"))
    return try_shared (self, words, body, error);
  if (g_str_equal (words[0], "scrypt"))
    return try_passphrase (self, words, body, error);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the line at @at, which goes on to the next; %NULL at the end */
static char *
next_line (const char **at)
{
  const char *end = strchr (*at, '\n');
  char *line = end != NULL ? g_strndup (*at, (gsize) (end - *at)) : NULL;

  if (end != NULL)
    *at = end + 1;
  return line;
}

/* Lines of 64 columns, and one that is shorter, even empty, at the end. */
static char *
next_body (const char **at)
{
  GString *body = g_string_new (NULL);

  while (TRUE)
    {
      g_autofree char *line = next_line (at);

      if (line == NULL || strlen (line) > BODY_COLUMNS)
        {
          g_string_free (body, TRUE);
          return NULL;
        }
      g_string_append (body, line);
      if (strlen (line) < BODY_COLUMNS)
        return g_string_free (body, FALSE);
    }
}

/* A passphrase must stand alone, or whoever knows a key could forge for it. */
static gboolean
check_alone (MappeAgeOpener *self, GError **error)
{
  const gboolean phrase = strstr (self->header->str, "\n-> scrypt ") != NULL;

  return !phrase || self->stanzas == 1 || damaged (error);
}

static gboolean
check_mac (MappeAgeOpener *self, const char *line, gsize length, GError **error)
{
  guint8 given[32], mac[32];

  if (!read_base64 (line + 4, strlen (line + 4), given, sizeof given))
    return damaged (error);
  if (!self->has_key)
    return mappe_age_fail (error, MAPPE_AGE_ERROR_SECRET,
                           self->passphrase != NULL ? _("the passphrase is not the right one")
                                                    : _("the sealed file is not for this key"));
  mappe_age_mac (mac, self->file_key, self->header->str, length + 3);
  return sodium_memcmp (given, mac, sizeof mac) == 0 || damaged (error);
}

static gboolean
read_header (MappeAgeOpener *self, GError **error)
{
  const char *at = self->header->str + sizeof MAPPE_AGE_INTRO - 1;

  while (TRUE)
    {
      const gsize place = (gsize) (at - self->header->str);
      g_autofree char *line = next_line (&at);
      g_autofree char *body = NULL;

      if (line != NULL && g_str_has_prefix (line, "--- "))
        return check_alone (self, error) && check_mac (self, line, place, error);
      body = line != NULL && g_str_has_prefix (line, "-> ") ? next_body (&at) : NULL;
      if (body == NULL)
        return damaged (error);
      if (!take_stanza (self, line, body, error))
        return FALSE;
    }
}

static gboolean
begins_badly (MappeAgeOpener *self)
{
  const gsize n = MIN (self->header->len, sizeof MAPPE_AGE_INTRO - 1);

  return memcmp (self->header->str, MAPPE_AGE_INTRO, n) != 0;
}

/* libsodium takes 0xAF for "/". */
static gboolean
may_be_in_header (guint8 byte)
{
  return byte == '\n' || g_ascii_isprint ((char) byte);
}

/* Byte by byte, up to the end of the line that begins with "--- ". */
static gboolean
take_header (MappeAgeOpener *self, const guint8 **at, const guint8 *end, GError **error)
{
  while (*at < end)
    {
      const char *last_line;

      if (!may_be_in_header (**at) || self->header->len >= HEADER_MOST)
        return damaged (error);
      g_string_append_c (self->header, (char) *(*at)++);
      if (self->header->str[self->header->len - 1] != '\n')
        continue;
      if (begins_badly (self))
        return mappe_age_fail (error, MAPPE_AGE_ERROR_FORMAT, _("this is not a sealed file"));
      self->header->str[self->header->len - 1] = '\0';
      last_line = strrchr (self->header->str, '\n');
      self->header->str[self->header->len - 1] = '\n';
      if (last_line != NULL && g_str_has_prefix (last_line + 1, "--- "))
        {
          self->state = IN_NONCE;
          return read_header (self, error);
        }
    }
  return TRUE;
}

/* --- payload --- */

static void
take_nonce (MappeAgeOpener *self, const guint8 **at, const guint8 *end)
{
  const gsize n = MIN ((gsize) (end - *at), sizeof self->nonce - self->nonce_filled);

  memcpy (self->nonce + self->nonce_filled, *at, n);
  self->nonce_filled += n;
  *at += n;
  if (self->nonce_filled < sizeof self->nonce)
    return;
  mappe_age_stream_init (&self->stream, self->file_key, self->nonce);
  self->state = IN_PAYLOAD;
}

/* A chunk is opened when something comes after it, or at the end: only then it is known whether it is the last. */
static gboolean
take_payload (MappeAgeOpener *self, const guint8 **at, const guint8 *end, GByteArray *out, GError **error)
{
  while (*at < end)
    {
      const gsize n = MIN ((gsize) (end - *at), MAPPE_AGE_SEALED_CHUNK - self->stream.filled);

      if (n == 0 && !mappe_age_stream_open (&self->stream, FALSE, out))
        return damaged (error);
      memcpy (self->stream.held + self->stream.filled, *at, n);
      self->stream.filled += n;
      *at += n;
    }
  return TRUE;
}

/**
 * mappe_age_opener_feed:
 * @bytes: the next of the sealed file
 * @out: what of it could be opened is appended; every byte of it is as it was sealed
 * @error: return location for a #MappeAgeError
 *
 * Returns: whether it goes on
 */
gboolean
mappe_age_opener_feed (MappeAgeOpener *self, const void *bytes, gsize length, GByteArray *out, GError **error)
{
  const guint8 *at = bytes, *end = at + length;

  if (self->state == IN_HEADER && !take_header (self, &at, end, error))
    return FALSE;
  if (self->state == IN_NONCE)
    take_nonce (self, &at, end);
  return self->state != IN_PAYLOAD || take_payload (self, &at, end, out, error);
}

/** mappe_age_opener_end: Appends the rest. Returns: whether the file is whole */
gboolean
mappe_age_opener_end (MappeAgeOpener *self, GByteArray *out, GError **error)
{
  return (self->state == IN_PAYLOAD && mappe_age_stream_open (&self->stream, TRUE, out)) || damaged (error);
}
