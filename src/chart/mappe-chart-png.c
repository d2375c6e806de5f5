/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-png.h"

#include <png.h>

/* cairo tries all filters on each row, which takes four times as long as drawing a chart and saves nothing on even
 * areas; libpng knows a faster way. It wants bytes in the order red, green, blue, without a fourth one where nothing
 * shines through; rows are rearranged where they are, as no pixel becomes longer. */

static guint8
unmultiplied (guint32 channel, guint32 alpha)
{
  return alpha == 0 ? 0 : (guint8) ((channel * 255 + alpha / 2) / alpha);
}

static void
rearrange_opaque (guint8 *row, int width)
{
  const guint32 *from = (const guint32 *) (gpointer) row;

  for (int x = 0; x < width; x++)
    {
      guint32 pixel = from[x];

      *row++ = (guint8) (pixel >> 16);
      *row++ = (guint8) (pixel >> 8);
      *row++ = (guint8) pixel;
    }
}

static void
rearrange_transparent (guint8 *row, int width)
{
  const guint32 *from = (const guint32 *) (gpointer) row;

  for (int x = 0; x < width; x++)
    {
      guint32 pixel = from[x], alpha = pixel >> 24;

      *row++ = unmultiplied (pixel >> 16 & 255, alpha);
      *row++ = unmultiplied (pixel >> 8 & 255, alpha);
      *row++ = unmultiplied (pixel & 255, alpha);
      *row++ = (guint8) alpha;
    }
}

static GBytes *
write_png (png_image *image, const guint8 *pixels, int stride)
{
  png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX (*image);
  guint8 *bytes = g_try_malloc (length);

  if (bytes != NULL && png_image_write_to_memory (image, bytes, &length, 0, pixels, stride, NULL) != 0)
    return g_bytes_new_take (g_realloc (bytes, length), length);
  g_free (bytes);
  return NULL;
}

/**
 * mappe_chart_png_encode:
 * @surface: an image of the format RGB24 or ARGB32, which is no picture any more afterwards
 *
 * Returns: (transfer full) (nullable): the same as a file of the format PNG; %NULL when there is no memory for it
 */
GBytes *
mappe_chart_png_encode (cairo_surface_t *surface)
{
  gboolean opaque = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24;
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *data = cairo_image_surface_get_data (surface);
  png_image image = { .version = PNG_IMAGE_VERSION };

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    (opaque ? rearrange_opaque : rearrange_transparent) (data + (gsize) y * (gsize) stride, width);
  image.width = (png_uint_32) width;
  image.height = (png_uint_32) height;
  image.format = opaque ? PNG_FORMAT_RGB : PNG_FORMAT_RGBA;
  image.flags = PNG_IMAGE_FLAG_FAST;
  return write_png (&image, data, stride);
}
