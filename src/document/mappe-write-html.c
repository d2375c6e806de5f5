/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-figure-private.h"
#include "mappe-node-walk.h"
#include "mappe-tag-writer.h"
#include "mappe-writers.h"

#include <string.h>

/* XHTML 1.1 in one file: what a browser, a screen reader and the editor of a web site take. */

#define MOST_HEADINGS 6

typedef struct {
  MappeTagWriter *out;
  gboolean        in_head;  /* of a table */
  gboolean        in_body;
} Html;

static const char style[] =
  "body{font-family:Cantarell,\"Segoe UI\",Helvetica,Arial,sans-serif;line-height:1.45;max-width:44em;margin:2em auto;"
  "padding:0 1em}"
  "h1{line-height:1.2}h2{margin-top:1.6em}"
  "p.figure img{max-width:100%;background:#fff}"
  "p.logo{text-align:right;margin:0}p.logo img{max-width:14em;max-height:4.5em;background:#fff}"
  "div.address{margin:2em 0}div.address p:first-child{font-size:.7em;margin-bottom:.5em}"
  "div.particulars{float:right}div.particulars p{margin:0}"
  "p.label{font-weight:bold;margin-bottom:0.2em}p.centred{text-align:center}"
  "div.decision{border-left:0.25em solid #777;padding-left:1em}"
  "table{border-collapse:collapse;width:100%}"
  "th,td{border:1px solid #888;padding:0.3em 0.5em;text-align:start;vertical-align:top}"
  "th.centred,td.centred{text-align:center}"
  "div.signatures p{border-top:1px solid;display:inline-block;width:18em;margin:4em 2em 0 0}"
  "div.signatures p.label{border:0;display:block;width:auto;margin-top:2em}"
  "@media (prefers-color-scheme:dark){body{background:#1d1d1d;color:#eee}}"
  "@media print{body{max-width:none;margin:0}h2,h3,p.label{page-break-after:avoid}tr{page-break-inside:avoid}}";

/* Who a part is for is nothing to tell; a class names what the part is. */
static const char *
class_of (const MappeNode *node)
{
  switch (node->role)
    {
    case MAPPE_ROLE_AGENDA_ITEM:
      return "agenda-item";
    case MAPPE_ROLE_ATTENDANCE:
      return "attendance";
    case MAPPE_ROLE_MOTION:
      return "motion";
    case MAPPE_ROLE_VOTE:
      return "vote";
    case MAPPE_ROLE_DECISION:
      return "decision";
    case MAPPE_ROLE_STATEMENT:
      return "statement";
    case MAPPE_ROLE_TASKS:
      return "tasks";
    case MAPPE_ROLE_SIGNATURES:
      return "signatures";
    case MAPPE_ROLE_ADDRESS:
      return "address";
    case MAPPE_ROLE_PARTICULARS:
      return "particulars";
    default:
      return "section";
    }
}

/* A table of headings alone would have no body, which XHTML wants. */
static gboolean
has_body (const MappeNode *table)
{
  const MappeNode *last = g_ptr_array_index (table->children, table->children->len - 1);

  return (last->flags & MAPPE_NODE_HEADER) == 0;
}

static void
begin_row (Html *self, const MappeNode *row)
{
  gboolean header = (row->flags & MAPPE_NODE_HEADER) != 0 && !self->in_body;

  if (header && !self->in_head)
    mappe_tag_writer_begin (self->out, "thead");
  if (!header && self->in_head)
    mappe_tag_writer_end (self->out);
  if (!header && !self->in_body)
    mappe_tag_writer_begin (self->out, "tbody");
  self->in_head = header;
  self->in_body = !header;
  mappe_tag_writer_begin (self->out, "tr");
}

/* Whether the first letter belongs to a script that runs from right to left. */
static gboolean
runs_to_left (const char *text)
{
  static const GUnicodeScript scripts[] = { G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_SYRIAC,
                                            G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO, G_UNICODE_SCRIPT_ADLAM };

  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_unichar_get_script (g_utf8_get_char (text)) == scripts[i])
      return TRUE;
  return FALSE;
}

static void
set_direction (Html *self, const char *text)
{
  mappe_tag_writer_attribute (self->out, "dir", runs_to_left (text) ? "rtl" : NULL);
}

static void
set_direction_of (Html *self, const MappeNode *node)
{
  g_autofree char *text = mappe_node_get_text (node);

  set_direction (self, text);
}

static void
begin_cell (Html *self, const MappeNode *cell)
{
  mappe_tag_writer_begin (self->out, self->in_head ? "th" : "td");
  mappe_tag_writer_attribute (self->out, "scope", self->in_head ? "col" : NULL);
  mappe_tag_writer_attribute (self->out, "class", (cell->flags & MAPPE_NODE_CENTRED) != 0 ? "centred" : NULL);
  set_direction_of (self, cell);
}

static void
begin_part (Html *self, const MappeNode *node)
{
  mappe_tag_writer_begin (self->out, "div");
  mappe_tag_writer_attribute (self->out, "class", class_of (node));
  mappe_tag_writer_line (self->out);
}

static void
begin (const MappeNode *node, gpointer data)
{
  Html *self = data;

  switch (node->role)
    {
    case MAPPE_ROLE_DOCUMENT:
      break;
    case MAPPE_ROLE_LIST:
      mappe_tag_writer_begin (self->out, (node->flags & MAPPE_NODE_ORDERED) != 0 ? "ol" : "ul");
      break;
    case MAPPE_ROLE_LIST_ITEM:
      mappe_tag_writer_begin (self->out, "li");
      set_direction_of (self, node);
      break;
    case MAPPE_ROLE_TABLE:
      mappe_tag_writer_begin (self->out, "table");
      self->in_head = FALSE;
      self->in_body = !has_body (node);
      if (self->in_body)
        mappe_tag_writer_begin (self->out, "tbody");
      break;
    case MAPPE_ROLE_ROW:
      begin_row (self, node);
      break;
    case MAPPE_ROLE_CELL:
      begin_cell (self, node);
      break;
    default:
      begin_part (self, node);
      break;
    }
}

static void
end (const MappeNode *node, gpointer data)
{
  Html *self = data;

  if (node->role == MAPPE_ROLE_DOCUMENT)
    return;
  if (node->role == MAPPE_ROLE_TABLE && (self->in_head || self->in_body))
    mappe_tag_writer_end (self->out);
  mappe_tag_writer_end (self->out);
  if (node->role != MAPPE_ROLE_CELL && node->role != MAPPE_ROLE_LIST_ITEM)
    mappe_tag_writer_line (self->out);
}

static void
heading (const MappeNode *node, const char *text, guint level, gpointer data)
{
  Html *self = data;
  char element[] = "h1";

  element[1] = (char) ('1' + MIN (level, MOST_HEADINGS - 1));
  mappe_tag_writer_begin (self->out, element);
  set_direction (self, text);
  mappe_tag_writer_text (self->out, text);
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

static void
label (const MappeNode *node, const char *text, gpointer data)
{
  Html *self = data;

  mappe_tag_writer_element (self->out, "p", text, "class", "label", NULL);
  mappe_tag_writer_line (self->out);
}

static void
write_run (Html *self, const MappeNode *run)
{
  g_auto (GStrv) lines = g_strsplit (run->text != NULL ? run->text : "", "\n", -1);
  guint n_tags = 0;

  for (guint flag = MAPPE_TEXT_BOLD; flag <= MAPPE_TEXT_ITALIC; flag <<= 1)
    if ((run->flags & flag) != 0)
      {
        mappe_tag_writer_begin (self->out, flag == MAPPE_TEXT_BOLD ? "strong" : "em");
        n_tags++;
      }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        mappe_tag_writer_empty (self->out, "br", NULL);
      mappe_tag_writer_text (self->out, lines[i]);
    }
  for (; n_tags > 0; n_tags--)
    mappe_tag_writer_end (self->out);
}

/* Text that stands in a cell or an item at once needs no paragraph around it. */
static void
paragraph (const MappeNode *parent, guint first, guint end_of_runs, gpointer data)
{
  Html *self = data;
  gboolean bare = parent->role == MAPPE_ROLE_CELL || parent->role == MAPPE_ROLE_LIST_ITEM;

  if (!bare)
    {
      mappe_tag_writer_begin (self->out, "p");
      mappe_tag_writer_attribute (self->out, "class", (parent->flags & MAPPE_NODE_CENTRED) != 0 ? "centred" : NULL);
      set_direction_of (self, parent);
    }
  for (guint i = first; i < end_of_runs; i++)
    write_run (self, g_ptr_array_index (parent->children, i));
  if (bare)
    return;
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

static void
figure (const MappeNode *node, gpointer data)
{
  Html *self = data;
  const char *type = node->picture != NULL ? node->picture->media_type : "image/svg+xml";
  g_autofree char *picture = node->picture != NULL ? mappe_picture_to_base64 (node->picture)
                                                   : mappe_figure_to_base64 (node, MAPPE_CHART_FORMAT_SVG);
  g_autofree char *address = picture != NULL ? g_strconcat ("data:", type, ";base64,", picture, NULL) : NULL;

  mappe_tag_writer_begin (self->out, "p");
  mappe_tag_writer_attribute (self->out, "class", node->picture != NULL ? "logo" : "figure");
  if (address != NULL)
    mappe_tag_writer_empty (self->out, "img", "src", address, "alt", node->text, NULL);
  else
    mappe_tag_writer_text (self->out, node->text);
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

static const MappeNodeVisitor visitor = { begin, end, heading, label, figure, paragraph };

static void
write_head (MappeTagWriter *out, const MappeNode *document)
{
  const char *council = mappe_node_get_meta (document, "council");
  const char *date = mappe_node_get_meta (document, "date");

  mappe_tag_writer_begin (out, "head");
  mappe_tag_writer_empty (out, "meta", "http-equiv", "Content-Type", "content", "application/xhtml+xml; charset=UTF-8",
                          NULL);
  mappe_tag_writer_element (out, "title", document->text, NULL);
  mappe_tag_writer_empty (out, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
  mappe_tag_writer_empty (out, "meta", "name", "generator", "content", "Ratsmappe", NULL);
  if (council != NULL)
    mappe_tag_writer_empty (out, "meta", "name", "author", "content", council, NULL);
  if (date != NULL)
    mappe_tag_writer_empty (out, "meta", "name", "dcterms.date", "content", date, NULL);
  mappe_tag_writer_element (out, "style", style, "type", "text/css", NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

/**
 * mappe_write_html:
 * @document: the root of a document
 * @error: return location for a #MappeDocumentError
 *
 * Returns: (transfer full) (nullable): @document as one file of XHTML 1.1 with its style inside
 */
GBytes *
mappe_write_html (const MappeNode *document, GError **error)
{
  g_autoptr (MappeTagWriter) out = mappe_tag_writer_new ();
  const char *language = mappe_node_get_meta (document, "language");
  Html self = { out, FALSE, FALSE };

  mappe_tag_writer_begin (out, "html");
  mappe_tag_writer_attribute (out, "xmlns", "http://www.w3.org/1999/xhtml");
  mappe_tag_writer_attribute (out, "lang", language);
  mappe_tag_writer_attribute (out, "xml:lang", language);
  write_head (out, document);
  mappe_tag_writer_begin (out, "body");
  mappe_tag_writer_line (out);
  mappe_node_walk (document, &visitor, &self);
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
  return mappe_tag_writer_finish (out, error);
}
