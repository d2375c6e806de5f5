/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "document-sample.h"
#include "mappe-format.h"
#include "mappe-test-store.h"

#define A4 595.28, 841.89
#define MM (72 / 25.4)
#define SLACK 1.5  /* ink of a glyph may reach a little over its place */
#define FOOTER (12 * MM)

static char *folder;

/* --- what is on a page --- */

static void
get_ink (MappeLayout *layout, guint page, double *left, double *top, double *right, double *bottom)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double width, height;

  mappe_layout_draw (layout, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, left, top, &width, &height);
  *right = *left + width;
  *bottom = *top + height;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
row_is_blank (cairo_surface_t *surface, int row)
{
  const guint8 *bytes = cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface);

  for (int i = 0; i < cairo_image_surface_get_width (surface); i++)
    if (bytes[i] != 0)
      return FALSE;
  return TRUE;
}

/* Between the lower margin and the footer nothing is drawn. */
static void
assert_foot_is_apart (MappeLayout *layout, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
  cairo_t *cr = cairo_create (surface);

  mappe_layout_draw (layout, page, cr);
  cairo_surface_flush (surface);
  for (int row = (int) (841.89 - 20 * MM + SLACK) + 1; row < 841.89 - FOOTER - 6; row++)
    g_assert_true (row_is_blank (surface, row));
  g_assert_false (row_is_blank (surface, (int) (20 * MM) + 8));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
assert_within_margins (MappeLayout *layout)
{
  for (guint page = 0; page < mappe_layout_n_pages (layout); page++)
    {
      double left, top, right, bottom;

      get_ink (layout, page, &left, &top, &right, &bottom);
      g_assert_cmpfloat (left, >=, 25 * MM - SLACK);
      g_assert_cmpfloat (top, >=, 20 * MM - SLACK);
      g_assert_cmpfloat (right, <=, 595.28 - 20 * MM + SLACK);
      g_assert_cmpfloat (bottom, <=, 841.89 - 8 * MM);
      assert_foot_is_apart (layout, page);
    }
}

static MappeNode *
one_paragraph (guint n_words)
{
  MappeNode *document = mappe_node_new_document ("Ein Absatz", mappe_language_get ("en"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "w%05u ", i);
  mappe_node_add_paragraph (document, text->str);
  return document;
}

static void
test_empty (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("", NULL);
  g_autoptr (MappeLayout) layout = mappe_layout_new (document, A4);

  g_assert_cmpuint (mappe_layout_n_pages (layout), ==, 1);
}

static void
test_margins (void)
{
  g_autoptr (MappeNode) sample = document_sample ("de");
  g_autoptr (MappeNode) long_one = document_sample_long (0, 60);
  g_autoptr (MappeNode) table = mappe_node_new_document ("Tabelle", NULL);
  g_autoptr (MappeLayout) first = mappe_layout_new (sample, A4);
  g_autoptr (MappeLayout) second = mappe_layout_new (long_one, A4);
  g_autoptr (MappeLayout) third = NULL;

  mappe_node_add_paragraph (table, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller"
                                   "verbandsvorsitzendenstellvertreterausschussmitgliederversammlung");
  document_sample_table (table, 150);
  third = mappe_layout_new (table, A4);
  g_assert_cmpuint (mappe_layout_n_pages (first), ==, 1);
  g_assert_cmpuint (mappe_layout_n_pages (second), >, 8);
  g_assert_cmpuint (mappe_layout_n_pages (third), >, 3);
  assert_within_margins (first);
  assert_within_margins (second);
  assert_within_margins (third);
}

static void
test_long_paragraph (void)
{
  g_autoptr (MappeNode) document = one_paragraph (1300);
  g_autoptr (MappeLayout) layout = mappe_layout_new (document, A4);

  g_assert_cmpuint (mappe_layout_n_pages (layout), ==, 3);
  assert_within_margins (layout);
}

/* A line more and a line more: no length of a paragraph or table makes it run over, or turn a page for nothing. */
static void
test_every_length (void)
{
  guint before = 1;

  for (guint n = 10; n < 900; n += 5)
    {
      g_autoptr (MappeNode) document = one_paragraph (n);
      g_autoptr (MappeLayout) layout = mappe_layout_new (document, A4);
      guint n_pages = mappe_layout_n_pages (layout);

      g_assert_cmpuint (n_pages, >=, before);
      g_assert_cmpuint (n_pages, <=, before + 1);
      before = n_pages;
    }
  g_assert_cmpuint (before, ==, 2);
}

/* Sheets on which hardly anything fits end too. */
static void
test_tiny (void)
{
  for (guint size = 1; size < 200; size += 23)
    {
      g_autoptr (MappeNode) document = document_sample ("de");
      g_autoptr (MappeLayout) layout = NULL;
      double left, top, right, bottom;

      document_sample_table (document, 4);
      layout = mappe_layout_new (document, size, size);
      g_assert_cmpuint (mappe_layout_n_pages (layout), >, 1);
      get_ink (layout, mappe_layout_n_pages (layout) - 1, &left, &top, &right, &bottom);
    }
}

/* --- the text of a PDF --- */

static void
save (MappeLayout *layout, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mappe_layout_to_pdf (layout, &error);

  g_assert_no_error (error);
  mappe_save_bytes (pdf, path, &error);
  g_assert_no_error (error);
}

/* The text of each page, or %NULL where no pdftotext is. */
static char **
pages_of (const MappeNode *document)
{
  g_autofree char *path = g_build_filename (folder, "text.pdf", NULL);
  const char *program = g_getenv ("MAPPE_PDFTOTEXT");
  g_autoptr (MappeLayout) layout = mappe_layout_new (document, A4);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status;

  save (layout, path);
  if (program == NULL)
    {
      g_test_skip ("no pdftotext");
      return NULL;
    }
  g_spawn_sync (NULL, (char *[]) { (char *) program, (char *) "-layout", path, (char *) "-", NULL }, NULL,
                G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_strsplit (text, "\f", -1);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, what)) != NULL; p += strlen (what))
    n++;
  return n;
}

static guint
n_lines_with_words (const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  guint n = 0;

  for (char **line = lines; *line != NULL; line++)
    n += g_str_has_prefix (g_strchug (*line), "w0");
  return n;
}

/* All words, in their order, none twice. */
static void
test_order (void)
{
  g_autoptr (MappeNode) document = document_sample_long (0, 60);
  g_auto (GStrv) pages = pages_of (document);
  guint next = 0;

  for (char **page = pages; pages != NULL && *page != NULL; page++)
    for (const char *p = *page; (p = strstr (p, "w0")) != NULL; p += 2)
      g_assert_cmpuint ((guint) g_ascii_strtoull (p + 1, NULL, 10), ==, next++);
  g_assert_true (pages == NULL || next > 3000);
}

static gboolean
is_of_paragraph (const GPtrArray *lines, guint i)
{
  return g_str_has_prefix (g_ptr_array_index (lines, i), "w0");
}

static void
assert_ends (char *page, gboolean last)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  g_autoptr (GPtrArray) filled = g_ptr_array_new ();

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_ptr_array_add (filled, *line);
  g_assert_cmpuint (filled->len, >, 4);
  /* The last one is the footer. */
  g_assert_true (last || is_of_paragraph (filled, filled->len - 2));
  g_assert_true (last || is_of_paragraph (filled, filled->len - 3));
  g_assert_true (!is_of_paragraph (filled, 0) || is_of_paragraph (filled, 1));
}

/* No heading at the foot of a page, no single line of a paragraph at an end. */
static void
test_breaks (void)
{
  for (guint before = 0; before < 12; before += 2)
    {
      g_autoptr (MappeNode) document = document_sample_long (before, 40);
      g_auto (GStrv) pages = pages_of (document);

      for (guint i = 0; pages != NULL && pages[i] != NULL && *pages[i] != '\0'; i++)
        assert_ends (pages[i], pages[i + 1] == NULL || *pages[i + 1] == '\0');
    }
}

/* The particulars of an item do not stand at the foot of a page without its text, however much is above. */
static void
test_particulars (void)
{
  for (guint before = 20; before < 40; before++)
    {
      g_autoptr (MappeNode) document = document_sample_long (before, 0);
      g_auto (GStrv) pages = NULL;

      mappe_node_add_section (document, 1, "Kopf");
      mappe_node_add_paragraph (g_ptr_array_index (document->children, document->children->len - 1), "Angaben");
      mappe_node_add_paragraph (g_ptr_array_index (document->children, document->children->len - 1), "Wortlaut");
      pages = pages_of (document);
      for (char **page = pages; pages != NULL && *page != NULL; page++)
        g_assert_cmpuint (count (*page, "Angaben"), ==, count (*page, "Wortlaut"));
    }
}

/* Nobody signs a page that says nothing. */
static void
test_signed_page (void)
{
  for (guint before = 20; before < 40; before++)
    {
      g_autoptr (MappeNode) document = document_sample_long (before, 0);
      MappeNode *signatures;
      g_auto (GStrv) pages = NULL;

      mappe_node_add_paragraph (document, "Verteiler");
      signatures = mappe_node_add (document, MAPPE_ROLE_SIGNATURES);
      mappe_node_add_paragraph (signatures, "Vorsitz");
      pages = pages_of (document);
      for (char **page = pages; pages != NULL && *page != NULL; page++)
        g_assert_cmpuint (count (*page, "Verteiler"), ==, count (*page, "Vorsitz"));
    }
}

static void
test_header_repeats (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("Tabelle", NULL);
  g_auto (GStrv) pages = NULL;
  guint n_rows = 0, n_pages = 0;

  document_sample_table (document, 150);
  mappe_node_add_paragraph (document, "Ende");
  pages = pages_of (document);
  for (char **page = pages; pages != NULL && *page != NULL && **page != '\0'; page++, n_pages++)
    {
      g_assert_cmpuint (count (*page, "Nummer"), ==, 1);
      n_rows += count (*page, " R0") + count (*page, " R1") + g_str_has_prefix (*page, "R");
    }
  g_assert_true (pages == NULL || (n_pages > 3 && n_rows == 150));
}

/* A row that is longer than a page goes on under the headings. */
static void
test_long_row (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("Tabelle", NULL);
  MappeNode *table = mappe_node_add (document, MAPPE_ROLE_TABLE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) pages = NULL;
  guint n_words = 0, n_pages = 0;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (text, "w%05u ", i);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, "Nummer", "Text", NULL);
  mappe_node_add_row (table, 0, "1", text->str, NULL);
  pages = pages_of (document);
  for (char **page = pages; pages != NULL && *page != NULL && **page != '\0'; page++, n_pages++)
    {
      g_assert_cmpuint (count (*page, "Nummer"), ==, 1);
      g_assert_cmpuint (n_lines_with_words (*page) + count (*page, "1 "), >=, 2);
      n_words += count (*page, "w0");
    }
  g_assert_true (pages == NULL || (n_pages > 2 && n_words == 1500));
}

/* However much stands before, those who sign do so on one page. */
static void
test_signatures (void)
{
  for (guint n = 560; n < 760; n += 20)
    {
      g_autoptr (MappeNode) document = one_paragraph (n);
      MappeNode *signatures = mappe_node_add (document, MAPPE_ROLE_SIGNATURES);
      g_auto (GStrv) pages = NULL;

      mappe_node_add_paragraph (signatures, "Erste");
      mappe_node_add_paragraph (signatures, "Zweite");
      mappe_node_add_paragraph (signatures, "Dritte");
      pages = pages_of (document);
      for (char **page = pages; pages != NULL && *page != NULL; page++)
        {
          g_assert_cmpuint (count (*page, "Erste"), ==, count (*page, "Dritte"));
          g_assert_cmpuint (count (*page, "Erste"), ==, count (*page, "Zweite"));
        }
    }
}

/* A catalogue of one text, in the format of GNU gettext. */
static void
write_catalogue (void)
{
  static const char source[] = "page %u of %u", german[] = "Seite %u von %u";
  g_autofree char *texts = g_build_filename (folder, "de", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (texts, "ratsmappe.mo", NULL);
  const guint32 head[] = { 0x950412de, 0, 1, 28, 36, 0, 44, sizeof source - 1, 44, sizeof german - 1,
                           44 + sizeof source };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) source, sizeof source);
  g_byte_array_append (bytes, (const guint8 *) german, sizeof german);
  g_assert_cmpint (g_mkdir_with_parents (texts, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  mappe_language_set_folder (folder);
}

static void
test_footer (void)
{
  g_autoptr (MappeNode) german = document_sample ("de");
  g_autoptr (MappeNode) english = document_sample ("en");
  g_auto (GStrv) german_pages = pages_of (german);
  g_auto (GStrv) english_pages = pages_of (english);

  if (german_pages == NULL || english_pages == NULL)
    return;
  g_assert_nonnull (strstr (german_pages[0], "Niederschrift der 5. Sitzung · Seite 1 von 1"));
  g_assert_nonnull (strstr (english_pages[0], "Minutes of the 5th meeting · page 1 of 1"));
}

/* --- the file --- */

static void
test_file (void)
{
  g_autoptr (MappeNode) document = document_sample ("de");
  g_autoptr (MappeLayout) layout = mappe_layout_new (document, A4);
  g_autoptr (MappeLayout) other = mappe_layout_new (document, A4);
  g_autofree char *path = g_build_filename (folder, "one.pdf", NULL);
  g_autofree char *other_path = g_build_filename (folder, "two.pdf", NULL);
  g_autofree char *bytes = NULL, *other_bytes = NULL;
  gsize length, other_length;
  struct stat info;

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  save (layout, path);
  save (other, other_path);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (other_path, &other_bytes, &other_length, NULL));
  g_assert_cmpmem (bytes, length, other_bytes, other_length);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  /* Drawing on a screen first changes nothing. */
  assert_within_margins (layout);
  save (layout, other_path);
  g_clear_pointer (&other_bytes, g_free);
  g_assert_true (g_file_get_contents (other_path, &other_bytes, &other_length, NULL));
  g_assert_cmpmem (bytes, length, other_bytes, other_length);
}

static guint
n_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Where no file can be made or replaced, nothing is left behind. */
static void
test_file_refused (void)
{
  g_autoptr (MappeNode) document = document_sample ("de");
  g_autoptr (GBytes) bytes = mappe_format_find ("pdf")->write (document, NULL);
  g_autofree char *taken = g_build_filename (folder, "taken", NULL);
  g_autofree char *target = g_build_filename (taken, "folder.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "a.pdf", NULL);
  g_autofree char *inside = g_build_filename (target, "kept", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_false (mappe_save_bytes (bytes, target, &error));
  g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "folder.pdf"));
  g_assert_cmpuint (n_files (taken), ==, 1);
  g_clear_error (&error);
  g_assert_false (mappe_save_bytes (bytes, nowhere, &error));
  g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("document-XXXXXX", NULL);
  write_catalogue ();
  g_test_add_func ("/layout/empty", test_empty);
  g_test_add_func ("/layout/margins", test_margins);
  g_test_add_func ("/layout/long-paragraph", test_long_paragraph);
  g_test_add_func ("/layout/every-length", test_every_length);
  g_test_add_func ("/layout/tiny", test_tiny);
  g_test_add_func ("/layout/order", test_order);
  g_test_add_func ("/layout/breaks", test_breaks);
  g_test_add_func ("/layout/header-repeats", test_header_repeats);
  g_test_add_func ("/layout/long-row", test_long_row);
  g_test_add_func ("/layout/signatures", test_signatures);
  g_test_add_func ("/layout/particulars", test_particulars);
  g_test_add_func ("/layout/signed-page", test_signed_page);
  g_test_add_func ("/layout/footer", test_footer);
  g_test_add_func ("/layout/file", test_file);
  g_test_add_func ("/layout/file-refused", test_file_refused);
  status = g_test_run ();
  mappe_test_remove_folder (folder);
  g_free (folder);
  return status;
}
