/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-png.h"

#include <string.h>

/* A chart is mostly even areas. libpng searches each row for what it has seen before, which takes longer than drawing
 * the chart; here a row is told by its difference to the one above (filter "up" of PNG), pixels that are equal in that
 * are told as one repetition, and the fixed codes of RFC 1951 spare a second pass. The file is about half as large
 * again. */

#define LONGEST 258      /* bytes that one repetition stands for */
#define SHORTEST 3
#define MOST_BITS 36     /* of a pixel: four bytes in codes of nine bits */
#define ADLER 65521      /* RFC 1950 */
#define END_OF_BLOCK 256

/* A code, ready to be written from its lowest bit on. */
typedef struct {
  guint32 bits;
  guint   n_bits;
} Code;

/**
 * Tables: what does not depend on the picture
 * @bytes: code of each byte
 * @repeats: of a repetition of so many bytes, without the distance
 */
typedef struct {
  Code    bytes[256];
  Code    repeats[LONGEST + 1];
  guint32 crc[256];
} Tables;

/**
 * Packer: writes pixels in the manner of RFC 1951
 * @a, @b: sums over what was packed, for the check at the end
 * @size: bytes of a pixel, so also the distance to the one before
 */
typedef struct {
  const Tables *tables;
  guint8       *data;
  gsize         length, capacity;
  guint64       bits;
  guint         n_bits;
  guint64       a, b;
  guint         size;
} Packer;

/* --- tables --- */

/* The fixed codes begin with their highest bit. */
static Code
reversed (guint code, guint n_bits)
{
  Code result = { 0, n_bits };

  for (guint i = 0; i < n_bits; i++)
    result.bits |= ((code >> i) & 1) << (n_bits - 1 - i);
  return result;
}

/* RFC 1951, 3.2.6 */
static Code
fixed_code (guint symbol)
{
  if (symbol < 144)
    return reversed (0x30 + symbol, 8);
  if (symbol < 256)
    return reversed (0x190 + symbol - 144, 9);
  return symbol < 280 ? reversed (symbol - 256, 7) : reversed (0xc0 + symbol - 280, 8);
}

/* RFC 1951, 3.2.5: lengths come in groups of four symbols, each group with one more bit behind the code. */
static Code
repeat_code (guint length)
{
  guint over = length - SHORTEST, extra = over < 8 ? 0 : g_bit_storage (over) - 3;
  Code code = fixed_code (length == LONGEST ? 285 : 257 + 4 * extra + (over >> extra));

  if (length == LONGEST)
    return code;
  code.bits |= (over & ((1u << extra) - 1)) << code.n_bits;
  code.n_bits += extra;
  return code;
}

static gpointer
make_tables (gpointer data)
{
  Tables *tables = g_new0 (Tables, 1);

  for (guint i = 0; i < 256; i++)
    {
      tables->bytes[i] = fixed_code (i);
      tables->crc[i] = i;
      for (guint k = 0; k < 8; k++)
        tables->crc[i] = (tables->crc[i] >> 1) ^ ((tables->crc[i] & 1) * 0xedb88320u);
    }
  for (guint i = SHORTEST; i <= LONGEST; i++)
    tables->repeats[i] = repeat_code (i);
  return tables;
}

static const Tables *
get_tables (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_tables, NULL);
}

/* --- packing --- */

static gboolean
reserve (Packer *self, gsize room)
{
  gsize wanted = MAX (self->length + room, self->capacity);
  guint8 *data;

  if (wanted == self->capacity)
    return TRUE;
  data = g_try_realloc (self->data, wanted + wanted / 2);
  if (data == NULL)
    return FALSE;
  self->data = data;
  self->capacity = wanted + wanted / 2;
  return TRUE;
}

static inline void
put (Packer *self, Code code)
{
  self->bits |= (guint64) code.bits << self->n_bits;
  for (self->n_bits += code.n_bits; self->n_bits >= 8; self->n_bits -= 8, self->bits >>= 8)
    self->data[self->length++] = (guint8) self->bits;
}

static inline void
put_byte (Packer *self, guint8 byte)
{
  put (self, self->tables->bytes[byte]);
  self->a += byte;
  self->b += self->a;
}

static inline void
put_pixel (Packer *self, guint32 pixel)
{
  for (guint i = 0; i < self->size; i++)
    put_byte (self, (guint8) (pixel >> (8 * i)));
}

/* @n: how often @pixel, which was put already, follows itself */
static void
put_repeats (Packer *self, guint32 pixel, guint n)
{
  guint most = LONGEST / self->size;
  Code distance = reversed (self->size - 1, 5);

  for (guint left = n; left > 0; left -= MIN (left, most))
    {
      put (self, self->tables->repeats[MIN (left, most) * self->size]);
      put (self, distance);
    }
  if (pixel == 0)
    {
      self->b += self->a * self->size * n;
      return;
    }
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < self->size; k++)
      {
        self->a += (guint8) (pixel >> (8 * k));
        self->b += self->a;
      }
}

/* Each byte of a pixel minus that of another, without a carry from one to the next. */
static inline guint32
difference (guint32 pixel, guint32 other)
{
  const guint32 high = 0x80808080u;

  return ((pixel | high) - (other & ~high)) ^ ((pixel ^ ~other) & high);
}

/* A row like the one above. */
static void
put_same_row (Packer *self, guint width)
{
  put_byte (self, 2);
  put_pixel (self, 0);
  put_repeats (self, 0, width - 1);
  self->b %= ADLER;
}

/* @above: the row before */
static void
put_row (Packer *self, const guint32 *row, const guint32 *above, guint width)
{
  guint32 last = difference (row[0], above[0]);
  guint n = 0;

  put_byte (self, 2);
  put_pixel (self, last);
  for (guint x = 1; x < width; x++)
    {
      guint32 pixel = difference (row[x], above[x]);

      if (pixel == last)
        {
          n++;
          continue;
        }
      put_repeats (self, last, n);
      put_pixel (self, pixel);
      last = pixel;
      n = 0;
    }
  put_repeats (self, last, n);
  self->a %= ADLER;
  self->b %= ADLER;
}

/* --- pixels in the order of PNG: red is the lowest byte --- */

static guint32
unmultiplied (guint32 channel, guint32 alpha)
{
  return alpha == 0 ? 0 : (channel * 255 + alpha / 2) / alpha;
}

static void
read_row (const guint32 *from, guint width, gboolean opaque, guint32 *row)
{
  for (guint x = 0; x < width; x++)
    {
      guint32 red = from[x] >> 16 & 255, green = from[x] >> 8 & 255, blue = from[x] & 255, alpha = from[x] >> 24;

      row[x] = opaque ? red | green << 8 | blue << 16
                      : unmultiplied (red, alpha) | unmultiplied (green, alpha) << 8 | unmultiplied (blue, alpha) << 16
                            | alpha << 24;
    }
}

static gboolean
put_rows (Packer *self, cairo_surface_t *surface, gboolean opaque)
{
  guint width = (guint) cairo_image_surface_get_width (surface);
  const guint8 *data = cairo_image_surface_get_data (surface), *before = NULL;
  g_autofree guint32 *rows = g_try_new0 (guint32, (gsize) width * 2);
  guint32 *row = rows, *above = rows + width;

  for (int y = 0; rows != NULL && y < cairo_image_surface_get_height (surface); y++)
    {
      if (!reserve (self, 16 + (gsize) width * MOST_BITS / 8))
        return FALSE;
      if (before != NULL && memcmp (data, before, width * sizeof *row) == 0)
        put_same_row (self, width);
      else
        {
          guint32 *swap = row;

          read_row ((const guint32 *) (gconstpointer) data, width, opaque, row);
          put_row (self, row, above, width);
          row = above;
          above = swap;
        }
      before = data;
      data += cairo_image_surface_get_stride (surface);
    }
  return rows != NULL;
}

static gboolean
pack (Packer *self, cairo_surface_t *surface, gboolean opaque)
{
  if (!reserve (self, 16))
    return FALSE;
  put (self, (Code) { 0x0178, 16 });  /* RFC 1950: deflate, a window of 32 kB */
  put (self, (Code) { 3, 3 });        /* the last block, with fixed codes */
  if (!put_rows (self, surface, opaque) || !reserve (self, 16))
    return FALSE;
  put (self, fixed_code (END_OF_BLOCK));
  put (self, (Code) { 0, (8 - self->n_bits) % 8 });
  for (int shift = 8; shift >= 0; shift -= 8)
    put (self, (Code) { (guint32) (self->b >> shift) & 255, 8 });
  for (int shift = 8; shift >= 0; shift -= 8)
    put (self, (Code) { (guint32) (self->a >> shift) & 255, 8 });
  return TRUE;
}

/* --- the file --- */

static void
append_number (GByteArray *file, guint32 number)
{
  guint32 bytes = GUINT32_TO_BE (number);

  g_byte_array_append (file, (const guint8 *) &bytes, sizeof bytes);
}

static void
append_chunk (GByteArray *file, const char *name, const guint8 *data, gsize length)
{
  const Tables *tables = get_tables ();
  guint32 crc = 0xffffffffu;
  guint begin;

  append_number (file, (guint32) length);
  begin = file->len;
  g_byte_array_append (file, (const guint8 *) name, 4);
  if (length > 0)
    g_byte_array_append (file, data, (guint) length);
  for (guint i = begin; i < file->len; i++)
    crc = tables->crc[(crc ^ file->data[i]) & 255] ^ (crc >> 8);
  append_number (file, ~crc);
}

static void
append_header (GByteArray *file, cairo_surface_t *surface, gboolean opaque)
{
  g_autoptr (GByteArray) header = g_byte_array_new ();
  const guint8 kinds[] = { 8, opaque ? 2 : 6, 0, 0, 0 };  /* bits of a channel, its colours, no choices */

  append_number (header, (guint32) cairo_image_surface_get_width (surface));
  append_number (header, (guint32) cairo_image_surface_get_height (surface));
  g_byte_array_append (header, kinds, sizeof kinds);
  append_chunk (file, "IHDR", header->data, header->len);
}

/**
 * mappe_chart_png_encode:
 * @surface: an image of the format RGB24 or ARGB32 with at least one pixel
 *
 * Returns: (transfer full) (nullable): the same as a file of the format PNG (ISO/IEC 15948); %NULL when there is no
 *   memory for it
 */
GBytes *
mappe_chart_png_encode (cairo_surface_t *surface)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gboolean opaque = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24;
  Packer packer = { .tables = get_tables (), .a = 1, .size = opaque ? 3 : 4 };
  GByteArray *file = g_byte_array_new ();
  gboolean packed;

  cairo_surface_flush (surface);
  packed = pack (&packer, surface, opaque);
  if (packed)
    {
      g_byte_array_append (file, signature, sizeof signature);
      append_header (file, surface, opaque);
      append_chunk (file, "IDAT", packer.data, packer.length);
      append_chunk (file, "IEND", NULL, 0);
    }
  g_free (packer.data);
  if (packed)
    return g_byte_array_free_to_bytes (file);
  g_byte_array_unref (file);
  return NULL;
}
