/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-figure-private.h"
#include "mappe-letterhead.h"
#include "mappe-node-walk.h"
#include "mappe-write-odf-private.h"
#include "mappe-writers.h"
#include "mappe-zip.h"

#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"
#define MOST_HEADINGS 5  /* that have a style */

typedef struct {
  MappeTagWriter *out;
  guint           n_tables, n_figures;
  guint           lists;       /* that are open: an inner one takes the style of the outer */
  gboolean        in_header;   /* rows of headings */
  gboolean        in_heading_row;
  const char     *style;       /* of paragraphs that are neither in a list nor in a cell */
  gboolean        in_cell, centred;
  gboolean        head;        /* above the subject of a letter */
  guint           in_address;  /* number of its next paragraph, from 1; 0 elsewhere */
  gboolean        in_info;
} Odf;

static void
begin_styled (Odf *self, const char *element, const char *attribute, const char *shown)
{
  g_autofree char *style = mappe_odf_style_name (shown);

  mappe_tag_writer_begin (self->out, element);
  mappe_tag_writer_attribute (self->out, attribute, style);
}

/* --- tables --- */

static guint
count_columns (const MappeNode *table)
{
  guint n = 0;

  for (guint i = 0; i < table->children->len; i++)
    n = MAX (n, ((const MappeNode *) g_ptr_array_index (table->children, i))->children->len);
  return n;
}

static void
begin_table (Odf *self, const MappeNode *table)
{
  g_autofree char *name = g_strdup_printf ("Table%u", ++self->n_tables);

  mappe_tag_writer_begin (self->out, "table:table");
  mappe_tag_writer_attribute (self->out, "table:name", name);
  mappe_tag_writer_attribute (self->out, "table:style-name", name);
  for (guint i = 0; i < count_columns (table); i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);

      mappe_tag_writer_empty (self->out, "table:table-column", "table:style-name", column, NULL);
    }
  self->in_header = FALSE;
}

/* Headings stand at the top of a table; one further down is a row like others, but for its looks. */
static void
begin_row (Odf *self, const MappeNode *row)
{
  gboolean header = (row->flags & MAPPE_NODE_HEADER) != 0;

  if (self->in_header && !header)
    mappe_tag_writer_end (self->out);
  if (header && !self->in_header && !self->in_heading_row)
    mappe_tag_writer_begin (self->out, "table:table-header-rows");
  self->in_header = header;
  self->in_heading_row = header;
  mappe_tag_writer_begin (self->out, "table:table-row");
}

static void
begin_cell (Odf *self, const MappeNode *cell)
{
  self->in_cell = TRUE;
  self->centred = (cell->flags & MAPPE_NODE_CENTRED) != 0;
  mappe_tag_writer_begin (self->out, "table:table-cell");
  mappe_tag_writer_attribute (self->out, "table:style-name", self->in_heading_row ? "HeadingCell" : "Cell");
  mappe_tag_writer_attribute (self->out, "office:value-type", "string");
  if (cell->children->len == 0)
    mappe_tag_writer_empty (self->out, "text:p", "text:style-name", "Table_20_Contents", NULL);
}

/* --- parts --- */

static void
begin (const MappeNode *node, gpointer data)
{
  Odf *self = data;

  switch (node->role)
    {
    case MAPPE_ROLE_LIST:
      mappe_tag_writer_begin (self->out, "text:list");
      if (self->lists++ == 0)
        mappe_tag_writer_attribute (self->out, "text:style-name",
                                    (node->flags & MAPPE_NODE_ORDERED) != 0 ? "Numbers" : "Bullets");
      break;
    case MAPPE_ROLE_LIST_ITEM:
      mappe_tag_writer_begin (self->out, "text:list-item");
      break;
    case MAPPE_ROLE_TABLE:
      begin_table (self, node);
      break;
    case MAPPE_ROLE_ROW:
      begin_row (self, node);
      break;
    case MAPPE_ROLE_CELL:
      begin_cell (self, node);
      break;
    case MAPPE_ROLE_DECISION:
      self->style = "Decision";
      break;
    case MAPPE_ROLE_SIGNATURES:
      self->style = "Signature";
      break;
    case MAPPE_ROLE_ADDRESS:
      self->in_address = 1;
      break;
    case MAPPE_ROLE_PARTICULARS:
      self->in_info = TRUE;
      mappe_odf_begin_text_frame (self->out, MAPPE_ODF_FRAME_INFO);
      break;
    default:
      break;
    }
}

static void
end (const MappeNode *node, gpointer data)
{
  Odf *self = data;

  switch (node->role)
    {
    case MAPPE_ROLE_LIST:
      self->lists--;
      mappe_tag_writer_end (self->out);
      break;
    case MAPPE_ROLE_TABLE:
      if (self->in_header)
        mappe_tag_writer_end (self->out);
      self->in_header = self->in_heading_row = FALSE;
      mappe_tag_writer_end (self->out);
      break;
    case MAPPE_ROLE_CELL:
      self->in_cell = FALSE;
      mappe_tag_writer_end (self->out);
      break;
    case MAPPE_ROLE_LIST_ITEM:
    case MAPPE_ROLE_ROW:
      mappe_tag_writer_end (self->out);
      break;
    case MAPPE_ROLE_DECISION:
    case MAPPE_ROLE_SIGNATURES:
      self->style = NULL;
      break;
    case MAPPE_ROLE_ADDRESS:
      self->in_address = 0;
      break;
    case MAPPE_ROLE_PARTICULARS:
      self->in_info = FALSE;
      mappe_odf_end_text_frame (self->out);
      break;
    default:
      return;
    }
  if (node->role == MAPPE_ROLE_TABLE || node->role == MAPPE_ROLE_LIST)
    mappe_tag_writer_line (self->out);
}

static void
heading (const MappeNode *node, const char *text, guint level, gpointer data)
{
  Odf *self = data;
  g_autofree char *number = g_strdup_printf ("%u", level);
  g_autofree char *style = g_strdup_printf ("Heading %u", MIN (level, MOST_HEADINGS));

  const char *title = self->head ? "Subject" : "Title";

  self->head = FALSE;
  begin_styled (self, level == 0 ? "text:p" : "text:h", "text:style-name", level == 0 ? title : style);
  if (level > 0)
    mappe_tag_writer_attribute (self->out, "text:outline-level", number);
  mappe_tag_writer_text (self->out, text);
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

static void
label (const MappeNode *node, const char *text, gpointer data)
{
  Odf *self = data;

  begin_styled (self, "text:p", "text:style-name",
                g_strcmp0 (self->style, "Decision") == 0 ? "Decision label" : "Label");
  mappe_tag_writer_text (self->out, text);
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

/* --- text --- */

/* A format of its own for what white space XML programs take away: line feeds, tabs, spaces in a row or at an end. */
static void
write_spaced (Odf *self, const char *text)
{
  while (*text != '\0')
    {
      gsize plain = strcspn (text, "\n\t ");
      g_autofree char *word = NULL;

      if (text[plain] == ' ' && plain > 0 && text[plain + 1] != ' ' && text[plain + 1] != '\0')
        plain++;
      word = g_strndup (text, plain);
      mappe_tag_writer_text (self->out, word);
      text += plain;
      if (plain > 0 && text[-1] == ' ')
        continue;
      if (*text == '\n')
        mappe_tag_writer_empty (self->out, "text:line-break", NULL);
      else if (*text == '\t')
        mappe_tag_writer_empty (self->out, "text:tab", NULL);
      else if (*text == ' ')
        mappe_tag_writer_empty (self->out, "text:s", NULL);
      text += *text != '\0' ? 1 : 0;
    }
}

static void
write_run (Odf *self, const MappeNode *run)
{
  guint n_spans = 0;

  for (guint flag = MAPPE_TEXT_BOLD; flag <= MAPPE_TEXT_ITALIC; flag <<= 1)
    if ((run->flags & flag) != 0)
      {
        begin_styled (self, "text:span", "text:style-name", flag == MAPPE_TEXT_BOLD ? "Strong Emphasis" : "Emphasis");
        n_spans++;
      }
  write_spaced (self, run->text != NULL ? run->text : "");
  for (; n_spans > 0; n_spans--)
    mappe_tag_writer_end (self->out);
}

static const char *
style_of (const Odf *self, const MappeNode *parent)
{
  if (self->in_cell)
    return self->in_heading_row ? "Table Heading" : self->centred ? "Table Centred" : "Table Contents";
  if (self->lists > 0)
    return "List";
  if (self->in_address > 0)
    return self->in_address == 1 ? "Return address" : "Recipient";
  if (self->head)
    return "Letterhead";
  if (self->style != NULL)
    return self->style;
  return (parent->flags & MAPPE_NODE_CENTRED) != 0 ? "Centred" : "Text body";
}

/* In the head of a letter each paragraph has a frame; the particulars share one. */
static gboolean
begin_in_frame (Odf *self)
{
  if (!self->head || self->in_info)
    return FALSE;
  mappe_odf_begin_text_frame (self->out, self->in_address == 0   ? MAPPE_ODF_FRAME_HEAD
                                         : self->in_address == 1 ? MAPPE_ODF_FRAME_RETURN
                                                                 : MAPPE_ODF_FRAME_RECIPIENT);
  return TRUE;
}

static void
paragraph (const MappeNode *parent, guint first, guint end_of_runs, gpointer data)
{
  Odf *self = data;
  gboolean framed = begin_in_frame (self);

  begin_styled (self, "text:p", "text:style-name", style_of (self, parent));
  for (guint i = first; i < end_of_runs; i++)
    write_run (self, g_ptr_array_index (parent->children, i));
  mappe_tag_writer_end (self->out);
  if (!self->in_cell && self->lists == 0)
    mappe_tag_writer_line (self->out);
  if (framed)
    mappe_odf_end_text_frame (self->out);
  self->in_address += self->in_address > 0 ? 1 : 0;
}

static void
write_picture (Odf *self, const MappeNode *node, const char *picture)
{
  g_autofree char *name = g_strdup_printf ("Figure%u", ++self->n_figures);

  mappe_tag_writer_begin (self->out, "draw:frame");
  mappe_tag_writer_attribute (self->out, "draw:name", name);
  mappe_tag_writer_attribute (self->out, "text:anchor-type", "as-char");
  mappe_tag_writer_attribute (self->out, "svg:width", "16.5cm");
  mappe_tag_writer_attribute (self->out, "svg:height", "9.24cm");
  mappe_tag_writer_begin (self->out, "draw:image");
  mappe_tag_writer_element (self->out, "office:binary-data", picture, NULL);
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_element (self->out, "svg:desc", node->text, NULL);
  mappe_tag_writer_end (self->out);
}

static void
figure (const MappeNode *node, gpointer data)
{
  Odf *self = data;
  g_autofree char *picture = mappe_figure_to_base64 (node, MAPPE_CHART_FORMAT_PNG);

  if (node->picture != NULL)
    {
      mappe_odf_write_logo (self->out, node);
      return;
    }
  begin_styled (self, "text:p", "text:style-name", "Text body");
  if (picture != NULL)
    write_picture (self, node, picture);
  else
    mappe_tag_writer_text (self->out, node->text);
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

static const MappeNodeVisitor visitor = { begin, end, heading, label, figure, paragraph };

static void
write_body (MappeTagWriter *out, const MappeNode *document)
{
  Odf self = { .out = out, .head = mappe_letterhead_is_letter (document) };

  mappe_tag_writer_begin (out, "office:body");
  mappe_tag_writer_begin (out, "office:text");
  mappe_tag_writer_line (out);
  if (self.head)
    mappe_odf_write_marks (out);
  mappe_node_walk (document, &visitor, &self);
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
}

static void
write_automatic (MappeTagWriter *out, const MappeNode *document, gboolean tables, gboolean page)
{
  mappe_tag_writer_begin (out, "office:automatic-styles");
  mappe_tag_writer_line (out);
  if (tables)
    {
      mappe_odf_write_frames (out, document);
      mappe_odf_write_tables (out, document);
    }
  if (page)
    mappe_odf_write_page (out, document);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

/**
 * mappe_write_fodt:
 * @document: the root of a document
 * @error: return location for a #MappeDocumentError
 *
 * Returns: (transfer full) (nullable): @document as a flat OpenDocument 1.3 text, one file of XML
 */
GBytes *
mappe_write_fodt (const MappeNode *document, GError **error)
{
  g_autoptr (MappeTagWriter) out = mappe_tag_writer_new ();

  mappe_odf_begin (out, "office:document");
  mappe_tag_writer_attribute (out, "office:mimetype", MEDIA_TYPE);
  mappe_odf_write_meta (out, document);
  mappe_odf_write_fonts (out);
  mappe_odf_write_styles (out, document);
  write_automatic (out, document, TRUE, TRUE);
  mappe_odf_write_master (out, document);
  write_body (out, document);
  mappe_tag_writer_end (out);
  return mappe_tag_writer_finish (out, error);
}

/* --- the package --- */

static GBytes *
make_content (const MappeNode *document, GError **error)
{
  g_autoptr (MappeTagWriter) out = mappe_tag_writer_new ();

  mappe_odf_begin (out, "office:document-content");
  mappe_odf_write_fonts (out);
  write_automatic (out, document, TRUE, FALSE);
  write_body (out, document);
  mappe_tag_writer_end (out);
  return mappe_tag_writer_finish (out, error);
}

static GBytes *
make_styles (const MappeNode *document, GError **error)
{
  g_autoptr (MappeTagWriter) out = mappe_tag_writer_new ();

  mappe_odf_begin (out, "office:document-styles");
  mappe_odf_write_fonts (out);
  mappe_odf_write_styles (out, document);
  write_automatic (out, document, FALSE, TRUE);
  mappe_odf_write_master (out, document);
  mappe_tag_writer_end (out);
  return mappe_tag_writer_finish (out, error);
}

static GBytes *
make_meta (const MappeNode *document, GError **error)
{
  g_autoptr (MappeTagWriter) out = mappe_tag_writer_new ();

  mappe_odf_begin (out, "office:document-meta");
  mappe_odf_write_meta (out, document);
  mappe_tag_writer_end (out);
  return mappe_tag_writer_finish (out, error);
}

static GBytes *
make_manifest (GError **error)
{
  static const char *const entries[][2] = {
    { "/", MEDIA_TYPE }, { "content.xml", "text/xml" }, { "styles.xml", "text/xml" }, { "meta.xml", "text/xml" },
  };
  g_autoptr (MappeTagWriter) out = mappe_tag_writer_new ();

  mappe_tag_writer_begin (out, "manifest:manifest");
  mappe_tag_writer_attribute (out, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  mappe_tag_writer_attribute (out, "manifest:version", "1.3");
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    mappe_tag_writer_empty (out, "manifest:file-entry", "manifest:full-path", entries[i][0], "manifest:media-type",
                            entries[i][1], "manifest:version", i == 0 ? "1.3" : NULL, NULL);
  mappe_tag_writer_end (out);
  return mappe_tag_writer_finish (out, error);
}

/**
 * mappe_write_odt:
 * @document: the root of a document
 * @error: return location for a #MappeDocumentError
 *
 * Returns: (transfer full) (nullable): @document as an OpenDocument 1.3 package; equal documents give equal bytes
 */
GBytes *
mappe_write_odt (const MappeNode *document, GError **error)
{
  g_autoptr (GBytes) type = g_bytes_new_static (MEDIA_TYPE, strlen (MEDIA_TYPE));
  g_autoptr (GBytes) content = make_content (document, error);
  g_autoptr (GBytes) styles = content != NULL ? make_styles (document, error) : NULL;
  g_autoptr (GBytes) meta = styles != NULL ? make_meta (document, error) : NULL;
  g_autoptr (GBytes) manifest = meta != NULL ? make_manifest (error) : NULL;
  const MappeZipEntry entries[] = {
    { "mimetype", type, FALSE },    { "content.xml", content, TRUE }, { "styles.xml", styles, TRUE },
    { "meta.xml", meta, TRUE },     { "META-INF/manifest.xml", manifest, TRUE },
  };

  return manifest != NULL ? mappe_zip_write (entries, G_N_ELEMENTS (entries), error) : NULL;
}
