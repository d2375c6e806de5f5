/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-letterhead.h"
#include "mappe-write-text-private.h"
#include "mappe-writers.h"

#define LEAST_WIDTH 20
#define LEAST_TEXT_WIDTH 10
#define SIGNATURE_WIDTH 40
#define NUMBER_WIDTH 5  /* of an agenda item, with the space behind it: "12.1 " */

static guint
columns_of (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* How many columns of a terminal @text takes. */
guint
mappe_text_columns (const char *text)
{
  guint columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    columns += columns_of (g_utf8_get_char (p));
  return columns;
}

void
mappe_text_writer_repeat (MappeTextWriter *self, char c, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (self->out, c);
}

/* An empty line before what comes, but not at the start and not behind a heading. */
void
mappe_text_writer_gap (MappeTextWriter *self)
{
  if (self->out->len > 0 && !self->tight)
    g_string_append_c (self->out, '\n');
  self->tight = FALSE;
}

/* Where the line at @text ends that has @width columns: behind a word, or within one that is longer than the line. */
static const char *
end_of_line (const char *text, const char *end, guint width)
{
  const char *space = NULL;
  guint columns = 0;
  const char *p;

  for (p = text; p < end; p = g_utf8_next_char (p))
    {
      columns += columns_of (g_utf8_get_char (p));
      if (columns > width)
        break;
      if (*p == ' ')
        space = p;
    }
  if (p == end || *p == ' ')
    return p;
  if (space == NULL || space == text)
    return p > text ? p : g_utf8_next_char (p);
  while (space > text && space[-1] == ' ')
    space--;
  return space;
}

static void
append_paragraph (MappeTextWriter *self, guint indent, const char *text, const char *end)
{
  guint width = self->width > indent + LEAST_TEXT_WIDTH ? self->width - indent : LEAST_TEXT_WIDTH;

  do
    {
      const char *stop = end_of_line (text, end, width);

      g_string_append_len (self->out, text, stop - text);
      for (text = stop; text < end && *text == ' ';)
        text++;
      g_string_append_c (self->out, '\n');
      if (text < end)
        mappe_text_writer_repeat (self, ' ', indent);
    }
  while (text < end);
}

/*
 * @prefix: (nullable): what stands before the first line, filled to @hang; NULL lets it begin at the left
 * @hang: columns that the other lines are moved to the right
 */
void
mappe_text_writer_wrap (MappeTextWriter *self, const char *prefix, guint hang, const char *text)
{
  guint indent = self->indent + hang;

  mappe_text_writer_repeat (self, ' ', self->indent);
  if (prefix != NULL)
    {
      guint columns = mappe_text_columns (prefix);

      g_string_append (self->out, prefix);
      mappe_text_writer_repeat (self, ' ', hang > columns ? hang - columns : 0);
    }
  for (;;)
    {
      const char *end = text + strcspn (text, "\n");

      append_paragraph (self, indent, text, end);
      if (*end == '\0')
        break;
      text = end + 1;
      mappe_text_writer_repeat (self, ' ', *text != '\n' && *text != '\0' ? indent : 0);
    }
}

static guint write_child (MappeTextWriter *self, const MappeNode *node, guint i);
static void write_children (MappeTextWriter *self, const MappeNode *node, guint first, guint end);

/* The runs of text from the child @first on. Returns the number of the child behind them. */
static guint
gather (const MappeNode *node, guint first, GString *text)
{
  guint i;

  for (i = first; i < node->children->len; i++)
    {
      const MappeNode *child = g_ptr_array_index (node->children, i);

      if (child->role != MAPPE_ROLE_TEXT)
        break;
      g_string_append (text, child->text != NULL ? child->text : "");
    }
  return i;
}

static void
write_item (MappeTextWriter *self, const MappeNode *item, const char *prefix)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint rest = gather (item, 0, text);
  guint hang = mappe_text_columns (prefix);

  mappe_text_writer_wrap (self, prefix, hang, text->str);
  self->indent += hang;
  self->tight = TRUE;
  write_children (self, item, rest, item->children->len);
  self->tight = FALSE;
  self->indent -= hang;
}

static void
write_list (MappeTextWriter *self, const MappeNode *list)
{
  mappe_text_writer_gap (self);
  for (guint i = 0; i < list->children->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u. ", i + 1);

      write_item (self, g_ptr_array_index (list->children, i),
                  (list->flags & MAPPE_NODE_ORDERED) != 0 ? number : "– ");
    }
}

static void
write_agenda_item (MappeTextWriter *self, const MappeNode *item)
{
  g_autofree char *prefix = g_strconcat (item->number != NULL ? item->number : "", "  ", NULL);
  guint hang = MAX (NUMBER_WIDTH, mappe_text_columns (prefix));
  guint indent = self->indent;

  mappe_text_writer_gap (self);
  mappe_text_writer_wrap (self, prefix, hang, item->text != NULL ? item->text : "");
  self->tight = TRUE;
  for (guint i = 0; i < item->children->len;)
    {
      const MappeNode *child = g_ptr_array_index (item->children, i);

      /* Numbers like 5.1 tell the depth: items within an item stand as far left as it does. */
      self->indent = child->role == MAPPE_ROLE_AGENDA_ITEM ? indent : indent + hang;
      self->tight = self->tight && child->role != MAPPE_ROLE_AGENDA_ITEM;
      i = write_child (self, item, i);
    }
  self->indent = indent;
  self->tight = FALSE;
}

static void
write_signatures (MappeTextWriter *self, const MappeNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      g_autofree char *text = mappe_node_get_text (g_ptr_array_index (node->children, i));

      self->tight = FALSE;
      mappe_text_writer_gap (self);
      g_string_append_c (self->out, '\n');
      mappe_text_writer_repeat (self, ' ', self->indent);
      mappe_text_writer_repeat (self, '_', MIN (SIGNATURE_WIDTH, self->width - MIN (self->width, self->indent)));
      g_string_append_c (self->out, '\n');
      mappe_text_writer_wrap (self, NULL, 0, text);
    }
}

/* Main headings are underlined; below the others their text follows at once. */
static void
write_heading (MappeTextWriter *self, const MappeNode *node)
{
  g_autofree char *heading = mappe_node_get_heading (node);
  gboolean main_section = node->role == MAPPE_ROLE_SECTION && node->depth <= 1;
  char line = node->role == MAPPE_ROLE_DOCUMENT ? '=' : main_section ? '-' : '\0';

  if (*heading == '\0')
    return;
  mappe_text_writer_gap (self);
  mappe_text_writer_wrap (self, NULL, 0, heading);
  self->tight = line == '\0';
  if (line == '\0')
    return;
  mappe_text_writer_repeat (self, ' ', self->indent);
  mappe_text_writer_repeat (self, line, MIN (mappe_text_columns (heading), self->width));
  g_string_append_c (self->out, '\n');
}

static void
write_node (MappeTextWriter *self, const MappeNode *node)
{
  guint head;

  switch (node->role)
    {
    case MAPPE_ROLE_LIST:
      write_list (self, node);
      break;
    case MAPPE_ROLE_TABLE:
      mappe_text_writer_table (self, node);
      break;
    case MAPPE_ROLE_FIGURE:
      if (node->picture != NULL)
        break;
      mappe_text_writer_gap (self);
      mappe_text_writer_wrap (self, NULL, 0, node->text != NULL ? node->text : "");
      break;
    case MAPPE_ROLE_AGENDA_ITEM:
      write_agenda_item (self, node);
      break;
    case MAPPE_ROLE_SIGNATURES:
      write_heading (self, node);
      write_signatures (self, node);
      break;
    default:
      /* The head of a letter stands above its subject. */
      head = mappe_letterhead_end (node);
      write_children (self, node, 0, head);
      if (node->role != MAPPE_ROLE_PARAGRAPH)
        write_heading (self, node);
      write_children (self, node, head, node->children->len);
      self->tight = FALSE;
      break;
    }
}

/* Writes the child @i, or all runs of text from there on. Returns the number of the child behind. */
static guint
write_child (MappeTextWriter *self, const MappeNode *node, guint i)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint next = gather (node, i, text);

  if (next == i)
    {
      write_node (self, g_ptr_array_index (node->children, i));
      return i + 1;
    }
  mappe_text_writer_gap (self);
  mappe_text_writer_wrap (self, NULL, 0, text->str);
  return next;
}

static void
write_children (MappeTextWriter *self, const MappeNode *node, guint first, guint end)
{
  for (guint i = first; i < end;)
    i = write_child (self, node, i);
}

/**
 * mappe_write_text:
 * @document: a document or a part of one
 * @width: columns of a line, at least 20; wide characters take two
 *
 * Returns: (transfer full): @document as plain text with a line feed at its end
 */
char *
mappe_write_text (const MappeNode *document, guint width)
{
  MappeTextWriter self = { g_string_new (NULL), MAX (width, LEAST_WIDTH), 0, FALSE };

  write_node (&self, document);
  return g_string_free (self.out, FALSE);
}
