/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-paper.h"

#include <string.h>

/* A page of A4, as points; the text keeps 2.5 cm from the edges. */
#define PAGE_WIDTH 595
#define PAGE_HEIGHT 842
#define MARGIN 71
#define LINE_CHARACTERS 48

typedef struct {
  GString *out;
  GArray  *offsets;  /* gsize: where each object begins */
} Pdf;

/* As hexadecimal, so that nothing needs escaping. */
static char *
hex_of (const char *begin, const char *bytes, gsize length)
{
  g_autoptr (GString) hex = g_string_new (begin);

  for (gsize i = 0; bytes != NULL && i < length; i++)
    g_string_append_printf (hex, "%02X", (guchar) bytes[i]);
  g_string_append_c (hex, '>');
  return g_string_free (g_steal_pointer (&hex), FALSE);
}

/* A text in the encoding that the standard fonts know. */
static char *
text_hex (const char *text)
{
  gsize length = 0;
  g_autofree char *plain = g_convert_with_fallback (text, -1, "WINDOWS-1252", "UTF-8", "?", NULL, &length, NULL);

  return hex_of ("<", plain, length);
}

/* The same for the properties of the document, which are UTF-16. */
static char *
property_hex (const char *text)
{
  gsize length = 0;
  g_autofree char *wide = g_convert (text, -1, "UTF-16BE", "UTF-8", NULL, &length, NULL);

  return hex_of ("<FEFF", wide, length);
}

static void
add_object (Pdf *pdf, const char *body)
{
  gsize offset = pdf->out->len;

  g_array_append_val (pdf->offsets, offset);
  g_string_append_printf (pdf->out, "%u 0 obj\n%s\nendobj\n", pdf->offsets->len, body);
}

/* Where the next line of @text ends: at the last space that fits. */
static const char *
end_of_line (const char *text)
{
  const char *end = text;
  const char *space = NULL;

  for (guint n = 0; *end != '\0' && n < LINE_CHARACTERS; n++, end = g_utf8_next_char (end))
    if (*end == ' ')
      space = end;
  return *end == '\0' || space == NULL ? end : space;
}

static void
draw_lines (GString *page, const char *text, guint size, guint mark)
{
  g_string_append_printf (page, "/P <</MCID %u>> BDC BT /F1 %u Tf %u TL ", mark, size, size + size / 3);
  g_string_append_printf (page, "%d %d Td\n", MARGIN, PAGE_HEIGHT - MARGIN - (mark == 0 ? 0 : 36));
  while (*text != '\0')
    {
      const char *end = end_of_line (text);
      g_autofree char *line = g_strndup (text, (gsize) (end - text));
      g_autofree char *hex = text_hex (line);

      g_string_append_printf (page, "%s Tj T*\n", hex);
      text = *end == ' ' ? end + 1 : end;
    }
  g_string_append (page, "ET EMC\n");
}

static void
add_page_content (Pdf *pdf, const char *title, const char *council)
{
  g_autoptr (GString) page = g_string_new (NULL);
  g_autofree char *body = NULL;

  draw_lines (page, council, 11, 0);
  draw_lines (page, title, 18, 1);
  body = g_strdup_printf ("<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%sendstream", page->len, page->str);
  add_object (pdf, body);
}

static void
add_end (Pdf *pdf)
{
  gsize start = pdf->out->len;

  g_string_append_printf (pdf->out, "xref\n0 %u\n0000000000 65535 f \n", pdf->offsets->len + 1);
  for (guint i = 0; i < pdf->offsets->len; i++)
    g_string_append_printf (pdf->out, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (pdf->offsets, gsize, i));
  g_string_append_printf (pdf->out, "trailer\n<< /Size %u /Root 1 0 R /Info 9 0 R >>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n", pdf->offsets->len + 1, start);
}

/**
 * mappe_paper_write:
 * @title: title of the document
 * @council: line above it
 * @language: language of the document, e.g. "de"
 *
 * A sheet that stands for a document of the demo council: one tagged page with the title, so that opening a
 * document shows something. Equal for equal arguments.
 *
 * Returns: (transfer full): a PDF file
 */
GBytes *
mappe_paper_write (const char *title, const char *council, const char *language)
{
  Pdf pdf = { g_string_new ("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), g_array_new (FALSE, FALSE, sizeof (gsize)) };
  g_autofree char *shown_title = property_hex (title);
  g_autofree char *catalogue = g_strdup_printf (
      "<< /Type /Catalog /Pages 2 0 R /Lang (%s) /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R"
      " /ViewerPreferences << /DisplayDocTitle true >> >>",
      language);
  g_autofree char *page
      = g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 5 0 R /StructParents 0"
                         " /Resources << /Font << /F1 4 0 R >> >> >>", PAGE_WIDTH, PAGE_HEIGHT);
  g_autofree char *info = g_strdup_printf ("<< /Title %s /Producer (Ratsmappe) >>", shown_title);
  gsize length;

  add_object (&pdf, catalogue);
  add_object (&pdf, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add_object (&pdf, page);
  add_object (&pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  add_page_content (&pdf, title, council);
  add_object (&pdf, "<< /Type /StructTreeRoot /K [7 0 R 8 0 R] /ParentTree << /Nums [0 [7 0 R 8 0 R]] >>"
                    " /ParentTreeNextKey 1 >>");
  add_object (&pdf, "<< /Type /StructElem /S /P /P 6 0 R /Pg 3 0 R /K 0 >>");
  add_object (&pdf, "<< /Type /StructElem /S /H1 /P 6 0 R /Pg 3 0 R /K 1 >>");
  add_object (&pdf, info);
  add_end (&pdf);
  g_array_unref (pdf.offsets);
  length = pdf.out->len;
  return g_bytes_new_take (g_string_free (pdf.out, FALSE), length);
}
