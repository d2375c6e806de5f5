/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-writers.h"

/* What cairo 1.16 cannot write is added by qpdf: language, metadata, artifacts, scopes, texts in the place of figures.
 * Two standards are claimed in the metadata when our own checks find no gap: ISO 14289-1 and ISO 19005-3, level B. */

static void
set_name (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *name)
{
  qpdf_oh_replace_key (pdf, dictionary, key, qpdf_oh_new_name (pdf, name));
}

static qpdf_oh
new_stream (qpdf_data pdf, const void *bytes, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);

  qpdf_oh_replace_stream_data (pdf, stream, bytes, length, qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
  return stream;
}

/* --- fonts --- */

/* A file for the glyphs of a font, under one of the three names that ISO 32000-1 (9.8) has for it. */
static gboolean
is_embedded (qpdf_data pdf, qpdf_oh font)
{
  static const char *const keys[] = { "/FontFile", "/FontFile2", "/FontFile3" };
  qpdf_oh descriptor = qpdf_oh_get_key (pdf, font, "/FontDescriptor");

  for (guint i = 0; qpdf_oh_is_dictionary (pdf, descriptor) && i < G_N_ELEMENTS (keys); i++)
    if (qpdf_oh_has_key (pdf, descriptor, keys[i]))
      return TRUE;
  return FALSE;
}

static guint
finish_font (qpdf_data pdf, qpdf_oh font)
{
  qpdf_oh descendants = qpdf_oh_get_key (pdf, font, "/DescendantFonts");
  qpdf_oh inner = qpdf_oh_is_array (pdf, descendants) ? qpdf_oh_get_array_item (pdf, descendants, 0) : font;
  qpdf_oh type = qpdf_oh_get_key (pdf, inner, "/Subtype");

  if (qpdf_oh_is_name (pdf, type) && g_str_equal (qpdf_oh_get_name (pdf, type), "/CIDFontType2")
      && !qpdf_oh_has_key (pdf, inner, "/CIDToGIDMap"))
    set_name (pdf, inner, "/CIDToGIDMap", "/Identity");
  return is_embedded (pdf, inner) && qpdf_oh_has_key (pdf, font, "/ToUnicode") ? MAPPE_PDF_GAP_NONE
                                                                              : MAPPE_PDF_GAP_FONT;
}

static guint
finish_fonts (qpdf_data pdf, qpdf_oh page)
{
  qpdf_oh resources = qpdf_oh_get_key (pdf, page, "/Resources");
  qpdf_oh fonts = qpdf_oh_get_key_if_dict (pdf, resources, "/Font");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint gaps = MAPPE_PDF_GAP_NONE;

  if (!qpdf_oh_is_dictionary (pdf, fonts))
    return gaps;
  qpdf_oh_begin_dict_key_iter (pdf, fonts);
  while (qpdf_oh_dict_more_keys (pdf))
    g_ptr_array_add (names, g_strdup (qpdf_oh_dict_next_key (pdf)));
  for (guint i = 0; i < names->len; i++)
    gaps |= finish_font (pdf, qpdf_oh_get_key (pdf, fonts, g_ptr_array_index (names, i)));
  return gaps;
}

/* --- pages --- */

static guint
finish_content (qpdf_data pdf, qpdf_oh page)
{
  unsigned char *bytes = NULL;
  size_t length = 0;
  g_autofree char *marked = NULL;

  if ((qpdf_oh_get_page_content_data (pdf, page, &bytes, &length) & QPDF_ERRORS) == 0)
    marked = mappe_pdf_mark_artifacts ((const char *) bytes, length);
  free (bytes);
  if (marked == NULL)
    return MAPPE_PDF_GAP_CONTENT;
  qpdf_oh_replace_key (pdf, page, "/Contents", new_stream (pdf, marked, strlen (marked)));
  return MAPPE_PDF_GAP_NONE;
}

/* Links are printed, and say where they lead to those who cannot see them. */
static guint
finish_links (qpdf_data pdf, qpdf_oh page, const MappeLanguage *language)
{
  qpdf_oh links = qpdf_oh_get_key (pdf, page, "/Annots");
  guint gaps = MAPPE_PDF_GAP_NONE;

  for (int i = 0; qpdf_oh_is_array (pdf, links) && i < qpdf_oh_get_array_n_items (pdf, links); i++)
    {
      qpdf_oh link = qpdf_oh_get_array_item (pdf, links, i);
      qpdf_oh action = qpdf_oh_get_key (pdf, link, "/A");
      qpdf_oh target = qpdf_oh_get_key_if_dict (pdf, action, "/URI");
      const char *text = qpdf_oh_is_string (pdf, target) ? qpdf_oh_get_string_value (pdf, target) : L_("Link");

      qpdf_oh_replace_key (pdf, link, "/F", qpdf_oh_new_integer (pdf, 4));
      qpdf_oh_replace_key (pdf, link, "/Contents", qpdf_oh_new_unicode_string (pdf, text));
      gaps |= qpdf_oh_has_key (pdf, link, "/StructParent") ? MAPPE_PDF_GAP_NONE : MAPPE_PDF_GAP_LINK;
    }
  return gaps;
}

static guint
finish_pages (qpdf_data pdf, const MappeLanguage *language)
{
  guint gaps = MAPPE_PDF_GAP_NONE;

  for (int i = 0; i < qpdf_get_num_pages (pdf); i++)
    {
      qpdf_oh page = qpdf_get_page_n (pdf, (size_t) i);

      set_name (pdf, page, "/Tabs", "/S");
      gaps |= finish_content (pdf, page) | finish_links (pdf, page, language) | finish_fonts (pdf, page);
      qpdf_oh_release (pdf, page);
    }
  return gaps;
}

/* --- the document --- */

static guint
finish_colours (qpdf_data pdf, qpdf_oh root)
{
  g_autoptr (GBytes) profile = mappe_pdf_colour_profile ();
  qpdf_oh stream, intent, intents;
  gsize length;
  const void *bytes;

  if (profile == NULL)
    return MAPPE_PDF_GAP_CONTENT;
  bytes = g_bytes_get_data (profile, &length);
  stream = new_stream (pdf, bytes, length);
  qpdf_oh_replace_key (pdf, qpdf_oh_get_dict (pdf, stream), "/N", qpdf_oh_new_integer (pdf, 3));
  intent = qpdf_oh_parse (pdf, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
                               " /Info (sRGB IEC61966-2.1) >>");
  qpdf_oh_replace_key (pdf, intent, "/DestOutputProfile", stream);
  intents = qpdf_oh_new_array (pdf);
  qpdf_oh_append_item (pdf, intents, intent);
  qpdf_oh_replace_key (pdf, root, "/OutputIntents", intents);
  return MAPPE_PDF_GAP_NONE;
}

static void
set_metadata (qpdf_data pdf, qpdf_oh root, const MappePdfFacts *facts, guint gaps)
{
  qpdf_oh info = qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Info");
  qpdf_oh producer = qpdf_oh_get_key_if_dict (pdf, info, "/Producer");
  gboolean named = qpdf_oh_is_string (pdf, producer);
  g_autofree char *made_by = named ? g_strdup (qpdf_oh_get_string_value (pdf, producer)) : NULL;
  g_autofree char *xmp = mappe_pdf_write_xmp (facts, made_by, gaps == MAPPE_PDF_GAP_NONE);
  qpdf_oh stream = new_stream (pdf, xmp, strlen (xmp));
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);

  set_name (pdf, dictionary, "/Type", "/Metadata");
  set_name (pdf, dictionary, "/Subtype", "/XML");
  qpdf_oh_replace_key (pdf, root, "/Metadata", stream);
}

static guint
finish_document (qpdf_data pdf, const MappePdfFacts *facts)
{
  const MappeLanguage *language = facts->language != NULL ? mappe_language_get (facts->language) : NULL;
  qpdf_oh root = qpdf_get_root (pdf);
  guint gaps = facts->gaps | finish_pages (pdf, language) | mappe_pdf_finish_structure (pdf, facts)
               | finish_colours (pdf, root);

  gaps |= facts->title == NULL || *facts->title == '\0' ? MAPPE_PDF_GAP_TITLE : MAPPE_PDF_GAP_NONE;
  gaps |= facts->language == NULL ? MAPPE_PDF_GAP_LANGUAGE : MAPPE_PDF_GAP_NONE;
  if (facts->language != NULL)
    qpdf_oh_replace_key (pdf, root, "/Lang", qpdf_oh_new_unicode_string (pdf, facts->language));
  qpdf_oh_replace_key (pdf, root, "/ViewerPreferences", qpdf_oh_parse (pdf, "<< /DisplayDocTitle true >>"));
  set_metadata (pdf, root, facts, gaps);
  return gaps;
}

static GBytes *
write_out (qpdf_data pdf)
{
  if ((qpdf_init_write_memory (pdf) & QPDF_ERRORS) != 0)
    return NULL;
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream (pdf, QPDF_TRUE);
  qpdf_set_minimum_pdf_version (pdf, "1.7");
  qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
  if ((qpdf_write (pdf) & QPDF_ERRORS) != 0)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

/**
 * mappe_pdf_finish:
 * @drawn: a file that cairo wrote, with a structure
 * @gaps: (out) (optional): #MappePdfGap flags: what it lacks of the standards, which it then does not claim
 * @error: return location for %MAPPE_DOCUMENT_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): the finished file; equal input gives equal bytes
 */
GBytes *
mappe_pdf_finish (GBytes *drawn, const MappePdfFacts *facts, guint *gaps, GError **error)
{
  qpdf_data pdf = qpdf_init ();
  GBytes *finished = NULL;
  guint found = 0;
  gsize length;
  const char *bytes = g_bytes_get_data (drawn, &length);

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  if ((qpdf_read_memory (pdf, "cairo", bytes, length, NULL) & QPDF_ERRORS) == 0)
    {
      found = finish_document (pdf, facts);
      finished = write_out (pdf);
    }
  if (finished == NULL)
    g_set_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE, _("the PDF could not be finished: %s"),
                 qpdf_has_error (pdf) ? qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)) : "");
  if (gaps != NULL)
    *gaps = found;
  qpdf_cleanup (&pdf);
  return finished;
}
