/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-write-akn-private.h"
#include "mappe-writers.h"

/* Akoma Ntoso 3.0 (OASIS LegalDocML), in which votes and decisions of minutes are things of their own. Minutes are a
 * debate, whose sections mix text and sections; in all else text stands before the sections within it, or apart. */

/**
 * Frame: a container that is open
 * @eid: its identifier: those of the containers around it, "__" between them; "" for the document
 * @counts: how many of each element are in it so far
 */
typedef struct {
  const char *eid;
  GHashTable *counts;
} Frame;

typedef struct {
  MappeTagWriter *out;
  MappeAknShape   shape;
  GPtrArray      *votes;
  GHashTable     *taken;  /* (element-type utf8): identifiers of the document */
} Akn;

static void write_container (Akn *self, Frame *parent, const MappeNode *node);

/* --- identifiers --- */

static const char *
abbreviate (const char *element)
{
  static const char *const names[][2] = { { "debateSection", "dbsect" },
                                          { "section", "sec" },
                                          { "paragraph", "para" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], element))
      return names[i][1];
  return element;
}

/* What is told by @number in an identifier: letters and digits, a hyphen for anything between them. */
static char *
clean_number (const char *number)
{
  GString *out = g_string_new (NULL);

  for (const char *p = number; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != '-')
        g_string_append_c (out, '-');
    }
  if (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* The number of the next @element in @parent, as the Naming Convention (5.4.3) has it: that of its element "num", or
 * how many there are; none for what is there once only. */
static char *
number_of (Frame *parent, const char *element, const char *number)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (parent->counts, element)) + 1;
  g_autofree char *told = number != NULL ? clean_number (number) : g_strdup ("");

  if (g_str_equal (element, "content") || g_str_equal (element, "intro"))
    return g_strdup ("");
  if (*told != '\0')
    return g_strconcat ("_", told, NULL);
  g_hash_table_insert (parent->counts, (gpointer) element, GUINT_TO_POINTER (count));
  return g_strdup_printf ("_%u", count);
}

/*
 * @number: (nullable): of its element "num"
 *
 * Opens @element within @parent. Returns: (transfer full): its identifier
 */
static char *
begin_identified (Akn *self, Frame *parent, const char *element, const char *name, const char *number)
{
  const char *short_name = abbreviate (element);
  g_autofree char *counted = number_of (parent, short_name, number);
  char *eid = g_strconcat (parent->eid, *parent->eid != '\0' ? "__" : "", short_name, counted, NULL);

  /* The same number once more, or one that was counted. */
  for (guint again = 2; g_hash_table_contains (self->taken, eid); again++)
    {
      g_free (eid);
      eid = g_strdup_printf ("%s%s%s%s-%u", parent->eid, *parent->eid != '\0' ? "__" : "", short_name, counted, again);
    }
  g_hash_table_add (self->taken, g_strdup (eid));
  mappe_tag_writer_begin (self->out, element);
  mappe_tag_writer_attribute (self->out, "eId", eid);
  mappe_tag_writer_attribute (self->out, "name", name);
  return eid;
}

/* --- text --- */

static void
write_run (Akn *self, const MappeNode *run)
{
  g_auto (GStrv) lines = g_strsplit (run->text != NULL ? run->text : "", "\n", -1);
  guint n_tags = 0;

  for (guint flag = MAPPE_TEXT_BOLD; flag <= MAPPE_TEXT_ITALIC; flag <<= 1)
    if ((run->flags & flag) != 0)
      {
        mappe_tag_writer_begin (self->out, flag == MAPPE_TEXT_BOLD ? "b" : "i");
        n_tags++;
      }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        mappe_tag_writer_empty (self->out, "eol", NULL);
      mappe_tag_writer_text (self->out, lines[i]);
    }
  for (; n_tags > 0; n_tags--)
    mappe_tag_writer_end (self->out);
}

static gboolean
is_run (const MappeNode *node)
{
  return node->role == MAPPE_ROLE_TEXT;
}

static void write_block (Akn *self, const MappeNode *node);

/* Runs next to each other are one paragraph. */
static void
write_blocks (Akn *self, const MappeNode *node, guint first, guint end)
{
  for (guint i = first; i < end;)
    {
      if (!is_run (g_ptr_array_index (node->children, i)))
        {
          write_block (self, g_ptr_array_index (node->children, i++));
          continue;
        }
      mappe_tag_writer_begin (self->out, "p");
      while (i < end && is_run (g_ptr_array_index (node->children, i)))
        write_run (self, g_ptr_array_index (node->children, i++));
      mappe_tag_writer_end (self->out);
      mappe_tag_writer_line (self->out);
    }
}

static void
write_table (Akn *self, const MappeNode *table)
{
  mappe_tag_writer_begin (self->out, "table");
  for (guint i = 0; i < table->children->len; i++)
    {
      const MappeNode *row = g_ptr_array_index (table->children, i);

      mappe_tag_writer_begin (self->out, "tr");
      for (guint j = 0; j < row->children->len; j++)
        {
          const MappeNode *cell = g_ptr_array_index (row->children, j);

          mappe_tag_writer_begin (self->out, (row->flags & MAPPE_NODE_HEADER) != 0 ? "th" : "td");
          write_blocks (self, cell, 0, cell->children->len);
          if (cell->children->len == 0)
            mappe_tag_writer_empty (self->out, "p", NULL);
          mappe_tag_writer_end (self->out);
        }
      mappe_tag_writer_end (self->out);
      mappe_tag_writer_line (self->out);
    }
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

static void
write_list (Akn *self, const MappeNode *list)
{
  mappe_tag_writer_begin (self->out, (list->flags & MAPPE_NODE_ORDERED) != 0 ? "ol" : "ul");
  for (guint i = 0; i < list->children->len; i++)
    {
      const MappeNode *item = g_ptr_array_index (list->children, i);

      mappe_tag_writer_begin (self->out, "li");
      write_blocks (self, item, 0, item->children->len);
      mappe_tag_writer_end (self->out);
    }
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

static void
write_label (Akn *self, const MappeNode *node)
{
  g_autofree char *heading = mappe_node_get_heading (node);

  if (*heading == '\0')
    return;
  mappe_tag_writer_begin (self->out, "p");
  mappe_tag_writer_element (self->out, "b", heading, NULL);
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

static void
write_block (Akn *self, const MappeNode *node)
{
  switch (node->role)
    {
    case MAPPE_ROLE_TABLE:
      if (node->children->len > 0)
        write_table (self, node);
      break;
    case MAPPE_ROLE_LIST:
      if (node->children->len > 0)
        write_list (self, node);
      break;
    case MAPPE_ROLE_FIGURE:
      if (node->picture != NULL)
        break;
      mappe_tag_writer_element (self->out, "p", node->text, NULL);
      mappe_tag_writer_line (self->out);
      break;
    default:
      if (node->role != MAPPE_ROLE_PARAGRAPH)
        write_label (self, node);
      write_blocks (self, node, 0, node->children->len);
      break;
    }
}

/* --- containers --- */

static gboolean
is_container (const MappeNode *node)
{
  return node->role == MAPPE_ROLE_SECTION || node->role == MAPPE_ROLE_AGENDA_ITEM || node->role == MAPPE_ROLE_DECISION
         || node->role == MAPPE_ROLE_ATTENDANCE;
}

static const char *
element_of (const Akn *self, const MappeNode *node)
{
  if (self->shape == MAPPE_AKN_DEBATE)
    return node->role == MAPPE_ROLE_DECISION ? "resolutions"
           : node->role == MAPPE_ROLE_ATTENDANCE ? "rollCall" : "debateSection";
  if (node->role == MAPPE_ROLE_DECISION)
    return "paragraph";
  return node->role == MAPPE_ROLE_AGENDA_ITEM ? "hcontainer" : "section";
}

static const char *
name_of (const Akn *self, const MappeNode *node)
{
  if (node->role == MAPPE_ROLE_AGENDA_ITEM)
    return "agendaItem";
  return self->shape == MAPPE_AKN_DEBATE && node->role == MAPPE_ROLE_SECTION ? "part" : NULL;
}

static void
write_heading (Akn *self, const MappeNode *node)
{
  if (node->number != NULL && *node->number != '\0')
    mappe_tag_writer_element (self->out, "num", node->number, NULL);
  if (node->text != NULL && *node->text != '\0')
    mappe_tag_writer_element (self->out, "heading", node->text, NULL);
  mappe_tag_writer_line (self->out);
}

static guint
next_container (const MappeNode *node, guint from)
{
  while (from < node->children->len && !is_container (g_ptr_array_index (node->children, from)))
    from++;
  return from;
}

static void
write_content (Akn *self, Frame *frame, const MappeNode *node, guint first, guint end)
{
  g_autofree char *eid = begin_identified (self, frame, "content", NULL, NULL);

  write_blocks (self, node, first, end);
  if (first == end)
    mappe_tag_writer_empty (self->out, "p", NULL);
  mappe_tag_writer_end (self->out);
}

/* Text behind a section has a container of its own, for the hierarchy has no place for it. */
static void
write_apart (Akn *self, Frame *frame, const MappeNode *node, guint first, guint end)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean debate = self->shape == MAPPE_AKN_DEBATE;
  g_autofree char *eid = begin_identified (self, frame, debate ? "debateSection" : "hcontainer", "text", NULL);
  Frame inner = { eid, counts };

  if (debate)
    write_blocks (self, node, first, end);
  else
    write_content (self, &inner, node, first, end);
  mappe_tag_writer_end (self->out);
}

static void
write_hierarchy (Akn *self, Frame *frame, const MappeNode *node)
{
  guint end = next_container (node, 0);

  if (end == node->children->len)
    {
      write_content (self, frame, node, 0, end);
      return;
    }
  if (end > 0)
    {
      g_autofree char *eid = begin_identified (self, frame, "intro", NULL, NULL);

      write_blocks (self, node, 0, end);
      mappe_tag_writer_end (self->out);
    }
  for (guint i = end; i < node->children->len;)
    {
      end = next_container (node, i);
      if (end > i)
        write_apart (self, frame, node, i, end);
      if (end < node->children->len)
        write_container (self, frame, g_ptr_array_index (node->children, end++));
      i = end;
    }
}

static void
write_mixed (Akn *self, Frame *frame, const MappeNode *node)
{
  for (guint i = 0; i < node->children->len;)
    {
      guint end = next_container (node, i);

      write_blocks (self, node, i, end);
      if (end < node->children->len)
        write_container (self, frame, g_ptr_array_index (node->children, end++));
      i = end;
    }
}

static void
write_container (Akn *self, Frame *parent, const MappeNode *node)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *eid = begin_identified (self, parent, element_of (self, node), name_of (self, node),
                                            node->number);
  Frame frame = { eid, counts };

  if (node->vote != NULL)
    {
      MappeAknVote *vote = g_new0 (MappeAknVote, 1);

      *vote = (MappeAknVote) { g_strdup (eid), node->vote };
      g_ptr_array_add (self->votes, vote);
    }
  write_heading (self, node);
  if (self->shape == MAPPE_AKN_DEBATE)
    write_mixed (self, &frame, node);
  else
    write_hierarchy (self, &frame, node);
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

/* --- the document --- */

static const MappeNode *
conclusion_of (const MappeNode *document)
{
  const MappeNode *last = document->children->len > 0
                              ? g_ptr_array_index (document->children, document->children->len - 1) : NULL;

  return last != NULL && last->role == MAPPE_ROLE_SIGNATURES ? last : NULL;
}

static void
write_preface (Akn *self, const MappeNode *document, guint end)
{
  mappe_tag_writer_begin (self->out, "preface");
  if (document->text != NULL && *document->text != '\0')
    {
      mappe_tag_writer_begin (self->out, "p");
      mappe_tag_writer_element (self->out, "docTitle", document->text, NULL);
      mappe_tag_writer_end (self->out);
    }
  write_blocks (self, document, 0, end);
  mappe_tag_writer_end (self->out);
  mappe_tag_writer_line (self->out);
}

/* Writes the text and fills @votes: what stands before the first section, the sections, the signatures. */
static void
write_body (MappeTagWriter *out, const MappeNode *document, MappeAknShape shape, GPtrArray *votes)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const MappeNode *conclusion = conclusion_of (document);
  guint length = document->children->len - (conclusion != NULL ? 1 : 0);
  guint i = MIN (next_container (document, 0), length);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Akn self = { out, shape, votes, taken };
  Frame frame = { "", counts };

  write_preface (&self, document, i);
  mappe_tag_writer_begin (out, shape == MAPPE_AKN_DEBATE ? "debateBody" : "mainBody");
  mappe_tag_writer_line (out);
  if (i == length)
    write_apart (&self, &frame, document, i, i);
  while (i < length)
    {
      guint end = MIN (next_container (document, i), length);

      if (end > i)
        write_apart (&self, &frame, document, i, end);
      if (end < length)
        write_container (&self, &frame, g_ptr_array_index (document->children, end++));
      i = end;
    }
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
  if (conclusion == NULL)
    return;
  mappe_tag_writer_begin (out, "conclusions");
  write_block (&self, conclusion);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

static void
vote_free (MappeAknVote *self)
{
  g_free (self->eid);
  g_free (self);
}

/**
 * mappe_write_akn:
 * @document: the root of a document; its meta "kind", "about", "council", "date" and "issued" make its address
 * @error: return location for a #MappeDocumentError
 *
 * Returns: (transfer full) (nullable): @document in Akoma Ntoso 3.0: minutes as a debate, a decision as a statement
 */
GBytes *
mappe_write_akn (const MappeNode *document, GError **error)
{
  g_autoptr (MappeTagWriter) out = mappe_tag_writer_new (), trial = mappe_tag_writer_new ();
  g_autoptr (GPtrArray) votes = g_ptr_array_new_with_free_func ((GDestroyNotify) vote_free);
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func ((GDestroyNotify) vote_free);
  MappeAknShape shape = mappe_akn_shape_of (document);

  /* Votes stand above the text and point into it: a first run finds where. */
  write_body (trial, document, shape, votes);
  mappe_tag_writer_begin (out, "akomaNtoso");
  mappe_tag_writer_attribute (out, "xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0");
  mappe_tag_writer_begin (out, mappe_akn_element_of (shape));
  mappe_tag_writer_attribute (out, "name", mappe_akn_name_of (document));
  mappe_akn_write_meta (out, document, shape, votes);
  write_body (out, document, shape, again);
  mappe_tag_writer_end (out);
  mappe_tag_writer_end (out);
  return mappe_tag_writer_finish (out, error);
}
