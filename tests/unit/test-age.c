/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "mappe-age.h"

/* Sealed files, against themselves and against the program "age" where it is installed. */

static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 131072, 200000 };

static GBytes *
text_of (gsize length)
{
  guint8 *bytes = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) (i * 7 + i / 256);
  return g_bytes_new_take (bytes, length);
}

/* In pieces of odd sizes, so that no border of a piece is one of a chunk. @sealer: (transfer full) */
static GByteArray *
seal (MappeAgeSealer *sealer, GBytes *plain)
{
  GByteArray *out = g_byte_array_new ();
  gsize length;
  const guint8 *at = g_bytes_get_data (plain, &length);

  g_assert_nonnull (sealer);
  for (gsize done = 0, n; done < length; done += n)
    {
      n = MIN (length - done, 10007);
      mappe_age_sealer_feed (sealer, at + done, n, out);
    }
  mappe_age_sealer_end (sealer, out);
  mappe_age_sealer_free (sealer);
  return out;
}

/* @opener: (transfer full) */
static GBytes *
open_sealed (MappeAgeOpener *opener, const guint8 *bytes, gsize length, GError **error)
{
  g_autoptr (MappeAgeOpener) self = opener;
  GByteArray *out = g_byte_array_new ();
  gboolean good = TRUE;

  g_assert_nonnull (self);
  for (gsize done = 0, n; good && done < length; done += n)
    {
      n = MIN (length - done, 4099);
      good = mappe_age_opener_feed (self, bytes + done, n, out, error);
    }
  if (good && mappe_age_opener_end (self, out, error))
    return g_byte_array_free_to_bytes (out);
  g_byte_array_unref (out);
  return NULL;
}

static void
assert_refused (MappeAgeOpener *opener, const guint8 *bytes, gsize length, MappeAgeError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = open_sealed (opener, bytes, length, &error);

  g_assert_null (plain);
  g_assert_error (error, MAPPE_AGE_ERROR, (int) code);
}

static void
recipients_open_what_is_sealed_for_them (void)
{
  g_autofree char *one = mappe_age_identity_new (), *two = mappe_age_identity_new ();
  g_autofree char *to_one = mappe_age_identity_recipient (one, NULL);
  g_autofree char *to_two = mappe_age_identity_recipient (two, NULL);
  g_autofree char *stranger = mappe_age_identity_new ();
  const char *const both[] = { to_one, to_two, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) plain = text_of (sizes[i]);
      g_autoptr (GByteArray) sealed = seal (mappe_age_sealer_new (both, NULL), plain);
      g_autoptr (GBytes) first = open_sealed (mappe_age_opener_new (one, NULL), sealed->data, sealed->len, NULL);
      g_autoptr (GBytes) second = open_sealed (mappe_age_opener_new (two, NULL), sealed->data, sealed->len, NULL);

      g_assert_true (mappe_age_is_sealed (sealed->data, sealed->len));
      g_assert_true (g_bytes_equal (plain, first) && g_bytes_equal (plain, second));
      assert_refused (mappe_age_opener_new (stranger, NULL), sealed->data, sealed->len, MAPPE_AGE_ERROR_SECRET);
      assert_refused (mappe_age_opener_new_passphrase ("Sesam", NULL), sealed->data, sealed->len,
                      MAPPE_AGE_ERROR_SECRET);
    }
}

static guint
count (const GByteArray *sealed, const char *word)
{
  g_autofree char *head = g_strndup ((const char *) sealed->data, sealed->len);
  guint n = 0;

  for (const char *at = strstr (head, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

static void
the_number_of_recipients_does_not_show (void)
{
  g_autofree char *identity = mappe_age_identity_new ();
  g_autofree char *to = mappe_age_identity_recipient (identity, NULL);
  g_autoptr (GBytes) plain = text_of (10);
  const char *const one[] = { to, NULL };
  const char *const nine[] = { to, to, to, to, to, to, to, to, to, NULL };
  g_autoptr (GByteArray) for_one = seal (mappe_age_sealer_new (one, NULL), plain);
  g_autoptr (GByteArray) for_nine = seal (mappe_age_sealer_new (nine, NULL), plain);

  g_assert_cmpuint (count (for_one, "-> X25519 "), ==, 8);
  g_assert_cmpuint (count (for_nine, "-> X25519 "), ==, 16);
}

static void
a_passphrase_opens_and_a_wrong_one_does_not (void)
{
  g_autoptr (GBytes) plain = text_of (70000);
  g_autoptr (GByteArray) sealed = seal (mappe_age_sealer_new_passphrase ("Straße 7 im Mai", NULL), plain);
  g_autoptr (GBytes) opened = open_sealed (mappe_age_opener_new_passphrase ("Straße 7 im Mai", NULL), sealed->data,
                                           sealed->len, NULL);

  g_assert_true (g_bytes_equal (plain, opened));
  assert_refused (mappe_age_opener_new_passphrase ("Strasse 7 im Mai", NULL), sealed->data, sealed->len,
                  MAPPE_AGE_ERROR_SECRET);
}

/* Any bit of it: nothing that was not sealed comes out, and the file as a whole is refused. */
static void
every_flipped_bit_is_noticed (void)
{
  g_autofree char *identity = mappe_age_identity_new ();
  g_autofree char *to = mappe_age_identity_recipient (identity, NULL);
  g_autoptr (GBytes) plain = text_of (300);
  const char *const one[] = { to, NULL };
  g_autoptr (GByteArray) sealed = seal (mappe_age_sealer_new (one, NULL), plain);

  for (guint i = 0; i < sealed->len * 8; i++)
    {
      g_autoptr (GBytes) opened = NULL;

      sealed->data[i / 8] ^= (guint8) (1 << i % 8);
      opened = open_sealed (mappe_age_opener_new (identity, NULL), sealed->data, sealed->len, NULL);
      g_assert_null (opened);
      sealed->data[i / 8] ^= (guint8) (1 << i % 8);
    }
}

static void
what_is_cut_off_or_added_is_noticed (void)
{
  g_autofree char *identity = mappe_age_identity_new ();
  g_autofree char *to = mappe_age_identity_recipient (identity, NULL);
  g_autoptr (GBytes) plain = text_of (2 * 65536);
  const char *const one[] = { to, NULL };
  g_autoptr (GByteArray) sealed = seal (mappe_age_sealer_new (one, NULL), plain);
  const guint head = sealed->len - 2 * (65536 + 16);
  const guint cuts[] = { 0, 10, head - 20, head - 16, head - 1, head, head + 100, head + 65536 + 16, sealed->len - 1 };
  const guint8 extra = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    assert_refused (mappe_age_opener_new (identity, NULL), sealed->data, cuts[i], MAPPE_AGE_ERROR_FORMAT);
  g_byte_array_append (sealed, &extra, 1);
  assert_refused (mappe_age_opener_new (identity, NULL), sealed->data, sealed->len, MAPPE_AGE_ERROR_FORMAT);
}

static void
assert_header_refused (const char *header, MappeAgeError code)
{
  assert_refused (mappe_age_opener_new_passphrase ("x", NULL), (const guint8 *) header, strlen (header), code);
}

static void
headers_of_strangers_are_refused (void)
{
  const char *mac = "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
  const char *body = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
  const char *salt = "AAAAAAAAAAAAAAAAAAAAAA";
  g_autofree char *work = g_strdup_printf ("age-encryption.org/v1\n-> scrypt %s 30\n%s%s", salt, body, mac);
  g_autofree char *two = g_strdup_printf ("age-encryption.org/v1\n-> scrypt %s 1\n%s-> scrypt %s 1\n%s%s", salt, body,
                                          salt, body, mac);
  g_autofree char *zero = g_strdup_printf ("age-encryption.org/v1\n-> scrypt %s 01\n%s%s", salt, body, mac);
  g_autoptr (GString) many = g_string_new ("age-encryption.org/v1\n");
  g_autoptr (GString) long_one = g_string_new ("age-encryption.org/v1\n-> x ");

  for (guint i = 0; i < 300; i++)
    g_string_append (many, "-> x y\nAAAA\n");
  g_string_append (many, mac);
  for (guint i = 0; i < 70000; i++)
    g_string_append_c (long_one, 'x');
  assert_header_refused ("<?xml version=\"1.0\"?>\n", MAPPE_AGE_ERROR_FORMAT);
  assert_header_refused ("age-encryption.org/v2\n", MAPPE_AGE_ERROR_FORMAT);
  assert_header_refused ("age-encryption.org/v1\nhello\n--- x\n", MAPPE_AGE_ERROR_FORMAT);
  assert_header_refused (work, MAPPE_AGE_ERROR_LIMIT);
  assert_header_refused (two, MAPPE_AGE_ERROR_FORMAT);
  assert_header_refused (zero, MAPPE_AGE_ERROR_FORMAT);
  assert_header_refused (many->str, MAPPE_AGE_ERROR_LIMIT);
  assert_header_refused (long_one->str, MAPPE_AGE_ERROR_FORMAT);
}

static void
keys_with_a_slip_are_no_keys (void)
{
  g_autofree char *identity = mappe_age_identity_new ();
  g_autofree char *to = mappe_age_identity_recipient (identity, NULL);
  const char *const wrong[] = { "age1", NULL };

  g_assert_true (mappe_age_is_recipient (to));
  g_assert_false (mappe_age_is_recipient (identity));
  for (char *c = to; *c != '\0'; c++)
    {
      const char kept = *c;

      *c = kept == 'q' ? 'p' : 'q';
      g_assert_false (mappe_age_is_recipient (to));
      *c = kept;
    }
  g_assert_null (mappe_age_sealer_new (wrong, NULL));
  g_assert_null (mappe_age_opener_new ("AGE-SECRET-KEY-1", NULL));
}

/* --- the program "age" --- */

static GBytes *
run (const char *const *arguments, GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDIN_PIPE
                                                                      | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  GBytes *output = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, input, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static void
the_program_age_understands_it_both_ways (void)
{
  g_autofree char *program = g_find_program_in_path ("age");
  g_autofree char *identity = mappe_age_identity_new ();
  g_autofree char *to = mappe_age_identity_recipient (identity, NULL);
  g_autofree char *folder = g_dir_make_tmp ("mappe-age-XXXXXX", NULL);
  g_autofree char *key = g_build_filename (folder, "key", NULL);
  const char *const one[] = { to, NULL };

  if (program == NULL)
    {
      g_test_skip ("the program age is not installed");
      return;
    }
  g_assert_true (g_file_set_contents (key, identity, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const char *const opens[] = { program, "-d", "-i", key, NULL };
      const char *const seals[] = { program, "-r", to, NULL };
      g_autoptr (GBytes) plain = text_of (sizes[i]);
      g_autoptr (GBytes) ours = g_byte_array_free_to_bytes (seal (mappe_age_sealer_new (one, NULL), plain));
      g_autoptr (GBytes) read = run (opens, ours);
      g_autoptr (GBytes) theirs = run (seals, plain);
      g_autoptr (GBytes) opened = open_sealed (mappe_age_opener_new (identity, NULL),
                                               g_bytes_get_data (theirs, NULL), g_bytes_get_size (theirs), NULL);

      g_assert_true (g_bytes_equal (plain, read));
      g_assert_true (g_bytes_equal (plain, opened));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/age/recipients", recipients_open_what_is_sealed_for_them);
  g_test_add_func ("/age/number", the_number_of_recipients_does_not_show);
  g_test_add_func ("/age/passphrase", a_passphrase_opens_and_a_wrong_one_does_not);
  g_test_add_func ("/age/bits", every_flipped_bit_is_noticed);
  g_test_add_func ("/age/ends", what_is_cut_off_or_added_is_noticed);
  g_test_add_func ("/age/headers", headers_of_strangers_are_refused);
  g_test_add_func ("/age/keys", keys_with_a_slip_are_no_keys);
  g_test_add_func ("/age/program", the_program_age_understands_it_both_ways);
  return g_test_run ();
}
