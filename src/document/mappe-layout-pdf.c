/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-layout-private.h"
#include "mappe-pdf-private.h"

#define MOST_LEVELS 8

typedef struct {
  cairo_surface_t *surface;
  cairo_t         *cr;
  gconstpointer    group;      /* list or table whose tag is open */
  const char      *group_tag;
  int              parents[MOST_LEVELS + 1];  /* entries of the outline, by level */
} Tagger;

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
end_group (Tagger *self)
{
  if (self->group_tag != NULL)
    cairo_tag_end (self->cr, self->group_tag);
  self->group = NULL;
  self->group_tag = NULL;
}

static void
begin_group (Tagger *self, const MappeBlock *block)
{
  if (self->group == block->group)
    return;
  end_group (self);
  self->group = block->group;
  self->group_tag = block->group_tag;
  if (self->group_tag != NULL)
    cairo_tag_begin (self->cr, self->group_tag, NULL);
}

/* A heading that stands again is nothing new for a reader who hears the table. */
static void
tag_cb (const MappePiece *piece, const char *tag, gboolean begins, gpointer data)
{
  Tagger *self = data;

  if (piece->repeated)
    return;
  begin_group (self, piece->block);
  if (begins)
    cairo_tag_begin (self->cr, tag, NULL);
  else
    cairo_tag_end (self->cr, tag);
}

static void
add_outline (Tagger *self, const MappePiece *piece, guint page)
{
  const MappeBlock *block = piece->block;
  guint level = MIN (block->outline_depth, MOST_LEVELS);
  g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", page + 1, (int) piece->y);

  self->parents[level] = cairo_pdf_surface_add_outline (self->surface, self->parents[MAX (level, 1) - 1],
                                                        block->outline, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (guint i = level + 1; i <= MOST_LEVELS; i++)
    self->parents[i] = self->parents[level];
}

static void
add_outlines (Tagger *self, MappeLayout *layout)
{
  for (guint page = 0; page < layout->pages->len; page++)
    {
      const GPtrArray *pieces = g_ptr_array_index (layout->pages, page);

      for (guint i = 0; i < pieces->len; i++)
        {
          const MappePiece *piece = g_ptr_array_index (pieces, i);

          if (piece->first && piece->block->outline != NULL)
            add_outline (self, piece, page);
        }
    }
}

/* Without a day of the document there is no stamp: bytes must not depend on the clock. */
static void
set_metadata (cairo_surface_t *surface, MappeLayout *layout)
{
  gboolean dated = layout->date != NULL && mappe_date_is_valid (layout->date);
  g_autofree char *stamp = dated ? g_strconcat (layout->date, "T00:00:00Z", NULL) : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, layout->title);
  if (layout->council != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, layout->council);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Ratsmappe");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
}

static gboolean
goes_on (MappeLayout *layout, guint page, const MappeBlock *block)
{
  const GPtrArray *pieces = page + 1 < layout->pages->len ? g_ptr_array_index (layout->pages, page + 1) : NULL;

  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    if (((const MappePiece *) g_ptr_array_index (pieces, i))->block == block)
      return TRUE;
  return FALSE;
}

/* The texts of a page that is drawn: of a long document they are most of what it takes of the memory, which the rest of
 * the work needs, too. Headings of tables may stand again. */
static void
forget_page (MappeLayout *layout, guint page)
{
  const GPtrArray *pieces = g_ptr_array_index (layout->pages, page);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MappeBlock *block = ((const MappePiece *) g_ptr_array_index (pieces, i))->block;

      if (block->kind == MAPPE_BLOCK_HEADER || goes_on (layout, page, block))
        continue;
      for (guint j = 0; j < block->cells->len; j++)
        g_clear_object (&((MappeCell *) g_ptr_array_index (block->cells, j))->layout);
    }
}

static cairo_status_t
draw_all (MappeLayout *layout, cairo_surface_t *surface, gboolean forget)
{
  Tagger self = { .surface = surface, .cr = cairo_create (surface) };
  cairo_status_t status;

  set_metadata (surface, layout);
  cairo_tag_begin (self.cr, "Document", NULL);
  for (guint page = 0; page < layout->pages->len; page++)
    {
      mappe_layout_draw_page (layout, page, self.cr, tag_cb, &self);
      cairo_show_page (self.cr);
      if (forget)
        forget_page (layout, page);
    }
  end_group (&self);
  cairo_tag_end (self.cr, "Document");
  add_outlines (&self, layout);
  status = cairo_status (self.cr);
  cairo_destroy (self.cr);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

static GBytes *
draw_pdf (MappeLayout *self, gboolean forget, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, self->width, self->height);
  cairo_status_t status = draw_all (self, surface, forget);
  g_autoptr (GBytes) drawn = g_byte_array_free_to_bytes (bytes);

  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&drawn);
  g_set_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE, _("the PDF could not be finished: %s"),
               cairo_status_to_string (status));
  return NULL;
}

/* Returns: (transfer container): texts in the place of figures in their order, ended by %NULL */
static GPtrArray *
texts_of_figures (MappeLayout *self)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const MappeBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->figure != NULL)
        g_ptr_array_add (texts, block->figure->text);
    }
  g_ptr_array_add (texts, NULL);
  return texts;
}

/**
 * mappe_layout_lacks_signs:
 *
 * Pango draws the number of a character for which no font has a sign: it can be seen, but is not what is written.
 *
 * Returns: whether the pages have such a character
 */
gboolean
mappe_layout_lacks_signs (MappeLayout *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const MappeBlock *block = g_ptr_array_index (self->blocks, i);

      for (guint j = 0; j < block->cells->len; j++)
        if (pango_layout_get_unknown_glyphs_count (((MappeCell *) g_ptr_array_index (block->cells, j))->layout) > 0)
          return TRUE;
    }
  return FALSE;
}

static GBytes *
make_pdf (MappeLayout *self, gboolean forget, GError **error)
{
  gboolean dated = self->date != NULL && mappe_date_is_valid (self->date);
  g_autoptr (GPtrArray) figures = texts_of_figures (self);
  MappePdfFacts facts = { self->title, self->council, dated ? self->date : NULL,
                          mappe_language_get_code (self->language), (const char *const *) figures->pdata,
                          mappe_layout_lacks_signs (self) ? MAPPE_PDF_GAP_GLYPH : MAPPE_PDF_GAP_NONE };
  g_autoptr (GBytes) drawn = draw_pdf (self, forget, error);

  return drawn != NULL ? mappe_pdf_finish (drawn, &facts, NULL, error) : NULL;
}

/**
 * mappe_layout_to_pdf:
 * @error: return location for %MAPPE_DOCUMENT_ERROR_WRITE
 *
 * The pages as a PDF with headings, paragraphs, lists and tables tagged, which claims PDF/UA-1 and PDF/A-3b when our
 * own checks find nothing missing. It is dated by the meta "date" alone, so that equal documents give equal bytes.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
mappe_layout_to_pdf (MappeLayout *self, GError **error)
{
  return make_pdf (self, FALSE, error);
}

/**
 * mappe_layout_end_as_pdf:
 * @self: (transfer full): is used up
 *
 * The same as mappe_layout_to_pdf(), in less memory.
 */
GBytes *
mappe_layout_end_as_pdf (MappeLayout *self, GError **error)
{
  GBytes *pdf = make_pdf (self, TRUE, error);

  mappe_layout_free (self);
  return pdf;
}
