/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-file-contents.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "mappe-attachment.h"
#include "mappe-xml-private.h"
#include "mappe-zip.h"

#define ENTRY_MOST (64 * 1024 * 1024)
#define HEADINGS_MOST 2000

/* Which format a file has is told by its bytes; of XML by its first element. */

/** mappe_file_contents_free: @self: (transfer full) (nullable) */
void
mappe_file_contents_free (MappeFileContents *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->headings);
  g_free (self);
}

static MappeFileContents *
contents_new (const char *format)
{
  MappeFileContents *self = g_new0 (MappeFileContents, 1);

  self->format = mappe_format_find (format);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static gboolean
refuse (GError **error, const char *text)
{
  g_set_error_literal (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_FORMAT, text);
  return FALSE;
}

/* --- XML --- */

typedef struct {
  xmlTextReaderPtr   reader;
  MappeFileContents *contents;
  GString           *text;    /* (nullable): of the title or heading that the reader stands in */
  int                depth;   /* of that */
  guint              level;   /* of the heading; 0: it is the title */
} Walk;

static const char *
element (const Walk *self)
{
  return (const char *) xmlTextReaderConstLocalName (self->reader);
}

static char *
attribute (const Walk *self, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->reader, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* Levels of Akoma Ntoso are the elements around the heading: <akomaNtoso><debate><debateBody><debateSection>. */
static gboolean
begins_heading (const Walk *self, guint *level)
{
  const char *name = element (self);
  g_autofree char *outline = NULL;

  if (g_str_equal (name, "heading"))
    *level = (guint) MAX (xmlTextReaderDepth (self->reader) - 3, 1);
  else if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
    *level = (guint) (name[1] - '0');
  else if (g_str_equal (name, "h"))
    {
      outline = attribute (self, "text:outline-level");
      *level = outline != NULL ? (guint) CLAMP (g_ascii_strtoll (outline, NULL, 10), 1, 9) : 1;
    }
  else
    return FALSE;
  return TRUE;
}

static void
take_language (Walk *self, char *language)
{
  if (language == NULL || self->contents->language != NULL)
    g_free (language);
  else
    self->contents->language = language;
}

static void
take_element (Walk *self)
{
  const char *name = element (self);
  guint level = 0;

  if (g_str_equal (name, "html"))
    take_language (self, attribute (self, "lang"));
  else if (g_str_equal (name, "FRBRlanguage"))
    take_language (self, attribute (self, "language"));
  if (self->text != NULL || xmlTextReaderIsEmptyElement (self->reader))
    return;
  if (g_str_equal (name, "title") || g_str_equal (name, "docTitle") || g_str_equal (name, "language")
      || begins_heading (self, &level))
    {
      self->text = g_string_new (NULL);
      self->depth = xmlTextReaderDepth (self->reader);
      self->level = level;
    }
}

static void
end_element (Walk *self)
{
  g_autofree char *text = NULL;

  if (self->text == NULL || xmlTextReaderDepth (self->reader) != self->depth)
    return;
  text = g_strstrip (g_string_free (g_steal_pointer (&self->text), FALSE));
  if (g_str_equal (element (self), "language"))
    take_language (self, g_steal_pointer (&text));
  else if (self->level == 0 && self->contents->title == NULL)
    self->contents->title = g_steal_pointer (&text);
  else if (self->level > 0 && self->contents->headings->len < HEADINGS_MOST)
    g_ptr_array_add (self->contents->headings, g_strdup_printf ("%*s%s", (int) (2 * (self->level - 1)), "", text));
}

static gboolean
walk (Walk *self)
{
  int status;

  while ((status = xmlTextReaderRead (self->reader)) == 1)
    {
      const int type = xmlTextReaderNodeType (self->reader);

      if (type == XML_READER_TYPE_ELEMENT)
        take_element (self);
      else if (type == XML_READER_TYPE_END_ELEMENT)
        end_element (self);
      else if (self->text != NULL && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
        g_string_append (self->text, (const char *) xmlTextReaderConstValue (self->reader));
    }
  return status == 0;
}

static void
ignore_cb (void *data, xmlErrorPtr cause)
{
}

/* @contents: of a format that is known already */
static gboolean
read_xml (MappeFileContents *contents, GBytes *xml, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (xml, &length);
  Walk self = { .contents = contents };
  gboolean whole;

  if (length > ENTRY_MOST || !mappe_xml_may_read (bytes, length, error))
    return FALSE;
  self.reader = xmlReaderForMemory (bytes, (int) length, NULL, "UTF-8", XML_PARSE_NONET);
  xmlTextReaderSetStructuredErrorHandler (self.reader, (xmlStructuredErrorFunc) ignore_cb, NULL);
  whole = walk (&self);
  xmlFreeTextReader (self.reader);
  if (self.text != NULL)
    g_string_free (self.text, TRUE);
  return whole || refuse (error, _("the document is damaged"));
}

/* Returns: (transfer none) (nullable): name of the format of which this is the first element */
static const char *
format_of_root (const char *bytes, gsize length)
{
  g_autofree char *head = g_strndup (bytes, MIN (length, 4096));

  if (strstr (head, "<akomaNtoso") != NULL)
    return "akn";
  if (strstr (head, "<office:document") != NULL)
    return "fodt";
  return strstr (head, "<html") != NULL ? "html" : NULL;
}

/* --- packages --- */

static MappeFileContents *
read_odt (GBytes *bytes, GError **error)
{
  g_autoptr (MappeFileContents) self = contents_new ("odt");
  g_autoptr (GBytes) meta = mappe_zip_read (bytes, "meta.xml", ENTRY_MOST);
  g_autoptr (GBytes) content = mappe_zip_read (bytes, "content.xml", ENTRY_MOST);

  if (meta == NULL || content == NULL)
    refuse (error, _("the document is damaged"));
  else if (read_xml (self, meta, error) && read_xml (self, content, error))
    return g_steal_pointer (&self);
  return NULL;
}

static MappeFileContents *
read_pdf (GBytes *bytes, GError **error)
{
  g_autoptr (MappeAttachment) pdf = mappe_attachment_new (bytes, error);
  g_autoptr (MappeContentText) facts = NULL;
  MappeFileContents *self;

  if (pdf == NULL)
    return NULL;
  facts = mappe_attachment_read (bytes, FALSE, NULL);
  self = contents_new ("pdf");
  self->title = g_strdup (mappe_attachment_title (pdf));
  self->pages = mappe_attachment_n_pages (pdf);
  self->tagged = facts != NULL && facts->tagged;
  return self;
}

/**
 * mappe_file_contents_read:
 * @bytes: a file from anywhere
 * @error: return location for a #MappeDocumentError or #MappeAttachmentError
 *
 * Returns: (transfer full) (nullable): what is in a document; %NULL also for what is none
 */
MappeFileContents *
mappe_file_contents_read (GBytes *bytes, GError **error)
{
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);
  g_autoptr (MappeFileContents) self = NULL;
  const char *format;

  if (length > 5 && memcmp (content, "%PDF-", 5) == 0)
    return read_pdf (bytes, error);
  if (length > 4 && memcmp (content, "PK\3\4", 4) == 0)
    return read_odt (bytes, error);
  format = length > 0 ? format_of_root (content, length) : NULL;
  if (format == NULL)
    {
      refuse (error, _("this is no document of this program"));
      return NULL;
    }
  self = contents_new (format);
  return read_xml (self, bytes, error) ? g_steal_pointer (&self) : NULL;
}
