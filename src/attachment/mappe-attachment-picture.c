/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Only three kinds, recognised by their first bytes, are given to a decoder; the others are for other programs. */

typedef struct {
  guint width, height;
} Size;

static guint
at16 (const guchar *p, gboolean big)
{
  return big ? (guint) p[0] << 8 | p[1] : (guint) p[1] << 8 | p[0];
}

static guint
at32 (const guchar *p)
{
  return at16 (p, TRUE) << 16 | at16 (p + 2, TRUE);
}

const char *
mappe_attachment_picture_kind (GBytes *bytes)
{
  gsize length;
  const guchar *p = g_bytes_get_data (bytes, &length);

  if (length >= 8 && memcmp (p, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (length >= 3 && memcmp (p, "\xff\xd8\xff", 3) == 0)
    return "jpeg";
  if (length >= 6 && (memcmp (p, "GIF87a", 6) == 0 || memcmp (p, "GIF89a", 6) == 0))
    return "gif";
  return NULL;
}

/* The frame header among the segments of a JPEG (ITU-T T.81, B.1.1.3 and B.2.2). */
static gboolean
read_jpeg (const guchar *p, gsize length, Size *size)
{
  gsize at = 2;

  while (at + 9 < length)
    {
      guint marker = p[at + 1];

      if (p[at] != 0xff)
        return FALSE;
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          *size = (Size) { at16 (p + at + 7, TRUE), at16 (p + at + 5, TRUE) };
          return TRUE;
        }
      at += 2;
      if (marker != 0x01 && (marker < 0xd0 || marker > 0xd8))
        at += MAX (at16 (p + at, TRUE), 2);
    }
  return FALSE;
}

/* What a picture says of its size, before a byte of it is decoded. */
static gboolean
read_size (GBytes *bytes, const char *kind, Size *size)
{
  gsize length;
  const guchar *p = g_bytes_get_data (bytes, &length);

  if (g_str_equal (kind, "jpeg"))
    return read_jpeg (p, length, size);
  if (length < 24)
    return FALSE;
  if (g_str_equal (kind, "png"))
    *size = (Size) { at32 (p + 16), at32 (p + 20) };
  else
    *size = (Size) { at16 (p + 6, FALSE), at16 (p + 8, FALSE) };
  return TRUE;
}

static gboolean
check_size (const Size *size, GError **error)
{
  if (size->width == 0 || size->height == 0)
    g_set_error_literal (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_DAMAGED,
                         _("This picture is damaged or incomplete. Ask its sender for it again."));
  else if (size->width > MAPPE_ATTACHMENT_MOST_PIXELS / size->height)
    g_set_error (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_LIMIT,
                 _("The picture is %u × %u pixels large; at most %d megapixels are shown here."), size->width,
                 size->height, MAPPE_ATTACHMENT_MOST_PIXELS / 1000000);
  else
    return TRUE;
  return FALSE;
}

/**
 * mappe_attachment_picture_type:
 * @width: (out): pixels, as the first bytes of the file say; 0 when they do not
 * @height: (out): the same
 *
 * Returns: (nullable): media type of a picture; %NULL for other files
 */
const char *
mappe_attachment_picture_type (GBytes *bytes, guint *width, guint *height)
{
  const char *kind = mappe_attachment_picture_kind (bytes);
  Size size = { 0 };

  if (kind != NULL)
    read_size (bytes, kind, &size);
  *width = size.width;
  *height = size.height;
  return kind == NULL ? NULL : g_str_equal (kind, "png") ? "image/png" : g_str_equal (kind, "gif") ? "image/gif"
                                                                                                   : "image/jpeg";
}

/* The decoder tells a size of its own, which may not be the one in front of the file. */
static void
prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer refused)
{
  double pixels = (double) width * height, scale = sqrt (MAPPE_ATTACHMENT_MOST_DRAWN / MAX (pixels, 1));

  if (pixels > MAPPE_ATTACHMENT_MOST_PIXELS)
    {
      *(gboolean *) refused = TRUE;
      gdk_pixbuf_loader_set_size (loader, 1, 1);
    }
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

/* Returns: (transfer full) (nullable) */
static GdkPixbuf *
decode (GBytes *bytes, const char *kind)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (kind, NULL);
  GdkPixbuf *pixbuf = NULL;
  gboolean refused = FALSE, whole;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (prepared_cb), &refused);
  whole = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  whole = gdk_pixbuf_loader_close (loader, NULL) && whole;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return whole && !refused && pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

static guint32
blend (const guchar *pixel, gboolean has_alpha)
{
  guint alpha = has_alpha ? pixel[3] : 255;

  return alpha << 24 | (pixel[0] * alpha / 255) << 16 | (pixel[1] * alpha / 255) << 8 | pixel[2] * alpha / 255;
}

static cairo_surface_t *
surface_of (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf), stride = gdk_pixbuf_get_rowstride (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  guchar *to = cairo_image_surface_get_data (surface);

  if (to == NULL)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      guint32 *line = (guint32 *) (gpointer) (to + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        line[x] = blend (from + (gsize) y * stride + (gsize) x * channels, gdk_pixbuf_get_has_alpha (pixbuf));
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/*
 * @kind: from mappe_attachment_picture_kind()
 *
 * Returns: (transfer full) (nullable): the picture, upright; a large one smaller than it is
 */
cairo_surface_t *
mappe_attachment_decode (GBytes *bytes, const char *kind, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  cairo_surface_t *surface = NULL;
  Size size = { 0 };

  if (read_size (bytes, kind, &size) && !check_size (&size, error))
    return NULL;
  pixbuf = size.width > 0 ? decode (bytes, kind) : NULL;
  surface = pixbuf != NULL ? surface_of (pixbuf) : NULL;
  if (surface == NULL)
    g_set_error_literal (error, MAPPE_ATTACHMENT_ERROR, MAPPE_ATTACHMENT_ERROR_DAMAGED,
                         _("This picture is damaged or incomplete. Ask its sender for it again."));
  return surface;
}
