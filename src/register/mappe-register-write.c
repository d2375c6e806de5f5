/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-config.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-intake.h"

/* Two registers of one state of the file with the same instant are equal byte for byte, whatever the version of
 * libxml2: it writes the frame; what is in a record is put together here, with the escapes and the white space of
 * DOCUMENTS.md 1.5. */

#define FLUSH_BYTES (32 * 1024)

/**
 * Writer:
 * @out: what goes into the file next
 * @files: (element-type utf8): SHA-256 of the files that the records name
 * @done: records that were looked at
 */
typedef struct {
  MappeXmlFile             *file;
  const MappeRegisterOrder *order;
  MappeSnapshot            *snapshot;
  MappeUids                *uids;
  MappeVeil                *view;
  GString                  *out;
  GHashTable               *files;
  guint64                   done;
} Writer;

static gboolean
flush (Writer *self, GError **error)
{
  xmlTextWriterPtr writer = mappe_xml_file_writer (self->file);
  gboolean written = self->out->len == 0
                     || xmlTextWriterWriteRawLen (writer, BAD_CAST self->out->str, (int) self->out->len) >= 0;

  g_string_truncate (self->out, 0);
  if (!mappe_xml_file_check (self->file, error))
    return FALSE;
  if (!written)
    g_set_error_literal (error, MAPPE_XML_ERROR, MAPPE_XML_ERROR_WRITE, _("the document is too large"));
  return written;
}

/* --- fields --- */

static gboolean
refuse_text (const MappeRow *row, guint field, GError **error)
{
  g_set_error (error, MAPPE_REGISTER_ERROR, MAPPE_REGISTER_ERROR_TEXT,
               _("R13: %s %s: the field “%s” holds characters that cannot be stored"), row->kind->name,
               mappe_row_get_text (row, MAPPE_FIELD_REFERENCE) ?: "?", row->kind->fields[field].name);
  return FALSE;
}

static gboolean
append_reference (Writer *self, const MappeRow *row, guint field, GError **error)
{
  const MappeKind *target = mappe_kind_lookup (row->kind->fields[field].target, NULL);
  char text[MAPPE_UID_LENGTH + 1];
  MappeUid uid;

  if (!mappe_uids_of (self->uids, target, mappe_row_get_int (row, field), &uid, error))
    return FALSE;
  mappe_uid_format (&uid, text);
  g_string_append (self->out, " ref=\"");
  g_string_append (self->out, target->name);
  g_string_append_c (self->out, '-');
  g_string_append (self->out, text);
  g_string_append (self->out, "\"/>\n");
  return TRUE;
}

static gboolean
append_moment (Writer *self, const MappeRow *row, guint field, GError **error)
{
  const char *text = mappe_row_get_text (row, field);

  if (!mappe_datetime_is_valid (text))
    return refuse_text (row, field, error);
  g_string_append_printf (self->out, " date=\"%.10s\" time=\"%s\"/>\n", text, text + strlen ("YYYY-MM-DDT"));
  return TRUE;
}

static void
append_file (Writer *self, const char *hash)
{
  g_hash_table_add (self->files, g_strdup (hash));
  g_string_append (self->out, " sha256=\"");
  mappe_value_form_append (self->out, hash, TRUE);
  g_string_append (self->out, "\"/>\n");
}

static gboolean
append_text (Writer *self, const MappeRow *row, guint field, GError **error)
{
  const MappeValue *value = &row->values[field];
  g_autofree char *text = value->type == MAPPE_VALUE_TEXT ? NULL : mappe_row_get_canonical (row, field);

  g_string_append_c (self->out, '>');
  if (!mappe_value_form_append (self->out, text != NULL ? text : value->text, FALSE))
    return refuse_text (row, field, error);
  g_string_append (self->out, "</");
  g_string_append (self->out, row->kind->fields[field].name);
  g_string_append (self->out, ">\n");
  return TRUE;
}

static gboolean
append_field (Writer *self, const MappeRow *row, guint field, GError **error)
{
  const MappeFieldSpec *spec = &row->kind->fields[field];

  g_string_append (self->out, "      <");
  g_string_append (self->out, spec->name);
  switch (mappe_value_form_of (spec))
    {
    case MAPPE_VALUE_FORM_BOOL:
      g_string_append (self->out, mappe_row_get_int (row, field) != 0 ? ">true</" : ">false</");
      g_string_append (self->out, spec->name);
      g_string_append (self->out, ">\n");
      return TRUE;
    case MAPPE_VALUE_FORM_MONEY:
      g_string_append_printf (self->out, " cents=\"%" G_GINT64_FORMAT "\" currency=\"EUR\"/>\n",
                              mappe_row_get_int (row, field));
      return TRUE;
    case MAPPE_VALUE_FORM_MOMENT:
      return append_moment (self, row, field, error);
    case MAPPE_VALUE_FORM_REF:
      return append_reference (self, row, field, error);
    case MAPPE_VALUE_FORM_FILE:
      append_file (self, mappe_row_get_text (row, field));
      return TRUE;
    case MAPPE_VALUE_FORM_TEXT:
    default:
      return append_text (self, row, field, error);
    }
}

static gboolean
append_fields (Writer *self, const MappeRow *row, MappeShow show, GError **error)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      gboolean has;

      if (mappe_row_is_null (row, i))
        continue;
      if (!mappe_veil_has_field (self->view, row, show, i, &has, error) || (has && !append_field (self, row, i, error)))
        return FALSE;
    }
  return TRUE;
}

/* --- records --- */

static void
append_begin (Writer *self, const MappeUidRow *one)
{
  char uid[MAPPE_UID_LENGTH + 1];

  mappe_uid_format (&one->uid, uid);
  g_string_append (self->out, "    <");
  g_string_append (self->out, one->row->kind->name);
  g_string_append (self->out, " id=\"");
  g_string_append (self->out, one->row->kind->name);
  g_string_append_c (self->out, '-');
  g_string_append (self->out, uid);
  g_string_append (self->out, "\">\n");
}

static void
append_end (Writer *self, const MappeKind *kind)
{
  g_string_append (self->out, "    </");
  g_string_append (self->out, kind->name);
  g_string_append (self->out, ">\n");
}

/* Opens the list of a kind. What the council has counted to is its own affair. */
static gboolean
append_list (Writer *self, const MappeKind *kind, GError **error)
{
  gboolean full = self->order->profile == MAPPE_PROFILE_FULL;
  gint64 last = full ? mappe_snapshot_last_number (self->snapshot, kind, error) : 0;

  g_string_append_printf (self->out, "  <%s-list", kind->name);
  if (last > 0)
    g_string_append_printf (self->out, " last=\"%" G_GINT64_FORMAT "\"", last);
  return last >= 0;
}

static void
count (Writer *self, const MappeKind *kind, gboolean withheld)
{
  GArray *counts = self->order->counts;
  MappeRegisterCount *last;

  if (counts == NULL)
    return;
  last = counts->len > 0 ? &g_array_index (counts, MappeRegisterCount, counts->len - 1) : NULL;
  if (last == NULL || last->kind != kind)
    {
      const MappeRegisterCount first = { .kind = kind };

      g_array_append_val (counts, first);
      last = &g_array_index (counts, MappeRegisterCount, counts->len - 1);
    }
  last->records++;
  last->withheld += withheld;
}

static gboolean
append_record (Writer *self, const MappeUidRow *one, gboolean *any, GError **error)
{
  g_autoptr (MappeRow) row = NULL;
  MappeShow show;

  if (!mappe_veil_show (self->view, one->row, &show, error))
    return FALSE;
  if (show == MAPPE_ABSENT)
    return TRUE;
  row = mappe_veil_row (self->view, one->row, error);
  if (row == NULL)
    return FALSE;
  if (!*any)
    g_string_append (self->out, ">\n");
  *any = TRUE;
  count (self, row->kind, show != MAPPE_SHOWN);
  append_begin (self, one);
  if ((show == MAPPE_SHOWN || show == MAPPE_ANNOUNCED) && !append_fields (self, row, show, error))
    return FALSE;
  if (show != MAPPE_SHOWN)
    g_string_append_printf (self->out, "      <withheld reason=\"%s\"/>\n", mappe_show_get_reason (show));
  append_end (self, row->kind);
  return self->out->len < FLUSH_BYTES || flush (self, error);
}

static gboolean
write_kind (Writer *self, const MappeKind *kind, GError **error)
{
  MappeUidPlace place = { 0 };
  gboolean any = FALSE;

  if (!append_list (self, kind, error))
    return FALSE;
  while (TRUE)
    {
      g_autoptr (GArray) page = mappe_uids_page (self->uids, kind, &place, error);

      if (page == NULL)
        return FALSE;
      if (page->len == 0)
        break;
      self->done += page->len;
      if (!mappe_register_watch_go (self->order->watch, self->done, 0, error))
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        if (!append_record (self, &g_array_index (page, MappeUidRow, i), &any, error))
          return FALSE;
    }
  if (any)
    g_string_append_printf (self->out, "  </%s-list>\n", kind->name);
  else
    g_string_append (self->out, "/>\n");
  return TRUE;
}

/* --- files --- */

static gboolean
append_pieces (Writer *self, GBytes *content, GError **error)
{
  gsize size;
  const guchar *bytes = g_bytes_get_data (content, &size);

  g_string_append (self->out, size > 0 ? "      <content>\n" : "      <content/>\n");
  for (gsize at = 0; at < size; at += MAPPE_REGISTER_PIECE)
    {
      g_autofree char *piece = g_base64_encode (bytes + at, MIN (MAPPE_REGISTER_PIECE, size - at));

      g_string_append (self->out, "        <piece>");
      g_string_append (self->out, piece);
      g_string_append (self->out, "</piece>\n");
      if (!flush (self, error))
        return FALSE;
    }
  if (size > 0)
    g_string_append (self->out, "      </content>\n");
  return TRUE;
}

/* Where the files are not carried they are named all the same, so that a copy that somebody has can be compared. */
static gboolean
write_file (Writer *self, const char *hash, GError **error)
{
  g_autoptr (GBytes) content = mappe_snapshot_blob (self->snapshot, hash, error);
  gboolean carried = mappe_profile_carries (self->order->profile);

  if (content == NULL)
    return FALSE;
  g_string_append_printf (self->out, "    <file sha256=\"%s\" size=\"%" G_GSIZE_FORMAT "\"%s>\n", hash,
                          g_bytes_get_size (content), carried ? "" : "/");
  if (!carried)
    return TRUE;
  if (!append_pieces (self, content, error))
    return FALSE;
  g_string_append (self->out, "    </file>\n");
  return TRUE;
}

static gboolean
write_files (Writer *self, GError **error)
{
  g_autoptr (GList) hashes = g_list_sort (g_hash_table_get_keys (self->files), (GCompareFunc) strcmp);

  g_string_append (self->out, hashes != NULL ? "  <file-list>\n" : "  <file-list/>\n");
  for (GList *at = hashes; at != NULL; at = at->next)
    if (!write_file (self, at->data, error))
      return FALSE;
  if (hashes != NULL)
    g_string_append (self->out, "  </file-list>\n");
  return TRUE;
}

/* What other programs put in nobody here has classified, so it is for the council alone. */
static gboolean
write_extras (Writer *self, GError **error)
{
  g_auto (GStrv) extras = NULL;

  if (self->order->profile != MAPPE_PROFILE_FULL)
    return TRUE;
  extras = mappe_snapshot_extras (self->snapshot, error);
  for (guint i = 0; extras != NULL && extras[i] != NULL; i += 2)
    {
      g_string_append (self->out, "  <ext ns=\"");
      mappe_value_form_append (self->out, extras[i], TRUE);
      g_string_append_printf (self->out, "\">%s</ext>\n", extras[i + 1]);
    }
  return extras != NULL;
}

/* --- the register as a whole --- */

/* Returns: (transfer full) (nullable): the language of the council; "de" where it does not say */
static char *
read_language (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);
  const char *language = rows != NULL && rows->len > 0
                             ? mappe_row_get_text (g_ptr_array_index (rows, 0), MAPPE_COUNCIL_LANGUAGE) : NULL;

  return rows != NULL ? g_strdup (language != NULL ? language : "de") : NULL;
}

static char *
instant_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
write_head (Writer *self, GError **error)
{
  xmlTextWriterPtr writer = mappe_xml_file_writer (self->file);
  g_autofree char *language = self->order->language != NULL ? g_strdup (self->order->language)
                                                            : read_language (self->snapshot, error);
  g_autofree char *exported = self->order->exported != NULL ? g_strdup (self->order->exported) : instant_now ();
  const char *profile = mappe_profile_get_name (self->order->profile);

  if (language == NULL)
    return FALSE;
  if (writer == NULL || xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL) < 0
      || xmlTextWriterStartElement (writer, BAD_CAST "register") < 0
      || xmlTextWriterWriteAttribute (writer, BAD_CAST "xmlns", BAD_CAST MAPPE_REGISTER_NAMESPACE) < 0
      || xmlTextWriterWriteFormatAttribute (writer, BAD_CAST "version", "%d.%d", MAPPE_REGISTER_MAJOR,
                                            MAPPE_REGISTER_MINOR) < 0
      || xmlTextWriterWriteAttribute (writer, BAD_CAST "profile", BAD_CAST profile) < 0
      || xmlTextWriterWriteAttribute (writer, BAD_CAST "generator", BAD_CAST "Ratsmappe " MAPPE_VERSION) < 0
      || xmlTextWriterWriteAttribute (writer, BAD_CAST "exported", BAD_CAST exported) < 0
      || xmlTextWriterWriteAttribute (writer, BAD_CAST "lang", BAD_CAST language) < 0)
    return mappe_xml_file_check (self->file, error)
           && (g_set_error_literal (error, MAPPE_XML_ERROR, MAPPE_XML_ERROR_WRITE, _("the document is too large")),
               FALSE);
  g_string_append_c (self->out, '\n');
  return TRUE;
}

static gboolean
write_all (Writer *self, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  if (!write_head (self, error))
    return FALSE;
  for (guint i = 0; i < n_kinds; i++)
    if (!write_kind (self, kinds[i], error))
      return FALSE;
  return write_files (self, error) && write_extras (self, error) && flush (self, error);
}

static gpointer
write_in_snapshot (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  Writer *self = data;
  gboolean written;

  self->snapshot = snapshot;
  self->uids = mappe_uids_new (snapshot, error);
  self->view = self->uids != NULL ? mappe_veil_new (snapshot, self->order, error) : NULL;
  written = self->view != NULL && write_all (self, error);
  g_clear_pointer (&self->view, mappe_veil_free);
  g_clear_pointer (&self->uids, mappe_uids_free);
  return GINT_TO_POINTER (written);
}

static void
seal_cb (gpointer data, const char *bytes, gsize length, gboolean last, GByteArray *out)
{
  if (length > 0)
    mappe_age_sealer_feed (data, bytes, length, out);
  if (last)
    mappe_age_sealer_end (data, out);
}

static gboolean
write_file_of (MappeStore *store, MappeXmlFile *file, const MappeRegisterOrder *order, GError **error)
{
  Writer self = { .file = file, .order = order };
  g_autoptr (MappeAgeSealer) sealer = NULL;
  gboolean written;

  if (order->passphrase != NULL)
    {
      sealer = mappe_age_sealer_new_passphrase (order->passphrase, error);
      if (sealer == NULL)
        return FALSE;
      mappe_xml_file_set_filter (file, seal_cb, sealer);
    }
  self.out = g_string_sized_new (2 * FLUSH_BYTES);
  self.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  written = GPOINTER_TO_INT (mappe_store_read (store, write_in_snapshot, &self, error));
  g_hash_table_unref (self.files);
  g_string_free (self.out, TRUE);
  return written && mappe_xml_file_finish (file, error);
}

/**
 * mappe_register_save:
 * @path: file to make or to replace
 * @order: for whom it is
 * @error: return location for a #MappeStoreError, #MappeXmlError, #MappeAgeError or %MAPPE_REGISTER_ERROR_TEXT
 *
 * Writes one state of the council as a register, record by record: memory does not grow with the council. Waits for it.
 *
 * Returns: whether @path holds all of it; otherwise it is what it was
 */
gboolean
mappe_register_save (MappeStore *store, const char *path, const MappeRegisterOrder *order, GError **error)
{
  g_autoptr (MappeXmlFile) file = mappe_xml_file_open (path, error);

  return file != NULL && write_file_of (store, file, order, error);
}

/** mappe_register_write: The same to an open descriptor, like standard output. */
gboolean
mappe_register_write (MappeStore *store, int fd, const MappeRegisterOrder *order, GError **error)
{
  g_autoptr (MappeXmlFile) file = mappe_xml_file_new_fd (fd);

  return write_file_of (store, file, order, error);
}
