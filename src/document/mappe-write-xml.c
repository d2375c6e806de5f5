/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-xml-private.h"

/* Seals and signatures stand over these bytes, so they must not change with a version of a library: attributes are in
 * a fixed order, what may be left out is always left out, lines end with a line feed, and all escaping is done here. */

G_DEFINE_QUARK (mappe-document-error-quark, mappe_document_error)

const char *const mappe_xml_roles[MAPPE_ROLE_TEXT + 1] = {
  [MAPPE_ROLE_DOCUMENT] = "document",       [MAPPE_ROLE_SECTION] = "section",
  [MAPPE_ROLE_AGENDA_ITEM] = "agenda-item", [MAPPE_ROLE_ATTENDANCE] = "attendance",
  [MAPPE_ROLE_MOTION] = "motion",           [MAPPE_ROLE_VOTE] = "vote",
  [MAPPE_ROLE_DECISION] = "decision",       [MAPPE_ROLE_STATEMENT] = "statement",
  [MAPPE_ROLE_TASKS] = "tasks",             [MAPPE_ROLE_SIGNATURES] = "signatures",
  [MAPPE_ROLE_ADDRESS] = "address",         [MAPPE_ROLE_PARTICULARS] = "particulars",
  [MAPPE_ROLE_PARAGRAPH] = "paragraph",     [MAPPE_ROLE_LIST] = "list",
  [MAPPE_ROLE_LIST_ITEM] = "item",          [MAPPE_ROLE_TABLE] = "table",
  [MAPPE_ROLE_ROW] = "row",                 [MAPPE_ROLE_CELL] = "cell",
  [MAPPE_ROLE_FIGURE] = "figure",           [MAPPE_ROLE_TEXT] = "text",
};

const char *const mappe_xml_classes[MAPPE_CLASS_CONFIDENTIAL + 1] = {
  [MAPPE_CLASS_PUBLIC] = "public",
  [MAPPE_CLASS_MEMBERS] = "members",
  [MAPPE_CLASS_CONFIDENTIAL] = "confidential",
};

const MappeXmlFlag mappe_xml_flags[] = {
  { MAPPE_TEXT_BOLD, "bold" },     { MAPPE_TEXT_ITALIC, "italic" }, { MAPPE_NODE_ORDERED, "ordered" },
  { MAPPE_NODE_HEADER, "header" }, { MAPPE_NODE_TYPED, "typed" },   { MAPPE_NODE_CENTRED, "centred" },
  { MAPPE_NODE_NARROW, "narrow" }, { MAPPE_NODE_TO_SIGN, "to-sign" }, { 0, NULL },
};

typedef struct {
  GString *out;
  guint    n_nodes;
  GError  *error;  /* the first one */
} Writer;

static void
fail (Writer *self, MappeDocumentError code, const char *message)
{
  if (self->error == NULL)
    self->error = g_error_new_literal (MAPPE_DOCUMENT_ERROR, code, message);
}

static void
fail_large (Writer *self)
{
  fail (self, MAPPE_DOCUMENT_ERROR_LIMIT, _("the document is too large"));
}

static void
append_escaped (Writer *self, const char *text, gboolean attribute)
{
  if (!mappe_xml_may_hold (text))
    {
      fail (self, MAPPE_DOCUMENT_ERROR_WRITE, _("the document holds characters that cannot be stored"));
      return;
    }
  if (strlen (text) > (attribute ? MAPPE_XML_MAX_TAG : MAPPE_XML_MAX_TEXT))
    fail_large (self);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *escape = mappe_xml_escape (g_utf8_get_char (p), attribute);

      if (escape != NULL)
        g_string_append (self->out, escape);
      else
        g_string_append_len (self->out, p, g_utf8_next_char (p) - p);
    }
}

static void
append_attribute (Writer *self, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (self->out, " %s=\"", name);
  append_escaped (self, value, TRUE);
  g_string_append_c (self->out, '"');
}

static void
append_flags (Writer *self, guint flags)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const MappeXmlFlag *flag = mappe_xml_flags; flag->name != NULL; flag++)
    if ((flags & flag->flag) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", flag->name);
  append_attribute (self, "flags", names->str);
}

/* @class: that of the parent */
static void
append_start (Writer *self, const MappeNode *node, MappeClass class)
{
  gsize start = self->out->len;
  g_autofree char *depth = node->depth > 0 ? g_strdup_printf ("%u", node->depth) : NULL;

  g_string_append_printf (self->out, "<%s", mappe_xml_roles[node->role]);
  if (node->role == MAPPE_ROLE_DOCUMENT)
    append_attribute (self, "xmlns", MAPPE_XML_NAMESPACE);
  if (node->class != class)
    append_attribute (self, "class", mappe_xml_classes[node->class]);
  append_attribute (self, "depth", depth);
  append_attribute (self, "number", node->number);
  if (node->role != MAPPE_ROLE_TEXT)
    append_attribute (self, "heading", node->text);
  append_attribute (self, "substitute", node->substitute);
  append_flags (self, node->flags);
  append_attribute (self, "source", node->source);
  append_attribute (self, "field", node->field);
  if (self->out->len - start > MAPPE_XML_MAX_TAG)
    fail_large (self);
}

static void
append_indent (Writer *self, guint depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (self->out, "  ");
}

static int
compare_names (gconstpointer left, gconstpointer right)
{
  return strcmp (left, right);
}

static void
append_meta (Writer *self, const MappeNode *node)
{
  g_autoptr (GList) names = node->meta != NULL ? g_hash_table_get_keys (node->meta) : NULL;

  names = g_list_sort (names, compare_names);
  for (const GList *link = names; link != NULL; link = link->next)
    {
      g_string_append (self->out, "  <meta");
      append_attribute (self, "name", link->data);
      g_string_append_c (self->out, '>');
      append_escaped (self, mappe_node_get_meta (node, link->data), FALSE);
      g_string_append (self->out, "</meta>\n");
      self->n_nodes++;
    }
}

static void write_node (Writer *self, const MappeNode *node, MappeClass class, guint depth);

static void
write_content (Writer *self, const MappeNode *node, guint depth)
{
  g_string_append (self->out, ">\n");
  append_meta (self, node);
  for (guint i = 0; i < node->children->len && self->error == NULL; i++)
    write_node (self, g_ptr_array_index (node->children, i), node->class, depth + 1);
  append_indent (self, depth);
  g_string_append_printf (self->out, "</%s>\n", mappe_xml_roles[node->role]);
}

static void
write_node (Writer *self, const MappeNode *node, MappeClass class, guint depth)
{
  if (++self->n_nodes > MAPPE_XML_MAX_NODES || self->out->len > MAPPE_XML_MAX_BYTES)
    fail_large (self);
  if (depth >= MAPPE_XML_MAX_DEPTH)
    fail (self, MAPPE_DOCUMENT_ERROR_LIMIT, _("the document has too many levels"));
  if (self->error != NULL)
    return;
  append_indent (self, depth);
  append_start (self, node, class);
  if (node->role == MAPPE_ROLE_TEXT && node->text != NULL && *node->text != '\0')
    {
      g_string_append_c (self->out, '>');
      append_escaped (self, node->text, FALSE);
      g_string_append (self->out, "</text>\n");
    }
  else if (node->children->len > 0 || (node->meta != NULL && g_hash_table_size (node->meta) > 0))
    write_content (self, node, depth);
  else
    g_string_append (self->out, "/>\n");
}

/**
 * mappe_write_xml:
 * @document: the root of a document
 * @error: return location for a #MappeDocumentError: too large to be read again, or text that XML cannot hold
 *
 * Returns: (transfer full) (nullable): @document as XML; equal documents give equal bytes
 */
GBytes *
mappe_write_xml (const MappeNode *document, GError **error)
{
  Writer self = { g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), 0, NULL };
  gsize length;

  write_node (&self, document, MAPPE_CLASS_PUBLIC, 0);
  if (self.out->len > MAPPE_XML_MAX_BYTES || self.n_nodes > MAPPE_XML_MAX_NODES)
    fail_large (&self);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      g_string_free (self.out, TRUE);
      return NULL;
    }
  length = self.out->len;
  return g_bytes_new_take (g_string_free (self.out, FALSE), length);
}
