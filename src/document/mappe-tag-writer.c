/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-tag-writer.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>
#include <stdarg.h>

#include "mappe-writers.h"
#include "mappe-xml-private.h"

struct _MappeTagWriter {
  xmlBufferPtr     buffer;
  xmlTextWriterPtr writer;
  guint            depth;
  gboolean         failed;  /* out of memory */
  gboolean         unfit;   /* text that XML cannot hold; libxml2 would write it without complaint */
};

/** mappe_tag_writer_new: Returns: (transfer full): a writer that has written the declaration of the file */
MappeTagWriter *
mappe_tag_writer_new (void)
{
  MappeTagWriter *self = g_new0 (MappeTagWriter, 1);

  self->buffer = xmlBufferCreate ();
  self->writer = self->buffer != NULL ? xmlNewTextWriterMemory (self->buffer, 0) : NULL;
  self->failed = self->writer == NULL || xmlTextWriterStartDocument (self->writer, NULL, "UTF-8", NULL) < 0;
  return self;
}

/** mappe_tag_writer_free: @self: (transfer full) (nullable) */
void
mappe_tag_writer_free (MappeTagWriter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  g_clear_pointer (&self->buffer, xmlBufferFree);
  g_free (self);
}

static void
note (MappeTagWriter *self, int result)
{
  self->failed = self->failed || result < 0;
}

static gboolean
may_write (MappeTagWriter *self, const char *text)
{
  self->unfit = self->unfit || !mappe_xml_may_hold (text);
  return !self->failed && !self->unfit;
}

/** mappe_tag_writer_begin: opens @element, a name with its prefix */
void
mappe_tag_writer_begin (MappeTagWriter *self, const char *element)
{
  self->depth++;
  if (may_write (self, element))
    note (self, xmlTextWriterStartElement (self->writer, BAD_CAST element));
}

/** mappe_tag_writer_attribute: @value: (nullable): of the element that was just opened; %NULL leaves it out */
void
mappe_tag_writer_attribute (MappeTagWriter *self, const char *name, const char *value)
{
  if (value != NULL && may_write (self, value))
    note (self, xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST value));
}

/** mappe_tag_writer_text: @text: (nullable): is escaped as it must be */
void
mappe_tag_writer_text (MappeTagWriter *self, const char *text)
{
  if (text != NULL && *text != '\0' && may_write (self, text))
    note (self, xmlTextWriterWriteString (self->writer, BAD_CAST text));
}

/** mappe_tag_writer_end: closes the element that was opened last */
void
mappe_tag_writer_end (MappeTagWriter *self)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (may_write (self, NULL))
    note (self, xmlTextWriterEndElement (self->writer));
}

static void
write_attributes (MappeTagWriter *self, va_list attributes)
{
  const char *name;

  while ((name = va_arg (attributes, const char *)) != NULL)
    mappe_tag_writer_attribute (self, name, va_arg (attributes, const char *));
}

/**
 * mappe_tag_writer_element:
 * @text: (nullable): all that is in it
 * @...: names and values of attributes by turns, ended by %NULL
 *
 * Writes an element that holds text only.
 */
void
mappe_tag_writer_element (MappeTagWriter *self, const char *element, const char *text, ...)
{
  va_list attributes;

  mappe_tag_writer_begin (self, element);
  va_start (attributes, text);
  write_attributes (self, attributes);
  va_end (attributes);
  mappe_tag_writer_text (self, text);
  mappe_tag_writer_end (self);
}

/** mappe_tag_writer_empty: writes an element without content; @...: as for mappe_tag_writer_element() */
void
mappe_tag_writer_empty (MappeTagWriter *self, const char *element, ...)
{
  va_list attributes;

  mappe_tag_writer_begin (self, element);
  va_start (attributes, element);
  write_attributes (self, attributes);
  va_end (attributes);
  mappe_tag_writer_end (self);
}

/** mappe_tag_writer_line: ends the line, where white space means nothing: between elements that hold no text */
void
mappe_tag_writer_line (MappeTagWriter *self)
{
  mappe_tag_writer_text (self, "\n");
}

/**
 * mappe_tag_writer_finish:
 * @error: return location for a #MappeDocumentError
 *
 * Returns: (transfer full) (nullable): what was written, when all of it could be and every element is closed
 */
GBytes *
mappe_tag_writer_finish (MappeTagWriter *self, GError **error)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  if (may_write (self, NULL))
    note (self, xmlTextWriterEndDocument (self->writer));
  if (self->failed || self->unfit)
    {
      g_set_error_literal (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE,
                           self->unfit ? _("the document holds characters that cannot be stored")
                                       : _("the document is too large"));
      return NULL;
    }
  return g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
}
