/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "mappe-xml-private.h"

typedef struct {
  xmlTextReader *reader;
  MappeNode     *root;
  GPtrArray     *open;    /* (element-type MappeNode): the elements that the reader stands in */
  char          *meta;    /* (nullable): name of the meta element that the reader stands in */
  GString       *text;    /* of the text or meta element that the reader stands in */
  guint          n_nodes;
  GError        *error;   /* the first one */
} Reader;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

static gboolean fail (Reader *self, MappeDocumentError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (Reader *self, MappeDocumentError code, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  if (self->error != NULL)
    return FALSE;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->error = g_error_new (MAPPE_DOCUMENT_ERROR, code, _("line %d: %s"),
                             xmlTextReaderGetParserLineNumber (self->reader), what);
  return FALSE;
}

static void
error_cb (void *data, xmlErrorPtr xml_error)
{
  Reader *self = data;
  g_autofree char *message = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1);

  fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, "%s", g_strchomp (message));
}

static MappeNode *
innermost (Reader *self)
{
  return self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;
}

static gboolean
find_name (const char *const *names, guint n_names, const char *name, guint *found)
{
  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (names[i], name))
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

/* --- attributes --- */

static gboolean
take_flags (MappeNode *node, const char *value)
{
  g_auto (GStrv) names = g_strsplit (value, " ", -1);

  for (char **name = names; *name != NULL; name++)
    {
      const MappeXmlFlag *flag = mappe_xml_flags;

      while (flag->name != NULL && !g_str_equal (flag->name, *name))
        flag++;
      if (flag->name == NULL)
        return FALSE;
      node->flags |= flag->flag;
    }
  return TRUE;
}

static gboolean
take_depth (MappeNode *node, const char *value)
{
  guint64 depth;

  if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT16, &depth, NULL))
    return FALSE;
  node->depth = (guint) depth;
  return TRUE;
}

static gboolean
take_class (MappeNode *node, const char *value)
{
  guint class;

  if (!find_name (mappe_xml_classes, G_N_ELEMENTS (mappe_xml_classes), value, &class))
    return FALSE;
  node->class = (MappeClass) class;
  return TRUE;
}

static gboolean
take_string (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
  return TRUE;
}

static gboolean
take_attribute (MappeNode *node, const char *name, const char *value)
{
  if (g_str_equal (name, "class"))
    return take_class (node, value);
  if (g_str_equal (name, "depth"))
    return take_depth (node, value);
  if (g_str_equal (name, "flags"))
    return take_flags (node, value);
  if (g_str_equal (name, "number"))
    return take_string (&node->number, value);
  if (g_str_equal (name, "substitute"))
    return take_string (&node->substitute, value);
  if (g_str_equal (name, "source"))
    return take_string (&node->source, value);
  if (g_str_equal (name, "field"))
    return take_string (&node->field, value);
  if (g_str_equal (name, "heading") && node->role != MAPPE_ROLE_TEXT)
    return take_string (&node->text, value);
  return FALSE;
}

static gboolean
take_attributes (Reader *self, MappeNode *node)
{
  while (xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstName (self->reader);
      const char *value = (const char *) xmlTextReaderConstValue (self->reader);

      if (!xmlTextReaderIsNamespaceDecl (self->reader) && !take_attribute (node, name, value != NULL ? value : ""))
        return fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("the attribute “%s” is not understood"), name);
    }
  xmlTextReaderMoveToElement (self->reader);
  return TRUE;
}

/* --- elements --- */

static gboolean
check_namespace (Reader *self)
{
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->reader);

  if (g_strcmp0 (uri, MAPPE_XML_NAMESPACE) == 0)
    return TRUE;
  if (uri != NULL && g_str_has_prefix (uri, MAPPE_XML_NAMESPACE_STEM))
    return fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("the document was written by another version of the program"));
  return fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("this is not a document of Ratsmappe"));
}

static gboolean
end_element (Reader *self)
{
  MappeNode *node = innermost (self);

  if (self->meta != NULL)
    {
      g_hash_table_replace (self->root->meta, g_steal_pointer (&self->meta), g_strdup (self->text->str));
      return TRUE;
    }
  if (node->role == MAPPE_ROLE_TEXT)
    node->text = g_strdup (self->text->str);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  return TRUE;
}

static gboolean
begin_meta (Reader *self)
{
  g_autofree char *name = (char *) xmlTextReaderGetAttribute (self->reader, (const xmlChar *) "name");

  if (name == NULL || xmlTextReaderAttributeCount (self->reader) != 1 || innermost (self) != self->root
      || g_hash_table_contains (self->root->meta, name))
    return fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("the element “%s” is not understood here"), "meta");
  self->meta = g_strdup (name);
  return TRUE;
}

static MappeNode *
begin_root (Reader *self)
{
  if (self->root != NULL)
    return NULL;
  self->root = mappe_node_new_document (NULL, NULL);
  g_hash_table_remove_all (self->root->meta);
  return self->root;
}

static gboolean
begin_node (Reader *self, const char *name)
{
  MappeNode *parent = innermost (self);
  MappeNode *node = NULL;
  guint role;

  if (!find_name (mappe_xml_roles, G_N_ELEMENTS (mappe_xml_roles), name, &role))
    return fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("the element “%s” is not understood"), name);
  if (parent == NULL && role == MAPPE_ROLE_DOCUMENT)
    node = begin_root (self);
  else if (parent != NULL && mappe_node_may_hold (parent->role, (MappeRole) role))
    node = mappe_node_add (parent, (MappeRole) role);
  if (node == NULL)
    return fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("the element “%s” is not understood here"), name);
  g_ptr_array_add (self->open, node);
  return take_attributes (self, node);
}

static gboolean
begin_element (Reader *self)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  gboolean empty = xmlTextReaderIsEmptyElement (self->reader) == 1;
  gboolean begun;

  if (!check_namespace (self))
    return FALSE;
  if (self->meta != NULL)
    return fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("the element “%s” is not understood here"), name);
  if (++self->n_nodes > MAPPE_XML_MAX_NODES)
    return fail (self, MAPPE_DOCUMENT_ERROR_LIMIT, _("the document has too many parts"));
  if (self->open->len >= MAPPE_XML_MAX_DEPTH)
    return fail (self, MAPPE_DOCUMENT_ERROR_LIMIT, _("the document has too many levels"));
  g_string_truncate (self->text, 0);
  begun = g_str_equal (name, "meta") ? begin_meta (self) : begin_node (self, name);
  return begun && (!empty || end_element (self));
}

static gboolean
take_text (Reader *self)
{
  const char *text = (const char *) xmlTextReaderConstValue (self->reader);
  const MappeNode *node = innermost (self);

  if (text == NULL)
    return TRUE;
  if (self->meta != NULL || (node != NULL && node->role == MAPPE_ROLE_TEXT))
    {
      g_string_append (self->text, text);
      return self->text->len <= MAPPE_XML_MAX_TEXT
             || fail (self, MAPPE_DOCUMENT_ERROR_LIMIT, _("the document is too large"));
    }
  return text[strspn (text, " \t\r\n")] == '\0'
         || fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("text stands where none may stand"));
}

static gboolean
take_step (Reader *self)
{
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      return begin_element (self);
    case XML_READER_TYPE_END_ELEMENT:
      return end_element (self);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return take_text (self);
    case XML_READER_TYPE_COMMENT:
      return TRUE;
    default:
      return fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("the document holds what may not stand in one"));
    }
}

static gboolean
read_all (Reader *self)
{
  int status = 1;

  while (self->error == NULL && (status = xmlTextReaderRead (self->reader)) == 1)
    if (!take_step (self))
      return FALSE;
  if (status != 0 || self->root == NULL)
    fail (self, MAPPE_DOCUMENT_ERROR_FORMAT, _("the document is damaged"));
  return self->error == NULL;
}

/* Whether the bytes may be given to libxml2. */
gboolean
mappe_xml_may_read (const char *bytes, gsize length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  MappeXmlGuard guard;

  mappe_xml_guard_init (&guard, MAPPE_XML_MAX_BYTES);
  if (mappe_xml_guard_feed (&guard, bytes, length, &cause) && mappe_xml_guard_end (&guard, &cause))
    return TRUE;
  g_set_error_literal (error, MAPPE_DOCUMENT_ERROR,
                       cause->code == MAPPE_XML_ERROR_LIMIT ? MAPPE_DOCUMENT_ERROR_LIMIT : MAPPE_DOCUMENT_ERROR_FORMAT,
                       cause->message);
  return FALSE;
}

/**
 * mappe_read_xml:
 * @xml: bytes from anywhere
 * @error: return location for a #MappeDocumentError
 *
 * Reads what mappe_write_xml() writes. Nothing else is accepted: no document type, no entities, no other version, no
 * element or attribute that is not known, at most 16 MiB, 64 levels and 200,000 parts.
 *
 * Returns: (transfer full) (nullable): the document
 */
MappeNode *
mappe_read_xml (GBytes *xml, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (xml, &length);
  g_autoptr (xmlTextReader) reader = NULL;
  Reader self = { 0 };

  if (!mappe_xml_may_read (bytes, length, error))
    return NULL;
  if (length > 0)
    reader = xmlReaderForMemory (bytes, (int) length, NULL, "UTF-8", XML_PARSE_NONET);
  if (reader == NULL)
    {
      g_set_error_literal (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_FORMAT, _("the document is empty"));
      return NULL;
    }
  self.reader = reader;
  self.open = g_ptr_array_new ();
  self.text = g_string_new (NULL);
  xmlTextReaderSetStructuredErrorHandler (reader, error_cb, &self);
  if (!read_all (&self))
    g_clear_pointer (&self.root, mappe_node_free);
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  g_ptr_array_unref (self.open);
  g_string_free (self.text, TRUE);
  g_free (self.meta);
  return self.root;
}
