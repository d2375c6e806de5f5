/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-layout-private.h"

#define MARGIN_LEFT (25 * MAPPE_MM)  /* room for holes */
#define MARGIN (20 * MAPPE_MM)
#define MOST_MARGIN 0.2        /* of a sheet that is hardly larger than margins */

static void
set_edges (MappeLayout *self, double width, double height)
{
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->left = MIN (MARGIN_LEFT, self->width * MOST_MARGIN);
  self->right = self->width - MIN (MARGIN, self->width * MOST_MARGIN);
  self->top = MIN (MARGIN, self->height * MOST_MARGIN);
  self->first_top = self->top;
  self->bottom = self->height - MIN (MARGIN, self->height * MOST_MARGIN);
}

/**
 * mappe_layout_new:
 * @document: a document; not needed any more afterwards
 * @width: of the sheet, in points: 595.28 for A4
 * @height: of the sheet, in points: 841.89 for A4
 *
 * Takes some milliseconds a page: what is shown in a window is made on a thread of its own.
 *
 * Returns: (transfer full): @document on pages, with margins of 25 mm at the left and 20 mm elsewhere; it may go to
 *   another thread, but is never used by two at once
 */
MappeLayout *
mappe_layout_new (const MappeNode *document, double width, double height)
{
  MappeLayout *self = g_new0 (MappeLayout, 1);

  set_edges (self, width, height);
  self->title = g_strdup (document->text != NULL ? document->text : "");
  self->council = g_strdup (mappe_node_get_meta (document, "council"));
  self->date = g_strdup (mappe_node_get_meta (document, "date"));
  self->language = mappe_node_get_language (document);
  self->context = mappe_layout_create_context (self->language);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_block_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  mappe_layout_build (self, document);
  mappe_layout_break (self);
  return self;
}

/** mappe_layout_free: @self: (transfer full) (nullable) */
void
mappe_layout_free (MappeLayout *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->blocks);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->council);
  g_free (self->date);
  g_free (self);
}

/** mappe_layout_n_pages: Returns: number of pages, at least 1 */
guint
mappe_layout_n_pages (MappeLayout *self)
{
  return self->pages->len;
}
