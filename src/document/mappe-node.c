/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-node.h"

#include <stdarg.h>
#include <string.h>

#include "mappe-chart-table.h"
#include "mappe-text.h"

#define LANGUAGE "language"
#define TEXT_FLAGS (MAPPE_TEXT_BOLD | MAPPE_TEXT_ITALIC)

/* What a document can hold: text that is no UTF-8 is made so, control characters go. Spaces at the ends stay: a run is
 * a part of a sentence. */
static char *
holdable (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) out = NULL;

  if (mappe_text_is_clean (text, TRUE))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *one = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

      if (*p == '\r' && p[1] != '\n')
        g_string_append_c (out, '\n');
      else if (mappe_text_is_clean (one, TRUE))
        g_string_append (out, one);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static MappeNode *
node_new (MappeRole role)
{
  MappeNode *self = g_new0 (MappeNode, 1);

  self->role = role;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_node_free);
  return self;
}

/**
 * mappe_node_new_document:
 * @title: title of the document
 * @language: (nullable): the language it is written in; its code is kept as the meta "language"
 *
 * Returns: (transfer full): the root of a public document without content
 */
MappeNode *
mappe_node_new_document (const char *title, const MappeLanguage *language)
{
  MappeNode *self = node_new (MAPPE_ROLE_DOCUMENT);

  self->text = holdable (title);
  self->meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  mappe_node_set_meta (self, LANGUAGE, mappe_language_get_code (language));
  return self;
}

/** mappe_node_free: @self: (transfer full) (nullable): a document, or a part that no parent owns */
void
mappe_node_free (MappeNode *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->substitute);
  g_free (self->number);
  g_free (self->source);
  g_free (self->field);
  g_free (self->vote);
  g_clear_pointer (&self->chart, mappe_chart_unref);
  g_clear_pointer (&self->picture, mappe_picture_unref);
  g_clear_pointer (&self->meta, g_hash_table_unref);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/**
 * mappe_node_may_hold:
 * @parent: role of a node
 * @child: role of a node to be added to it
 *
 * Rows stand in tables, cells in rows, items in lists, and nothing else does; text and figures hold nothing.
 *
 * Returns: whether a node of the one role may be a child of a node of the other
 */
gboolean
mappe_node_may_hold (MappeRole parent, MappeRole child)
{
  if (parent == MAPPE_ROLE_TEXT || parent == MAPPE_ROLE_FIGURE || child == MAPPE_ROLE_DOCUMENT)
    return FALSE;
  return (parent == MAPPE_ROLE_TABLE) == (child == MAPPE_ROLE_ROW)
         && (parent == MAPPE_ROLE_ROW) == (child == MAPPE_ROLE_CELL)
         && (parent == MAPPE_ROLE_LIST) == (child == MAPPE_ROLE_LIST_ITEM);
}

/**
 * mappe_node_add:
 * @parent: a node that may hold such a part, see mappe_node_may_hold()
 * @role: what the part is
 *
 * Returns: (transfer none): the new part, last of @parent and of its class of confidentiality
 */
MappeNode *
mappe_node_add (MappeNode *parent, MappeRole role)
{
  MappeNode *self;

  g_return_val_if_fail (mappe_node_may_hold (parent->role, role), NULL);

  self = node_new (role);
  self->class = parent->class;
  g_ptr_array_add (parent->children, self);
  return self;
}

/**
 * mappe_node_add_section:
 * @depth: 1 for a main section
 * @heading: (nullable): what stands above it
 *
 * Returns: (transfer none): the new section
 */
MappeNode *
mappe_node_add_section (MappeNode *parent, guint depth, const char *heading)
{
  MappeNode *self = mappe_node_add (parent, MAPPE_ROLE_SECTION);

  self->depth = depth;
  self->text = holdable (heading);
  return self;
}

/**
 * mappe_node_add_text:
 * @parent: a paragraph, item of a list or cell
 * @flags: %MAPPE_TEXT_BOLD, %MAPPE_TEXT_ITALIC
 * @text: (nullable): a run of text; a line feed in it is a line feed
 *
 * Returns: (transfer none): the run
 */
MappeNode *
mappe_node_add_text (MappeNode *parent, guint flags, const char *text)
{
  MappeNode *self = mappe_node_add (parent, MAPPE_ROLE_TEXT);

  self->flags = flags;
  self->text = holdable (text != NULL ? text : "");
  return self;
}

/** mappe_node_add_paragraph: Returns: (transfer none): a new paragraph that holds @text as one plain run */
MappeNode *
mappe_node_add_paragraph (MappeNode *parent, const char *text)
{
  MappeNode *self = mappe_node_add (parent, MAPPE_ROLE_PARAGRAPH);

  mappe_node_add_text (self, MAPPE_TEXT_PLAIN, text);
  return self;
}

/**
 * mappe_node_add_row:
 * @table: a table
 * @flags: %MAPPE_NODE_HEADER and others for the row; %MAPPE_TEXT_BOLD and %MAPPE_TEXT_ITALIC for the text of its cells
 * @...: texts of the cells, from the first column; "" for an empty one; %NULL ends them
 *
 * A column is narrow when one of its cells has the flag %MAPPE_NODE_NARROW, and set to the middle cell by cell.
 *
 * Returns: (transfer none): the row
 */
MappeNode *
mappe_node_add_row (MappeNode *table, guint flags, ...)
{
  MappeNode *self = mappe_node_add (table, MAPPE_ROLE_ROW);
  const char *text;
  va_list texts;

  self->flags = flags & ~(guint) TEXT_FLAGS;
  va_start (texts, flags);
  while ((text = va_arg (texts, const char *)) != NULL)
    mappe_node_add_text (mappe_node_add (self, MAPPE_ROLE_CELL), flags & TEXT_FLAGS, text);
  va_end (texts);
  return self;
}

/* The figures of the chart, for those who cannot see it and those who want to count. */
static void
add_table (MappeNode *parent, MappeChart *chart)
{
  g_autoptr (MappeChartTable) table = mappe_chart_table_new (chart);
  MappeNode *node = mappe_node_add (parent, MAPPE_ROLE_TABLE);
  MappeNode *row = mappe_node_add_row (node, MAPPE_NODE_HEADER, NULL);

  for (guint column = 0; column < mappe_chart_table_n_columns (table); column++)
    mappe_node_add_text (mappe_node_add (row, MAPPE_ROLE_CELL), 0, mappe_chart_table_get_title (table, column));
  for (gsize i = 0; i < mappe_chart_table_n_rows (table); i++)
    {
      row = mappe_node_add_row (node, 0, NULL);
      for (guint column = 0; column < mappe_chart_table_n_columns (table); column++)
        {
          g_autofree char *text = mappe_chart_table_get_cell (table, i, column);

          mappe_node_add_text (mappe_node_add (row, MAPPE_ROLE_CELL), 0, text);
        }
    }
}

/**
 * mappe_node_add_chart:
 * @chart: a finished chart
 *
 * Adds a figure with the summary of the chart as the text in its place, and the table of its figures beneath.
 *
 * Returns: (transfer none): the figure
 */
MappeNode *
mappe_node_add_chart (MappeNode *parent, MappeChart *chart)
{
  MappeNode *self = mappe_node_add (parent, MAPPE_ROLE_FIGURE);
  g_autofree char *summary = mappe_chart_get_summary (chart);

  self->text = holdable (summary);
  self->chart = mappe_chart_ref (chart);
  add_table (parent, chart);
  return self;
}

/**
 * mappe_node_add_picture:
 * @document: the root of a document
 * @picture: (transfer full): a picture
 * @text: (nullable): what stands in its place for those who cannot see it
 *
 * Adds a picture before everything else, in the place of one that is there already.
 *
 * Returns: (transfer none): the figure
 */
MappeNode *
mappe_node_add_picture (MappeNode *document, MappePicture *picture, const char *text)
{
  MappeNode *first = document->children->len > 0 ? g_ptr_array_index (document->children, 0) : NULL;
  MappeNode *self = node_new (MAPPE_ROLE_FIGURE);

  if (first != NULL && first->picture != NULL)
    g_ptr_array_remove_index (document->children, 0);
  self->text = holdable (text != NULL ? text : "");
  self->picture = picture;
  g_ptr_array_insert (document->children, 0, self);
  return self;
}

/**
 * mappe_node_set_meta:
 * @document: the root of a document
 * @name: what is set; "language", "council" and "date" (an ISO day) are what writers know
 * @value: (nullable): %NULL takes it away
 */
void
mappe_node_set_meta (MappeNode *document, const char *name, const char *value)
{
  g_return_if_fail (document->meta != NULL);

  if (value == NULL)
    g_hash_table_remove (document->meta, name);
  else
    g_hash_table_insert (document->meta, g_strdup (name), holdable (value));
}

/** mappe_node_get_meta: Returns: (transfer none) (nullable): what was set under that name */
const char *
mappe_node_get_meta (const MappeNode *document, const char *name)
{
  return document->meta != NULL ? g_hash_table_lookup (document->meta, name) : NULL;
}

/** mappe_node_get_language: Returns: (transfer none) (nullable): the language that the document is written in */
const MappeLanguage *
mappe_node_get_language (const MappeNode *document)
{
  return mappe_language_get (mappe_node_get_meta (document, LANGUAGE));
}

/** mappe_node_set_source: tells which record the part was made from, e.g. "agenda-item" and "AI-0505" */
void
mappe_node_set_source (MappeNode *self, const char *kind, const char *reference)
{
  g_free (self->source);
  self->source = g_strdup_printf ("%s/%s", kind, reference);
}

/**
 * mappe_node_set_typed:
 * @field: name of the field, of the record that is the source of the part, which holds the text
 *
 * Marks the part as text that a person typed.
 */
void
mappe_node_set_typed (MappeNode *self, const char *field)
{
  g_free (self->field);
  self->field = g_strdup (field);
  self->flags |= MAPPE_NODE_TYPED;
}

/* --- readers --- */

/** mappe_node_restrict: nobody below @class may see the part nor anything in it */
void
mappe_node_restrict (MappeNode *self, MappeClass class)
{
  self->class = MAX (self->class, class);
  for (guint i = 0; i < self->children->len; i++)
    mappe_node_restrict (g_ptr_array_index (self->children, i), class);
}

/** mappe_node_set_substitute: @text: what those below the class of the part read in its place */
void
mappe_node_set_substitute (MappeNode *self, const char *text)
{
  g_free (self->substitute);
  self->substitute = holdable (text);
}

static MappeNode *
copy_whole (const MappeNode *self)
{
  MappeNode *copy = node_new (self->role);
  gpointer name, value;
  GHashTableIter iter;

  copy->text = g_strdup (self->text);
  copy->substitute = g_strdup (self->substitute);
  copy->source = g_strdup (self->source);
  copy->field = g_strdup (self->field);
  copy->vote = g_memdup2 (self->vote, sizeof *self->vote);
  copy->chart = self->chart != NULL ? mappe_chart_ref (self->chart) : NULL;
  copy->picture = self->picture != NULL ? mappe_picture_ref (self->picture) : NULL;
  if (self->meta == NULL)
    return copy;
  copy->meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, self->meta);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (copy->meta, g_strdup (name), g_strdup (value));
  return copy;
}

static MappeNode *
copy_substitute (const MappeNode *self)
{
  MappeNode *copy = node_new (self->role);

  copy->text = g_strdup (self->substitute);
  return copy;
}

/**
 * mappe_node_copy_for:
 * @reader: who will read it
 *
 * What the reader may not see is not in the copy: of a part with a substitute that and the number stay, of others
 * nothing, and what has lost all that it held goes too.
 *
 * Returns: (transfer full) (nullable): a copy of the part; %NULL when nothing is left
 */
MappeNode *
mappe_node_copy_for (const MappeNode *self, MappeClass reader)
{
  gboolean whole = self->class <= reader;
  g_autoptr (MappeNode) copy = NULL;

  if (!whole && self->substitute == NULL)
    return NULL;
  copy = whole ? copy_whole (self) : copy_substitute (self);
  copy->flags = self->flags;
  copy->class = MIN (self->class, reader);
  copy->depth = self->depth;
  copy->number = g_strdup (self->number);
  for (guint i = 0; whole && i < self->children->len; i++)
    {
      MappeNode *child = mappe_node_copy_for (g_ptr_array_index (self->children, i), reader);

      if (child != NULL)
        g_ptr_array_add (copy->children, child);
    }
  /* An empty cell keeps its column. */
  if (whole && self->children->len > 0 && copy->children->len == 0 && self->role != MAPPE_ROLE_CELL)
    return NULL;
  return g_steal_pointer (&copy);
}

/* --- the text of a part --- */

static void
begin_line (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

static void
append_heading (GString *out, const MappeNode *self)
{
  g_autofree char *heading = mappe_node_get_heading (self);

  g_string_append (out, heading);
}

static void
append_plain (GString *out, const MappeNode *self)
{
  if (self->role == MAPPE_ROLE_TEXT)
    {
      g_string_append (out, self->text != NULL ? self->text : "");
      return;
    }
  append_heading (out, self);
  for (guint i = 0; i < self->children->len; i++)
    {
      const MappeNode *child = g_ptr_array_index (self->children, i);
      const MappeNode *before = i > 0 ? g_ptr_array_index (self->children, i - 1) : NULL;

      if (child->role == MAPPE_ROLE_CELL)
        g_string_append (out, i > 0 ? "\t" : "");
      else if (child->role != MAPPE_ROLE_TEXT || (before != NULL && before->role != MAPPE_ROLE_TEXT))
        begin_line (out);
      append_plain (out, child);
    }
}

/**
 * mappe_node_get_heading:
 *
 * Returns: (transfer full): number and heading as they are read: the number of a decision stands behind its heading,
 *   any other before it; "" for a part without
 */
char *
mappe_node_get_heading (const MappeNode *self)
{
  const char *text = self->text != NULL ? self->text : "";
  const char *number = self->number != NULL ? self->number : "";
  const char *space = *text != '\0' && *number != '\0' ? " " : "";

  if (self->role == MAPPE_ROLE_DECISION)
    return g_strconcat (text, space, number, NULL);
  return g_strconcat (number, space, text, NULL);
}

/**
 * mappe_node_get_text:
 *
 * Returns: (transfer full): the whole plain text of the part: a line a paragraph, tabs between the cells of a row
 */
char *
mappe_node_get_text (const MappeNode *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_plain (out, self);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* --- comparing --- */

static gboolean
same_text (const char *left, const char *right)
{
  return g_str_equal (left != NULL ? left : "", right != NULL ? right : "");
}

static gboolean
same_meta (const MappeNode *left, const MappeNode *right)
{
  guint n_left = left->meta != NULL ? g_hash_table_size (left->meta) : 0;
  guint n_right = right->meta != NULL ? g_hash_table_size (right->meta) : 0;
  gpointer name, value;
  GHashTableIter iter;

  if (n_left != n_right || n_left == 0)
    return n_left == n_right;
  g_hash_table_iter_init (&iter, left->meta);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (g_strcmp0 (mappe_node_get_meta (right, name), value) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
same_here (const MappeNode *left, const MappeNode *right)
{
  return left->role == right->role && left->flags == right->flags && left->class == right->class
         && left->depth == right->depth && same_text (left->text, right->text)
         && same_text (left->substitute, right->substitute) && same_text (left->number, right->number)
         && same_text (left->source, right->source) && same_text (left->field, right->field) && same_meta (left, right);
}

/** mappe_node_equal: Returns: whether two parts and all in them are equal; no text is equal to an empty one */
gboolean
mappe_node_equal (const MappeNode *left, const MappeNode *right)
{
  if (!same_here (left, right) || left->children->len != right->children->len)
    return FALSE;
  for (guint i = 0; i < left->children->len; i++)
    if (!mappe_node_equal (g_ptr_array_index (left->children, i), g_ptr_array_index (right->children, i)))
      return FALSE;
  return TRUE;
}
