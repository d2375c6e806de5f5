/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-zip.h"

#include <glib/gi18n-lib.h>
#include <zip.h>

#include "mappe-writers.h"

/* 1980-01-01, the first day that an archive can name: no clock is told, and equal content gives equal bytes. */
#define FIRST_DAY ((1 << 5) | 1)

static gboolean
fail (zip_error_t *cause, GError **error)
{
  g_set_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_WRITE, _("the archive could not be made: %s"),
               zip_error_strerror (cause));
  return FALSE;
}

static gboolean
add_entry (zip_t *archive, const MappeZipEntry *entry, GError **error)
{
  gsize length;
  const void *bytes = g_bytes_get_data (entry->content, &length);
  zip_source_t *source = zip_source_buffer (archive, bytes, length, 0);
  zip_int64_t index = source != NULL ? zip_file_add (archive, entry->name, source, ZIP_FL_ENC_UTF_8) : -1;

  if (index < 0)
    {
      if (source != NULL)
        zip_source_free (source);
      return fail (zip_get_error (archive), error);
    }
  if (zip_set_file_compression (archive, (zip_uint64_t) index, entry->deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 9) != 0
      || zip_file_set_dostime (archive, (zip_uint64_t) index, 0, FIRST_DAY, 0) != 0)
    return fail (zip_get_error (archive), error);
  return TRUE;
}

/* The archive is closed or given up in any case. */
static gboolean
fill (zip_t *archive, const MappeZipEntry *entries, guint n_entries, GError **error)
{
  for (guint i = 0; i < n_entries; i++)
    if (!add_entry (archive, &entries[i], error))
      {
        zip_discard (archive);
        return FALSE;
      }
  if (zip_close (archive) == 0)
    return TRUE;
  fail (zip_get_error (archive), error);
  zip_discard (archive);
  return FALSE;
}

static GBytes *
read_all (zip_source_t *source, GError **error)
{
  zip_stat_t stat;
  gboolean opened = zip_source_stat (source, &stat) == 0 && zip_source_open (source) == 0;
  g_autofree char *bytes = opened ? g_malloc (stat.size) : NULL;
  gboolean whole = opened && zip_source_read (source, bytes, stat.size) == (zip_int64_t) stat.size;

  if (!whole)
    fail (zip_source_error (source), error);
  if (opened)
    zip_source_close (source);
  return whole ? g_bytes_new_take (g_steal_pointer (&bytes), stat.size) : NULL;
}

/**
 * mappe_zip_write:
 * @entries: what is in it, in this order
 * @error: return location for a #MappeDocumentError
 *
 * Returns: (transfer full) (nullable): a ZIP archive; equal entries give equal bytes
 */
GBytes *
mappe_zip_write (const MappeZipEntry *entries, guint n_entries, GError **error)
{
  zip_error_t cause;
  zip_source_t *source;
  zip_t *archive;
  GBytes *result = NULL;

  zip_error_init (&cause);
  source = zip_source_buffer_create (NULL, 0, 0, &cause);
  archive = source != NULL ? zip_open_from_source (source, ZIP_TRUNCATE, &cause) : NULL;
  if (archive == NULL)
    fail (&cause, error);
  else
    {
      /* Closing the archive gives up one reference to where it was written. */
      zip_source_keep (source);
      if (fill (archive, entries, n_entries, error))
        result = read_all (source, error);
    }
  g_clear_pointer (&source, zip_source_free);
  zip_error_fini (&cause);
  return result;
}

static GBytes *
read_entry (zip_t *archive, const char *name, gsize most)
{
  zip_stat_t stat;
  zip_file_t *file = zip_stat (archive, name, 0, &stat) == 0 && stat.size <= most ? zip_fopen (archive, name, 0) : NULL;
  g_autofree char *content = file != NULL ? g_malloc (stat.size + 1) : NULL;
  const gboolean whole = file != NULL && zip_fread (file, content, stat.size) == (zip_int64_t) stat.size;

  if (file != NULL)
    zip_fclose (file);
  return whole ? g_bytes_new_take (g_steal_pointer (&content), stat.size) : NULL;
}

/**
 * mappe_zip_read:
 * @archive: an archive from anywhere
 * @name: of an entry
 * @most: larger entries are not read
 *
 * Returns: (transfer full) (nullable): content of the entry; %NULL where there is none that can be read
 */
GBytes *
mappe_zip_read (GBytes *archive, const char *name, gsize most)
{
  gsize length;
  const void *bytes = g_bytes_get_data (archive, &length);
  zip_source_t *source = zip_source_buffer_create (bytes, length, 0, NULL);
  zip_t *opened = source != NULL ? zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL) : NULL;
  GBytes *content = opened != NULL ? read_entry (opened, name, most) : NULL;

  if (opened != NULL)
    zip_discard (opened);
  else if (source != NULL)
    zip_source_free (source);
  return content;
}
