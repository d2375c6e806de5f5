/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-xml-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "mappe-target.h"

/* libxml2 notices a full disk only after 4 KB and forgets it at the end, so all writing is done and checked here. */

#define BUFFER_BYTES (128 * 1024)

struct _MappeXmlFile {
  char            *path;    /* NULL: a stream that is open already */
  char            *draft;   /* what is written until it is whole */
  char            *name;    /* for messages */
  int              fd;
  int              failed;  /* errno of the first write that did not work */
  MappeXmlFilter   filter;
  gpointer         filter_data;
  GByteArray      *filtered;
  char            *buffer;
  gsize            filled;
  xmlTextWriterPtr writer;
};

static void
write_all (MappeXmlFile *self, const char *bytes, gsize length)
{
  while (length > 0 && self->failed == 0)
    {
      gssize written = write (self->fd, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          self->failed = written < 0 ? errno : EIO;
          break;
        }
      bytes += written;
      length -= (gsize) written;
    }
}

/* @last: nothing comes after it */
static void
put (MappeXmlFile *self, const char *bytes, gsize length, gboolean last)
{
  if (self->filter == NULL)
    {
      write_all (self, bytes, length);
      return;
    }
  g_byte_array_set_size (self->filtered, 0);
  self->filter (self->filter_data, bytes, length, last, self->filtered);
  write_all (self, (const char *) self->filtered->data, self->filtered->len);
}

static void
flush (MappeXmlFile *self)
{
  put (self, self->buffer, self->filled, FALSE);
  self->filled = 0;
}

/* What went wrong is kept; libxml2 would complain of it on the standard error output. */
static int
write_cb (void *data, const char *bytes, int length)
{
  MappeXmlFile *self = data;
  gsize n = (gsize) length;

  if (self->filled + n > BUFFER_BYTES)
    flush (self);
  if (n > BUFFER_BYTES)
    put (self, bytes, n, FALSE);
  else
    {
      memcpy (self->buffer + self->filled, bytes, n);
      self->filled += n;
    }
  return length;
}

static int
close_cb (void *data)
{
  flush (data);
  return 0;
}

static gboolean
begin (MappeXmlFile *self)
{
  xmlOutputBufferPtr buffer;

  self->buffer = g_malloc (BUFFER_BYTES);
  buffer = xmlOutputBufferCreateIO (write_cb, close_cb, self, NULL);
  if (buffer != NULL && (self->writer = xmlNewTextWriter (buffer)) == NULL)
    xmlOutputBufferClose (buffer);
  return self->writer != NULL;
}

/* A reader that has seen enough, like head, is told apart: for some callers that is no failure. */
static gboolean
complain (MappeXmlFile *self, int code, GError **error)
{
  if (code == EPIPE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, g_strerror (code));
      return FALSE;
    }
  g_set_error (error, MAPPE_XML_ERROR, MAPPE_XML_ERROR_WRITE, _("“%s” could not be written: %s"), self->name,
               g_strerror (code));
  return FALSE;
}

/**
 * mappe_xml_file_open:
 * @path: the file to make or to replace when mappe_xml_file_finish() is called
 * @error: return location for %MAPPE_XML_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): an empty file
 */
MappeXmlFile *
mappe_xml_file_open (const char *path, GError **error)
{
  g_autoptr (MappeXmlFile) self = g_new0 (MappeXmlFile, 1);

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  if (mappe_target_refusal (path) != NULL)
    {
      g_set_error (error, MAPPE_XML_ERROR, MAPPE_XML_ERROR_WRITE, _("“%s” could not be written: %s"), self->name,
                   mappe_target_refusal (path));
      return NULL;
    }
  self->draft = g_strdup_printf ("%s.XXXXXX", path);
  self->fd = g_mkstemp_full (self->draft, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      complain (self, errno, error);
      g_clear_pointer (&self->draft, g_free);
      return NULL;
    }
  if (!begin (self))
    {
      complain (self, ENOMEM, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * mappe_xml_file_new_fd:
 * @fd: a descriptor to write to, like standard output; stays open
 *
 * Returns: (transfer full): a writer to it
 */
MappeXmlFile *
mappe_xml_file_new_fd (int fd)
{
  MappeXmlFile *self = g_new0 (MappeXmlFile, 1);

  self->fd = fd;
  self->name = g_strdup (_("standard output"));
  if (!begin (self))
    self->failed = ENOMEM;
  return self;
}

/**
 * mappe_xml_file_set_filter:
 * @filter: (scope notified): changes what is written on its way to the disk
 *
 * Before the first byte.
 */
void
mappe_xml_file_set_filter (MappeXmlFile *self, MappeXmlFilter filter, gpointer data)
{
  self->filter = filter;
  self->filter_data = data;
  self->filtered = g_byte_array_new ();
}

/** mappe_xml_file_free: @self: (transfer full) (nullable): what was not finished is not left behind */
void
mappe_xml_file_free (MappeXmlFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  if (self->draft != NULL)
    {
      close (self->fd);
      g_unlink (self->draft);
    }
  g_free (self->draft);
  g_free (self->path);
  g_free (self->name);
  g_free (self->buffer);
  if (self->filtered != NULL)
    g_byte_array_unref (self->filtered);
  g_free (self);
}

/** mappe_xml_file_writer: Returns: (transfer none) (nullable): what writes into the file */
xmlTextWriterPtr
mappe_xml_file_writer (MappeXmlFile *self)
{
  return self->writer;
}

/** mappe_xml_file_check: Returns: whether everything could be written so far, so that it is worth going on */
gboolean
mappe_xml_file_check (MappeXmlFile *self, GError **error)
{
  return self->failed == 0 || complain (self, self->failed, error);
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  /* Some file systems cannot, and the file itself is safe already. */
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

static gboolean
put_in_place (MappeXmlFile *self, GError **error)
{
  if (fsync (self->fd) != 0 || g_rename (self->draft, self->path) != 0)
    return complain (self, errno, error);
  close (self->fd);
  g_clear_pointer (&self->draft, g_free);
  sync_folder (self->path);
  return TRUE;
}

/**
 * mappe_xml_file_finish:
 * @error: return location for %MAPPE_XML_ERROR_WRITE
 *
 * Ends the document and gives the file its name.
 *
 * Returns: whether all of it is on the disk; otherwise the name holds what it held before
 */
gboolean
mappe_xml_file_finish (MappeXmlFile *self, GError **error)
{
  if (self->writer != NULL && xmlTextWriterEndDocument (self->writer) < 0 && self->failed == 0)
    self->failed = EIO;
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  if (self->filter != NULL)
    put (self, NULL, 0, TRUE);
  if (!mappe_xml_file_check (self, error))
    return FALSE;
  return self->path == NULL || put_in_place (self, error);
}
