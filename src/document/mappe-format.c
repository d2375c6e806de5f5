/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-target.h"

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define TEXT_WIDTH 78

static GBytes *
write_pdf (const MappeNode *document, GError **error)
{
  return mappe_layout_end_as_pdf (mappe_layout_new (document, A4_WIDTH, A4_HEIGHT), error);
}

static GBytes *
write_text (const MappeNode *document, GError **error)
{
  char *text = mappe_write_text (document, TEXT_WIDTH);

  return g_bytes_new_take (text, strlen (text));
}

static const MappeFormat formats[] = {
  { "pdf", N_("PDF, for reading and printing"), "application/pdf", write_pdf },
  { "odt", N_("OpenDocument, for editing"), "application/vnd.oasis.opendocument.text", mappe_write_odt },
  { "fodt", N_("OpenDocument in one file of XML"), "application/vnd.oasis.opendocument.text-flat-xml",
    mappe_write_fodt },
  { "html", N_("Web page"), "application/xhtml+xml", mappe_write_html },
  { "akn", N_("Akoma Ntoso 3.0, for archives"), "application/akn+xml", mappe_write_akn },
  { "txt", N_("Plain text"), "text/plain", write_text },
};

/** mappe_formats: Returns: (transfer none): every format that a document may have, the usual one first */
const MappeFormat *
mappe_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/** mappe_format_find: Returns: (transfer none) (nullable): the format of that name */
const MappeFormat *
mappe_format_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

/** mappe_format_lacks_signs: Returns: whether a PDF shows numbers in boxes for characters that no font here has */
gboolean
mappe_format_lacks_signs (const MappeNode *document)
{
  g_autoptr (MappeLayout) layout = mappe_layout_new (document, A4_WIDTH, A4_HEIGHT);

  return mappe_layout_lacks_signs (layout);
}

/**
 * mappe_save_bytes:
 * @path: the file to make or to replace
 * @error: return location for %MAPPE_DOCUMENT_ERROR_WRITE
 *
 * Writes a file which only the user may read.
 *
 * Returns: whether @path holds all of @bytes; otherwise it is what it was, and nothing else is left behind
 */
gboolean
mappe_save_bytes (GBytes *bytes, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);
  const char *refusal = mappe_target_refusal (path);

  if (refusal == NULL
      && g_file_set_contents_full (path, content, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &cause))
    return TRUE;
  g_set_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE, _("“%s” could not be written: %s"), name,
               refusal != NULL ? refusal : cause->message);
  return FALSE;
}
