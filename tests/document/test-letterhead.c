/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters by DIN 5008, form B, and the logo of the council, in all formats. */
#include "mappe-format.h"
#include "mappe-letterhead.h"

#include <string.h>

#include "attachment-sample.h"
#include "mappe-attachment.h"
#include "mappe-council.h"

#define MM (72 / 25.4)
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

static MappeRow *
new_council (void)
{
  MappeRow *row = mappe_row_new (&mappe_council_kind);

  mappe_value_set_text (&row->values[MAPPE_COUNCIL_NAME], "Präventionsrat Musterhausen");
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_ADDRESS], "Marktplatz 1, 12345 Musterhausen");
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_PHONE], "01234 567");
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_EMAIL], "rat@musterhausen.example");
  mappe_value_set_text (&row->values[MAPPE_COUNCIL_LOGO_TEXT], "Wappen mit Turm");
  return row;
}

static MappeNode *
new_document (gboolean letter, GBytes *logo, const char *recipient)
{
  g_autoptr (MappeRow) council = new_council ();
  const MappeLanguage *german = mappe_language_get ("de");
  MappeNode *document = mappe_node_new_document ("Einladung zur Sitzung", german);

  mappe_node_set_meta (document, "date", "2026-11-30");
  mappe_letterhead_add_logo (document, council, logo);
  if (letter)
    mappe_letterhead_add_address (document, council, recipient, "2026-11-30", german);
  mappe_node_add_paragraph (document, "Guten Tag,");
  for (guint i = 0; i < 60; i++)
    mappe_node_add_paragraph (document, "ein Absatz, damit es mehrere Seiten werden.");
  return document;
}

static MappeNode *
new_letter (GBytes *logo)
{
  return new_document (TRUE, logo,
                       "Polizeiinspektion Musterhausen\nFrau Erika Beispiel\nHauptstraße 2\n12345 Musterhausen");
}

static MappeAttachment *
open_pdf (const MappeNode *document, GBytes **bytes)
{
  g_autoptr (MappeLayout) layout = mappe_layout_new (document, A4_WIDTH, A4_HEIGHT);
  g_autoptr (GError) error = NULL;
  MappeAttachment *file;

  *bytes = mappe_layout_to_pdf (layout, &error);
  g_assert_no_error (error);
  file = mappe_attachment_new (*bytes, &error);
  g_assert_no_error (error);
  return file;
}

/* The place of a text on the first page, in millimetres. */
static MappeAttachmentBox
place_of (MappeAttachment *file, const char *text)
{
  g_autoptr (GArray) boxes = mappe_attachment_find (file, 0, text);
  MappeAttachmentBox box;

  g_assert_cmpuint (boxes->len, >=, 1);
  box = g_array_index (boxes, MappeAttachmentBox, 0);
  return (MappeAttachmentBox) { box.x / MM, box.y / MM, box.width / MM, box.height / MM };
}

static void
assert_inside (MappeAttachment *file, const char *text, double left, double top, double right, double bottom)
{
  MappeAttachmentBox box = place_of (file, text);

  g_assert_cmpfloat (box.x, >=, left);
  g_assert_cmpfloat (box.y, >=, top);
  g_assert_cmpfloat (box.x + box.width, <=, right);
  g_assert_cmpfloat (box.y + box.height, <=, bottom);
}

static void
test_places (void)
{
  g_autoptr (MappeNode) document = new_letter (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MappeAttachment) file = open_pdf (document, &bytes);
  MappeAttachmentBox subject;

  g_assert_cmpuint (mappe_attachment_n_pages (file), >, 1);
  /* Return address in the upper part of the field, recipient in the lower one: what the window shows. */
  assert_inside (file, "Rat Musterhausen · Marktplatz 1 · 12345", 24.5, 45, 105, 62.7);
  assert_inside (file, "Polizeiinspektion Musterhausen", 24.5, 62.5, 105, 90);
  assert_inside (file, "Frau Erika Beispiel", 24.5, 62.5, 105, 90);
  assert_inside (file, "Hauptstraße 2", 24.5, 62.5, 105, 90);
  assert_inside (file, "rat@musterhausen.example", 125, 49.5, 200, 90);
  assert_inside (file, "30. November 2026", 125, 49.5, 200, 90);
  subject = place_of (file, "Einladung zur Sitzung");
  g_assert_cmpfloat_with_epsilon (subject.x, 25, 0.6);
  g_assert_cmpfloat_with_epsilon (subject.y, 98.46, 1.5);
  g_assert_cmpfloat (place_of (file, "Guten Tag,").y, >, subject.y + subject.height + 5);
}

/* Dark at the left edge where a letter is folded and punched, light elsewhere. */
static gboolean
is_marked (cairo_surface_t *page, double scale, double y)
{
  const guchar *data = cairo_image_surface_get_data (page);

  for (int row = (int) ((y - 0.5) * MM * scale); row <= (int) ((y + 0.5) * MM * scale); row++)
    if (data[row * cairo_image_surface_get_stride (page) + 4 * (int) (6 * MM * scale)] < 220)
      return TRUE;
  return FALSE;
}

static void
test_marks (void)
{
  g_autoptr (MappeNode) letter = new_letter (NULL), other = new_document (FALSE, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL, other_bytes = NULL;
  g_autoptr (MappeAttachment) file = open_pdf (letter, &bytes), plain = open_pdf (other, &other_bytes);
  cairo_surface_t *first = mappe_attachment_render (file, 0, 3), *second = mappe_attachment_render (file, 1, 3);
  cairo_surface_t *without = mappe_attachment_render (plain, 0, 3);
  const double marks[] = { 105, 148.5, 210 };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_assert_true (is_marked (first, 3, marks[i]));
      g_assert_false (is_marked (first, 3, marks[i] - 5));
      g_assert_false (is_marked (second, 3, marks[i]));
      g_assert_false (is_marked (without, 3, marks[i]));
    }
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  cairo_surface_destroy (without);
}

/* A long address becomes smaller and stays in the window. */
static void
test_long_address (void)
{
  g_autoptr (MappeNode) document = new_document (
      TRUE, NULL, "Ministerium des Innern und für Sport des Landes Rheinland-Pfalz – Leitstelle Kriminalprävention\n"
                  "Referat 343, Geschäftsstelle des Landespräventionsrates\nFrau Leitende Ministerialrätin\n"
                  "Dr. Annegret Beispielhausen-Musterfrau\nSchillerplatz 3–5\nPostfach 3280\n55116 Mainz");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MappeAttachment) file = open_pdf (document, &bytes);

  assert_inside (file, "Ministerium des Innern", 24.5, 62.5, 105, 90);
  assert_inside (file, "55116 Mainz", 24.5, 62.5, 105, 90.5);
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  return memmem (content, length, text, strlen (text)) != NULL;
}

static GBytes *
write_as (const MappeNode *document, const char *format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mappe_format_find (format)->write (document, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_logo (void)
{
  g_autoptr (GBytes) logo = attachment_sample_png (400, 100);
  g_autoptr (MappeNode) letter = new_letter (logo), report = new_document (FALSE, logo, NULL);
  const MappeNode *documents[] = { letter, report };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) pdf = NULL, html = write_as (documents[i], "html"), fodt = write_as (documents[i], "fodt");
      g_autoptr (GBytes) text = write_as (documents[i], "txt"), akn = write_as (documents[i], "akn");
      g_autoptr (MappeAttachment) file = open_pdf (documents[i], &pdf);
      cairo_surface_t *page = mappe_attachment_render (file, 0, 1);
      const guchar *data = cairo_image_surface_get_data (page);
      /* 60 × 15 mm in the right upper corner: 130 … 190, 8 … 23. */
      const guchar *pixel = data + (int) (15 * MM) * cairo_image_surface_get_stride (page) + 4 * (int) (140 * MM);

      g_assert_cmpint (pixel[2], >, 200);
      g_assert_cmpint (pixel[0], <, 50);
      cairo_surface_destroy (page);
      g_assert_true (contains (pdf, "pdfaid"));
      g_assert_false (contains (pdf, "/Interpolate true"));
      g_assert_true (contains (html, "src=\"data:image/png;base64,") && contains (html, "alt=\"Wappen mit Turm\""));
      g_assert_true (contains (fodt, "<office:binary-data>") && contains (fodt, "Wappen mit Turm"));
      g_assert_false (contains (text, "Wappen") || contains (akn, "Wappen"));
    }
}

/* Once, and first, however often it is put there. */
static void
test_once (void)
{
  g_autoptr (GBytes) logo = attachment_sample_png (40, 10);
  g_autoptr (MappeRow) council = new_council ();
  g_autoptr (MappeNode) document = new_letter (logo), copy = NULL;

  mappe_letterhead_add_logo (document, council, logo);
  copy = mappe_node_copy_for (document, MAPPE_CLASS_PUBLIC);
  g_assert_nonnull (((MappeNode *) copy->children->pdata[0])->picture);
  g_assert_null (((MappeNode *) copy->children->pdata[1])->picture);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) huge = attachment_sample_header ("png", 100000, 100000);
  g_autoptr (GBytes) gif = attachment_sample_header ("gif", 10, 10), wide = attachment_sample_png (4001, 1000);
  g_autoptr (GBytes) note = g_bytes_new_static ("<svg/>", 6), cut = attachment_sample_header ("png", 10, 10);
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (2 * 1024 * 1024), 2 * 1024 * 1024);
  GBytes *refused[] = { huge, gif, wide, note, large };
  g_autoptr (MappeNode) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (MappeAttachment) file = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mappe_picture_new (refused[i], &error));
      g_assert_true (error != NULL && error->domain == MAPPE_DOCUMENT_ERROR);
    }
  /* Right by its header and damaged behind it: the letter goes without. */
  document = new_letter (cut);
  file = open_pdf (document, &pdf);
  assert_inside (file, "Frau Erika Beispiel", 24.5, 62.5, 105, 90);
}

/* The file depends on the document alone. */
static void
test_equal_bytes (void)
{
  g_autoptr (GBytes) logo = attachment_sample_png (400, 100);
  guint n_formats;
  const MappeFormat *formats = mappe_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (MappeNode) one = new_letter (logo), two = new_letter (logo);
      g_autoptr (GBytes) left = write_as (one, formats[i].name), right = write_as (two, formats[i].name);

      g_assert_true (g_bytes_equal (left, right));
    }
}

static void
test_small_paper (void)
{
  g_autoptr (GBytes) logo = attachment_sample_png (400, 100);
  g_autoptr (MappeNode) document = new_letter (logo);
  g_autoptr (MappeLayout) layout = mappe_layout_new (document, 300, 420);

  /* No window to stand in: what the letter says flows. */
  g_assert_cmpuint (mappe_layout_n_pages (layout), >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letterhead/places", test_places);
  g_test_add_func ("/letterhead/marks", test_marks);
  g_test_add_func ("/letterhead/long-address", test_long_address);
  g_test_add_func ("/letterhead/logo", test_logo);
  g_test_add_func ("/letterhead/once", test_once);
  g_test_add_func ("/letterhead/refused", test_refused);
  g_test_add_func ("/letterhead/equal-bytes", test_equal_bytes);
  g_test_add_func ("/letterhead/small-paper", test_small_paper);
  return g_test_run ();
}
