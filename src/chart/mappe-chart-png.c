/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-png.h"

#include <png.h>

/* cairo tries all filters on each row and packs as small as it can, which takes several times as long as drawing a
 * chart; even areas need neither. */
#define LEVEL 1
#define BUFFER (1 << 16)

static void
write_cb (png_structp png, png_bytep data, size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

static guint8
unmultiplied (guint32 channel, guint32 alpha)
{
  return alpha == 0 ? 0 : (guint8) ((channel * 255 + alpha / 2) / alpha);
}

/* cairo holds colours that are multiplied with their opacity, in one number a pixel; PNG wants neither. */
static void
write_transparent_row (png_structp png, const guint32 *from, guint8 *row, int width)
{
  for (int x = 0; x < width; x++)
    {
      guint32 pixel = from[x], alpha = pixel >> 24;

      row[4 * x] = unmultiplied (pixel >> 16 & 255, alpha);
      row[4 * x + 1] = unmultiplied (pixel >> 8 & 255, alpha);
      row[4 * x + 2] = unmultiplied (pixel & 255, alpha);
      row[4 * x + 3] = (guint8) alpha;
    }
  png_write_row (png, row);
}

static void
write_picture (png_structp png, png_infop info, cairo_surface_t *surface, guint8 *row)
{
  gboolean opaque = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24;
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);

  png_set_IHDR (png, info, (png_uint_32) width, (png_uint_32) height, 8,
                opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info (png, info);
  if (opaque && G_BYTE_ORDER == G_LITTLE_ENDIAN)
    png_set_bgr (png);
  if (opaque)
    png_set_filler (png, 0, G_BYTE_ORDER == G_LITTLE_ENDIAN ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
  for (int y = 0; y < height; y++)
    {
      const guint8 *from = data + (gsize) y * (gsize) stride;

      if (opaque)
        png_write_row (png, from);
      else
        write_transparent_row (png, (const guint32 *) (gconstpointer) from, row, width);
    }
  png_write_end (png, info);
}

/* In a function without variables of its own, because libpng jumps back into it when it fails. */
static gboolean
try_write (png_structp png, png_infop info, cairo_surface_t *surface, guint8 *row)
{
  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;
  write_picture (png, info, surface, row);
  return TRUE;
}

/**
 * mappe_chart_png_encode:
 * @surface: an image of the format RGB24 or ARGB32
 *
 * Returns: (transfer full) (nullable): the same as a file of the format PNG; %NULL when it could not be made
 */
GBytes *
mappe_chart_png_encode (cairo_surface_t *surface)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (BUFFER);
  g_autofree guint8 *row = g_malloc (4 * (gsize) MAX (cairo_image_surface_get_width (surface), 1));
  gboolean written = FALSE;

  cairo_surface_flush (surface);
  if (info != NULL)
    {
      png_set_write_fn (png, bytes, write_cb, flush_cb);
      png_set_compression_level (png, LEVEL);
      png_set_compression_buffer_size (png, BUFFER);
      png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
      written = try_write (png, info, surface, row);
    }
  png_destroy_write_struct (&png, &info);
  return written ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
