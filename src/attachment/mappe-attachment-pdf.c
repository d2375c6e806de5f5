/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What readers take before the first line of a PDF (ISO 32000-1, annex H, note 13). */
#define MOST_BEFORE 1024
#define MOST_MATCHES 500  /* on a page */
#define MOST_TITLE 300    /* characters */

gboolean
mappe_attachment_is_pdf (GBytes *bytes)
{
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  return length > 0 && memmem (content, MIN (length, MOST_BEFORE + 5), "%PDF-", 5) != NULL;
}

static void
explain (GError **error, GError *cause)
{
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_ENCRYPTED,
                         _("This PDF is protected by a password. Ask its sender for a copy without one."));
  else
    g_set_error_literal (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_DAMAGED,
                         _("This PDF is damaged or incomplete. Ask its sender for it again."));
  g_error_free (cause);
}

static gboolean
read_sizes (MappeAttachment *self, GError **error)
{
  int n_pages = poppler_document_get_n_pages (self->pdf);

  if (n_pages > MAPPE_ATTACHMENT_MOST_PAGES)
    {
      g_set_error (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_LIMIT,
                   _("The PDF says that it has %d pages; at most %d are shown here."), n_pages,
                   MAPPE_ATTACHMENT_MOST_PAGES);
      return FALSE;
    }
  for (int i = 0; i < n_pages; i++)
    {
      g_autoptr (MappePdfPage) page = poppler_document_get_page (self->pdf, i);
      cairo_rectangle_t size = { 0, 0, 595.28, 841.89 };  /* A4 where a page cannot be read */

      if (page != NULL)
        poppler_page_get_size (page, &size.width, &size.height);
      g_array_append_val (self->sizes, size);
    }
  if (n_pages > 0)
    return TRUE;
  g_set_error_literal (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_DAMAGED,
                       _("This PDF has no pages. Ask its sender for it again."));
  return FALSE;
}

static char *
read_title (PopplerDocument *pdf)
{
  g_autofree char *title = poppler_document_get_title (pdf);

  if (title == NULL || !g_utf8_validate (title, -1, NULL) || *g_strstrip (title) == '\0')
    return NULL;
  return g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MOST_TITLE));
}

gboolean
mappe_attachment_open_pdf (MappeAttachment *self, GBytes *bytes, GError **error)
{
  GError *cause = NULL;

  self->pdf = poppler_document_new_from_bytes (bytes, NULL, &cause);
  if (self->pdf == NULL)
    {
      explain (error, cause);
      return FALSE;
    }
  self->title = read_title (self->pdf);
  return read_sizes (self, error);
}

/* Returns: whether the structure of a document says what is a heading, a list, a table */
gboolean
mappe_attachment_is_tagged (MappeAttachment *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  PopplerStructureElementIter *iter = self->pdf != NULL ? poppler_structure_element_iter_new (self->pdf) : NULL;

  if (iter != NULL)
    poppler_structure_element_iter_free (iter);
  return iter != NULL;
}

/* Returns: (transfer full) (nullable) */
static PopplerPage *
page_of (MappeAttachment *self, guint page)
{
  return self->pdf != NULL ? poppler_document_get_page (self->pdf, (int) page) : NULL;
}

/* Returns: whether there is a photograph or a scan on the page */
gboolean
mappe_attachment_has_picture (MappeAttachment *self, guint page)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (MappePdfPage) read = page_of (self, page);
  GList *pictures = read != NULL ? poppler_page_get_image_mapping (read) : NULL;
  gboolean any = pictures != NULL;

  poppler_page_free_image_mapping (pictures);
  return any;
}

/**
 * mappe_attachment_page_text:
 * @page: from 0
 *
 * Returns: (transfer full): the text of the page in reading order, a line each; at most 200,000 characters; "" for a
 *   picture of text
 */
char *
mappe_attachment_page_text (MappeAttachment *self, guint page)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (MappePdfPage) read = page_of (self, page);
  g_autofree char *text = read != NULL ? poppler_page_get_text (read) : NULL;
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");

  if (strlen (valid) <= MAPPE_ATTACHMENT_PAGE_TEXT || g_utf8_strlen (valid, -1) <= MAPPE_ATTACHMENT_PAGE_TEXT)
    return g_steal_pointer (&valid);
  return g_utf8_substring (valid, 0, MAPPE_ATTACHMENT_PAGE_TEXT);
}

static void
append_box (GArray *boxes, double left, double top, double right, double bottom)
{
  MappeAttachmentBox box = { MIN (left, right), MIN (top, bottom), ABS (right - left), ABS (bottom - top) };

  g_array_append_val (boxes, box);
}

/**
 * mappe_attachment_find:
 * @page: from 0
 * @text: what to look for, whatever its capitals
 *
 * Returns: (transfer full) (element-type MappeAttachmentBox): where it stands on the page, in reading order; at most
 *   500 places
 */
GArray *
mappe_attachment_find (MappeAttachment *self, guint page, const char *text)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (MappePdfPage) read = page_of (self, page);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MappeAttachmentBox));
  GList *found = NULL;
  double width, height;

  if (read == NULL || *text == '\0')
    return boxes;
  poppler_page_get_size (read, &width, &height);
  found = poppler_page_find_text_with_options (read, text, POPPLER_FIND_IGNORE_DIACRITICS);
  for (GList *each = found; each != NULL; each = each->next)
    {
      const PopplerRectangle *box = each->data;

      /* Found places are measured from below. */
      if (boxes->len < MOST_MATCHES)
        append_box (boxes, box->x1, height - box->y2, box->x2, height - box->y1);
    }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  return boxes;
}

/**
 * mappe_attachment_selection:
 * @page: from 0
 * @from_to: where a selection begins, and the way from there to its end, which may be negative
 * @boxes: (out) (transfer full) (optional) (element-type MappeAttachmentBox): what is to be marked
 *
 * Returns: (transfer full): the text between the two places
 */
char *
mappe_attachment_selection (MappeAttachment *self, guint page, const MappeAttachmentBox *from_to, GArray **boxes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (MappePdfPage) read = page_of (self, page);
  PopplerRectangle range = { from_to->x, from_to->y, from_to->x + from_to->width, from_to->y + from_to->height };
  g_autofree char *text = NULL;

  if (boxes != NULL)
    *boxes = g_array_new (FALSE, FALSE, sizeof (MappeAttachmentBox));
  if (read == NULL)
    return g_strdup ("");
  if (boxes != NULL)
    {
      cairo_region_t *region = poppler_page_get_selected_region (read, 1.0, POPPLER_SELECTION_GLYPH, &range);

      for (int i = 0; i < MIN (cairo_region_num_rectangles (region), MOST_MATCHES); i++)
        {
          cairo_rectangle_int_t box;

          cairo_region_get_rectangle (region, i, &box);
          append_box (*boxes, box.x, box.y, box.x + box.width, box.y + box.height);
        }
      cairo_region_destroy (region);
    }
  text = poppler_page_get_selected_text (read, POPPLER_SELECTION_GLYPH, &range);
  return g_utf8_make_valid (text != NULL ? text : "", -1);
}
