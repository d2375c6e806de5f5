/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are broken, locked or made to do harm: a clear word, bounded memory, no crash. */
#include "mappe-attachment.h"

#include <string.h>
#include <sys/resource.h>

#include "attachment-sample.h"

#define MUTATIONS 300
#define MOST_MEMORY (1024L * 1024)  /* KiB that all of these tests may have taken */

static const char *const texts[] = { "Beleuchtung am Bahnhof", NULL, "Seite drei" };

static void
assert_refused (GBytes *bytes, MappeAttachmentError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  MappeAttachment *file = mappe_attachment_new (bytes, &error);

  g_assert_null (file);
  g_assert_error (error, MAPPE_ATTACHMENT_ERROR, (int) code);
  if (word != NULL)
    g_assert_nonnull (strstr (error->message, word));
}

static void
test_empty (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) mark = g_bytes_new_static ("%PDF-1.7\n", 9);

  assert_refused (nothing, MAPPE_ATTACHMENT_ERROR_EMPTY, NULL);
  assert_refused (mark, MAPPE_ATTACHMENT_ERROR_DAMAGED, NULL);
}

static void
test_locked (void)
{
  g_autoptr (GBytes) plain = attachment_sample_pdf (texts, 3, FALSE);
  g_autoptr (GBytes) locked = attachment_sample_lock (plain);
  g_autoptr (MappeContentText) read = mappe_attachment_read (locked, TRUE, NULL);

  assert_refused (locked, MAPPE_ATTACHMENT_ERROR_ENCRYPTED, "password");
  g_assert_cmpint (read->state, ==, MAPPE_CONTENT_LOCKED);
}

static void
test_pages (void)
{
  g_autoptr (GBytes) most = attachment_sample_claim (MAPPE_ATTACHMENT_MOST_PAGES);
  g_autoptr (GBytes) more = attachment_sample_claim (MAPPE_ATTACHMENT_MOST_PAGES + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeAttachment) file = mappe_attachment_new (most, &error);
  g_autoptr (MappeContentText) read = mappe_attachment_read (more, TRUE, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (mappe_attachment_n_pages (file), ==, MAPPE_ATTACHMENT_MOST_PAGES);
  assert_refused (more, MAPPE_ATTACHMENT_ERROR_LIMIT, "3001");
  g_assert_cmpint (read->state, ==, MAPPE_CONTENT_UNREADABLE);
}

static void
test_sizes (void)
{
  const struct {
    const char *kind;
    guint width, height;
    const char *word;
  } cases[] = {
    { "png", 100000, 100000, "100000 × 100000" }, { "png", 0x7fffffff, 0x7fffffff, "2147483647" },
    { "jpeg", 65535, 65535, "65535 × 65535" },    { "gif", 65535, 65535, "65535 × 65535" },
    { "png", 8001, 8000, "8001 × 8000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = attachment_sample_header (cases[i].kind, cases[i].width, cases[i].height);

      assert_refused (bytes, MAPPE_ATTACHMENT_ERROR_LIMIT, cases[i].word);
    }
}

/* Small enough by its header, but with nothing behind it. */
static void
test_headers_only (void)
{
  const char *const kinds[] = { "png", "jpeg", "gif" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) bytes = attachment_sample_header (kinds[i], 200, 100);
      g_autoptr (GBytes) none = attachment_sample_header (kinds[i], 0, 0);

      assert_refused (bytes, MAPPE_ATTACHMENT_ERROR_DAMAGED, NULL);
      assert_refused (none, MAPPE_ATTACHMENT_ERROR_DAMAGED, NULL);
    }
}

/* Whatever can be opened can be drawn and read. */
static gboolean
survive (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeAttachment) file = mappe_attachment_new (bytes, &error);
  g_autoptr (MappeContentText) read = mappe_attachment_read (bytes, TRUE, NULL);

  g_assert_true ((file == NULL) == (error != NULL));
  for (guint i = 0; file != NULL && i < MIN (mappe_attachment_n_pages (file), 4); i++)
    {
      cairo_surface_t *page = mappe_attachment_render (file, i, 0.2);
      g_autoptr (GArray) found = mappe_attachment_find (file, i, "Bahnhof");
      double width, height;

      mappe_attachment_page_size (file, i, &width, &height);
      g_assert_true (width >= 1 && height >= 1 && width <= 14400 && height <= 14400);
      g_clear_pointer (&page, cairo_surface_destroy);
    }
  return file != NULL;
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) pdf = attachment_sample_pdf (texts, 3, TRUE);
  g_autoptr (GBytes) png = attachment_sample_png (64, 64);
  gsize length = g_bytes_get_size (pdf);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (pdf, 0, length * i / 60);

      survive (part);
    }
  for (gsize i = 0; i < g_bytes_get_size (png); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (png, 0, i);

      survive (part);
    }
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  const char *const fronts[] = { "%PDF-1.5\n", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0", "GIF89a", "" };

  for (guint i = 0; i < MUTATIONS; i++)
    {
      const char *front = fronts[i % G_N_ELEMENTS (fronts)];
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GBytes) all = NULL;

      g_byte_array_append (bytes, (const guint8 *) front, (guint) strlen (front));
      for (guint n = (guint) g_rand_int_range (rand, 0, 4000); n > 0; n--)
        {
          guint8 byte = (guint8) g_rand_int_range (rand, 0, 256);

          g_byte_array_append (bytes, &byte, 1);
        }
      all = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      survive (all);
    }
}

static GBytes *
mutate (GBytes *bytes, GRand *rand)
{
  gsize length;
  const guint8 *from = g_bytes_get_data (bytes, &length);
  guint8 *to = g_memdup2 (from, length);

  for (int n = g_rand_int_range (rand, 1, 30); n > 0; n--)
    to[g_rand_int_range (rand, 0, (gint32) length)] = (guint8) g_rand_int_range (rand, 0, 256);
  return g_bytes_new_take (to, length);
}

static void
test_mutated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261130);
  GBytes *files[] = { attachment_sample_pdf (texts, 3, TRUE), attachment_sample_png (64, 64),
                      attachment_sample_header ("jpeg", 64, 64), attachment_sample_claim (5) };
  guint n_opened = 0;

  for (guint i = 0; i < MUTATIONS; i++)
    {
      g_autoptr (GBytes) bytes = mutate (files[i % G_N_ELEMENTS (files)], rand);

      n_opened += survive (bytes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_bytes_unref (files[i]);
  /* Else the test would only show that everything is refused. */
  g_assert_cmpuint (n_opened, >, MUTATIONS / 20);
}

/* Runs last: how much all of this has taken. */
static void
test_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_assert_cmpint (usage.ru_maxrss, <, MOST_MEMORY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/empty", test_empty);
  g_test_add_func ("/hostile/locked", test_locked);
  g_test_add_func ("/hostile/pages", test_pages);
  g_test_add_func ("/hostile/sizes", test_sizes);
  g_test_add_func ("/hostile/headers-only", test_headers_only);
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/random-bytes", test_random_bytes);
  g_test_add_func ("/hostile/mutated", test_mutated);
  g_test_add_func ("/hostile/memory", test_memory);
  return g_test_run ();
}
