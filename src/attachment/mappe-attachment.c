/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_A_PIXEL 0.75  /* a picture is shown at 96 pixels an inch */
#define LONGEST_PAGE 14400.0 /* points: 200 inches, the most of PDF 1.7 (ISO 32000-1, annex C) */

G_DEFINE_QUARK (mappe-attachment-error-quark, mappe_attachment_error)

static void
clear (gpointer data)
{
  MappeAttachment *self = data;

  g_clear_object (&self->pdf);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_array_unref (self->sizes);
  g_free (self->title);
  g_mutex_clear (&self->lock);
}

/** mappe_attachment_ref: Returns: (transfer full): the same file */
MappeAttachment *
mappe_attachment_ref (MappeAttachment *self)
{
  return g_atomic_rc_box_acquire (self);
}

/** mappe_attachment_unref: @self: (transfer full) */
void
mappe_attachment_unref (MappeAttachment *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
open_picture (MappeAttachment *self, GBytes *bytes, const char *kind, GError **error)
{
  cairo_rectangle_t size = { 0 };

  self->picture = mappe_attachment_decode (bytes, kind, error);
  if (self->picture == NULL)
    return FALSE;
  size.width = cairo_image_surface_get_width (self->picture) * POINTS_A_PIXEL;
  size.height = cairo_image_surface_get_height (self->picture) * POINTS_A_PIXEL;
  g_array_append_val (self->sizes, size);
  return TRUE;
}

static gboolean
open_any (MappeAttachment *self, GBytes *bytes, GError **error)
{
  gsize length = g_bytes_get_size (bytes);
  const char *kind = mappe_attachment_picture_kind (bytes);

  if (length == 0)
    g_set_error_literal (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_EMPTY, _("The file is empty."));
  else if (length > MAPPE_ATTACHMENT_MOST_BYTES)
    g_set_error (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_LIMIT,
                 _("The file is larger than %d MiB."), MAPPE_ATTACHMENT_MOST_BYTES / (1024 * 1024));
  else if (kind != NULL)
    return open_picture (self, bytes, kind, error);
  else if (mappe_attachment_is_pdf (bytes))
    return mappe_attachment_open_pdf (self, bytes, error);
  else
    g_set_error_literal (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_KIND,
                         _("Files of this type are not shown here."));
  return FALSE;
}

/**
 * mappe_attachment_new:
 * @bytes: a file; what it is called and said to be does not matter
 * @error: return location for a #MappeAttachmentError, with a message for people
 *
 * Returns: (transfer full) (nullable): the file, opened
 */
MappeAttachment *
mappe_attachment_new (GBytes *bytes, GError **error)
{
  MappeAttachment *self = g_atomic_rc_box_new0 (MappeAttachment);

  g_mutex_init (&self->lock);
  self->sizes = g_array_new (FALSE, TRUE, sizeof (cairo_rectangle_t));
  if (open_any (self, bytes, error))
    return self;
  mappe_attachment_unref (self);
  return NULL;
}

/** mappe_attachment_is_picture: Returns: whether it is a picture, which has one page and no text */
gboolean
mappe_attachment_is_picture (MappeAttachment *self)
{
  return self->picture != NULL;
}

/** mappe_attachment_get_picture: Returns: (transfer full) (nullable): the picture itself, not to be changed */
cairo_surface_t *
mappe_attachment_get_picture (MappeAttachment *self)
{
  return self->picture != NULL ? cairo_surface_reference (self->picture) : NULL;
}

/** mappe_attachment_n_pages: Returns: how many pages it has, at least 1 */
guint
mappe_attachment_n_pages (MappeAttachment *self)
{
  return self->sizes->len;
}

/** mappe_attachment_title: Returns: (transfer none) (nullable): what the file calls itself */
const char *
mappe_attachment_title (MappeAttachment *self)
{
  return self->title;
}

/** mappe_attachment_page_size: @page: from 0; @width: (out): in points, at least 1; @height: (out): the same */
void
mappe_attachment_page_size (MappeAttachment *self, guint page, double *width, double *height)
{
  const cairo_rectangle_t *size;

  g_return_if_fail (page < self->sizes->len);

  size = &g_array_index (self->sizes, cairo_rectangle_t, page);
  /* What a file says is no reason to believe it. */
  *width = size->width >= 1 ? MIN (size->width, LONGEST_PAGE) : 1;
  *height = size->height >= 1 ? MIN (size->height, LONGEST_PAGE) : 1;
}

static void
draw_picture (MappeAttachment *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_scale (cr, POINTS_A_PIXEL, POINTS_A_PIXEL);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * mappe_attachment_draw:
 * @page: from 0
 * @cr: where to draw it, a unit a point, its upper left corner at 0,0; the paper itself is not drawn
 */
void
mappe_attachment_draw (MappeAttachment *self, guint page, cairo_t *cr)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (MappePdfPage) drawn = self->pdf != NULL ? poppler_document_get_page (self->pdf, (int) page) : NULL;

  if (self->picture != NULL)
    draw_picture (self, cr);
  else if (drawn != NULL)
    poppler_page_render (drawn, cr);
}

/* No more than can be paid for, whatever was asked. */
static double
affordable (double width, double height, double scale)
{
  double most = sqrt (MAPPE_ATTACHMENT_MOST_DRAWN / (width * height));

  return MIN (MIN (scale, most), MAPPE_ATTACHMENT_LONGEST_SIDE / MAX (width, height));
}

/**
 * mappe_attachment_render:
 * @page: from 0
 * @scale: pixels a point; less is taken where the picture of the page would become too large
 *
 * Returns: (transfer full) (nullable): the page on white paper, as %CAIRO_FORMAT_ARGB32; %NULL without memory for it
 */
cairo_surface_t *
mappe_attachment_render (MappeAttachment *self, guint page, double scale)
{
  double width, height, real;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (page < self->sizes->len && scale > 0, NULL);

  mappe_attachment_page_size (self, page, &width, &height);
  real = affordable (width, height, scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) lround (width * real)),
                                        MAX (1, (int) lround (height * real)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / width, cairo_image_surface_get_height (surface) / height);
  mappe_attachment_draw (self, page, cr);
  cairo_destroy (cr);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}
