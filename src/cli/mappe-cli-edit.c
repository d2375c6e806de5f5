/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-attachment.h"
#include "mappe-record-error.h"

/* The whole of a file is held in memory and in one cell of the database. */
#define BLOB_MAX (256 * 1024 * 1024)

static gboolean
read_blob (MappeEdit *edit, const MappeFieldSpec *field, const char *path, char **canonical, GBytes **bytes,
           GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GBytes) content = NULL;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) > BLOB_MAX)
    return mappe_cli_wrong (error, _("%s: “%s” is larger than 256 MiB"), field->name, path);
  content = g_file_load_bytes (file, NULL, NULL, error);
  if (content == NULL)
    return FALSE;
  *canonical = mappe_edit_add_blob (edit, content);
  *bytes = g_steal_pointer (&content);
  return TRUE;
}

/* What a reader will find: pages, and whether everybody can read them. */
static void
describe_pages (MappeRow *row, const char *name, GBytes *content)
{
  g_autoptr (MappeContentText) facts = mappe_attachment_read (content, FALSE, NULL);
  g_autofree char *warning = mappe_attachment_warning (facts);
  int pages = mappe_kind_find_field (row->kind, "pages");
  int accessible = mappe_kind_find_field (row->kind, "accessible_pdf");

  if (pages >= 0 && facts->n_pages > 0)
    mappe_value_set_int (&row->values[pages], facts->n_pages);
  if (accessible >= 0)
    mappe_value_set_int (&row->values[accessible], mappe_content_text_is_accessible (facts));
  if (warning != NULL && pages >= 0)
    mappe_cli_complain ("%s: %s", name, warning);
}

/* A file brings its size and pages and, where nothing is said, its name and type. */
static void
describe_blob (MappeRow *row, const char *path, GBytes *content)
{
  int bytes = mappe_kind_find_field (row->kind, "bytes");
  int name = mappe_kind_find_field (row->kind, "file_name");
  int mime = mappe_kind_find_field (row->kind, "mime");
  g_autofree char *base = g_path_get_basename (path);

  if (bytes >= 0)
    mappe_value_set_int (&row->values[bytes], (gint64) g_bytes_get_size (content));
  describe_pages (row, base, content);
  if (name >= 0 && mappe_row_is_null (row, (guint) name) && g_utf8_validate (base, -1, NULL))
    mappe_value_set_text (&row->values[name], base);
  if (mime >= 0 && mappe_row_is_null (row, (guint) mime))
    {
      g_autofree char *type = g_content_type_guess (path, NULL, 0, NULL);

      mappe_value_take_text (&row->values[mime], g_content_type_get_mime_type (type));
    }
}

static gboolean
take_blob (MappeEdit *edit, MappeRow *row, guint field, const char *value, GError **error)
{
  const MappeFieldSpec *spec = &row->kind->fields[field];
  g_autofree char *canonical = NULL;
  g_autoptr (GBytes) content = NULL;

  if (*value == '\0')
    return mappe_row_set_canonical (row, field, NULL, error);
  if (*value != '@')
    return mappe_cli_wrong (error, _("%s takes @ and the path of a file, not “%s”"), spec->name, value);
  if (!read_blob (edit, spec, value + 1, &canonical, &content, error))
    return FALSE;
  describe_blob (row, value + 1, content);
  return mappe_row_set_canonical (row, field, canonical, error);
}

static gboolean
take_assignment (MappeStore *store, MappeEdit *edit, MappeRow *row, const char *assignment, GError **error)
{
  const char *mark = strchr (assignment, '=');
  g_autofree char *name = mark != NULL ? g_strndup (assignment, (gsize) (mark - assignment)) : NULL;
  g_autofree char *canonical = NULL;
  int field;

  if (mark == NULL || mark == assignment)
    return mappe_cli_usage (error, _("“%s” is not FIELD=VALUE"), assignment);
  field = mappe_cli_field (row->kind, name, error);
  if (field < 0)
    return FALSE;
  if (row->kind->fields[field].type == MAPPE_FIELD_BLOB)
    return take_blob (edit, row, (guint) field, mark + 1, error);
  return mappe_cli_value (store, row->kind, (guint) field, mark + 1, &canonical, error)
         && mappe_row_set_canonical (row, (guint) field, canonical, error);
}

static gboolean
take_assignments (MappeStore *store, MappeEdit *edit, MappeRow *row, char **assignments, GError **error)
{
  g_autoptr (GError) cause = NULL;
  int field = -1;

  for (guint i = 0; assignments[i] != NULL; i++)
    if (!take_assignment (store, edit, row, assignments[i], error))
      return FALSE;
  return mappe_row_validate (row, &field, &cause) || mappe_cli_refuse (row->kind, field, cause, error);
}

/* The message of the store is for programmers; this is for people. */
static gboolean
explain (const MappeApplied *fault, GError *cause, GError **error)
{
  const char *field = fault != NULL && fault->fault_kind != NULL && fault->fault_field >= 0
                          ? fault->fault_kind->fields[fault->fault_field].name : NULL;
  const char *what = NULL;

  if (g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DUPLICATE))
    what = _("the value is taken by another record");
  else if (g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_CONFLICT))
    what = _("somebody else has changed it meanwhile");
  else if (g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_GONE))
    what = _("the record was deleted meanwhile");
  else if (mappe_store_error_get_reason (cause) != NULL)
    what = _(mappe_store_error_get_reason (cause));
  if (what == NULL)
    g_propagate_error (error, g_error_copy (cause));
  else if (field != NULL)
    mappe_cli_wrong (error, "%s: %s", field, what);
  else
    mappe_cli_wrong (error, "%s", what);
  return FALSE;
}

static MappeApplied *
apply (MappeStore *store, MappeEdit *edit, GError **error)
{
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (GError) cause = NULL;
  MappeApplied *outcome = mappe_store_apply (store, edit, &fault, &cause);

  if (outcome == NULL)
    explain (fault, cause, error);
  return outcome;
}

typedef gboolean (*Change) (MappeCli *cli, MappeStore *store, const MappeKind *kind, char **rest, GError **error);

/* Opens the file and finds the kind; @change gets what is behind them. */
static gboolean
change_file (MappeCli *cli, char **arguments, guint least, guint most, Change change, GError **error)
{
  g_auto (GStrv) rest = NULL;
  const MappeKind *kind;
  g_autoptr (MappeOpened) store = NULL;

  if (!mappe_cli_parse (cli, NULL, arguments, least, most, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  kind = mappe_cli_kind (rest[1], error);
  store = kind != NULL ? mappe_cli_open (rest[0], MAPPE_STORE_OPEN_DEFAULT, error) : NULL;
  return store != NULL && change (cli, store, kind, rest + 2, error);
}

static gboolean
insert (MappeCli *cli, MappeStore *store, const MappeKind *kind, char **assignments, GError **error)
{
  g_autofree char *label = g_strdup_printf (_("%s added"), _(kind->label));
  g_autoptr (MappeEdit) edit = mappe_edit_new (label);
  g_autoptr (MappeRow) row = mappe_row_new_preset (kind);
  g_autoptr (MappeRow) saved = NULL;
  g_autoptr (MappeApplied) outcome = NULL;

  if (!take_assignments (store, edit, row, assignments, error))
    return FALSE;
  mappe_edit_insert (edit, g_steal_pointer (&row));
  outcome = apply (store, g_steal_pointer (&edit), error);
  if (outcome == NULL)
    return FALSE;
  saved = mappe_store_load (store, kind, g_array_index (outcome->ids, gint64, 0), error);
  return saved != NULL && mappe_cli_print (cli, error, "%s\n", mappe_row_get_text (saved, MAPPE_FIELD_REFERENCE));
}

/** mappe_cli_add: Adds a record and prints its reference. */
gboolean
mappe_cli_add (MappeCli *cli, char **arguments, GError **error)
{
  return change_file (cli, arguments, 3, G_MAXUINT, insert, error);
}

/* @rest: a reference and assignments */
static gboolean
change (MappeCli *cli, MappeStore *store, const MappeKind *kind, char **rest, GError **error)
{
  const char *reference = rest[0];
  g_autofree char *label = g_strdup_printf (_("%s %s changed"), _(kind->label), reference);
  g_autoptr (MappeEdit) edit = mappe_edit_new (label);
  g_autoptr (MappeRow) base = mappe_cli_load (store, kind, reference, error);
  g_autoptr (MappeRow) mine = base != NULL ? mappe_row_copy (base) : NULL;
  g_autoptr (MappeApplied) outcome = NULL;

  if (base == NULL || !take_assignments (store, edit, mine, rest + 1, error))
    return FALSE;
  mappe_edit_update (edit, g_steal_pointer (&base), g_steal_pointer (&mine));
  outcome = apply (store, g_steal_pointer (&edit), error);
  return outcome != NULL;
}

/** mappe_cli_set: Changes fields of a record, all in one step. */
gboolean
mappe_cli_set (MappeCli *cli, char **arguments, GError **error)
{
  return change_file (cli, arguments, 4, G_MAXUINT, change, error);
}

/* @rest: a reference */
static gboolean
drop (MappeCli *cli, MappeStore *store, const MappeKind *kind, char **rest, GError **error)
{
  const char *reference = rest[0];
  g_autofree char *label = g_strdup_printf (_("%s %s deleted"), _(kind->label), reference);
  g_autoptr (MappeRow) row = mappe_cli_load (store, kind, reference, error);
  g_autoptr (MappeApplied) outcome = NULL;
  g_autoptr (GError) cause = NULL;
  MappeEdit *edit;

  if (row == NULL)
    return FALSE;
  edit = mappe_edit_new (label);
  mappe_edit_delete (edit, kind, row->id, row->version);
  outcome = apply (store, edit, &cause);
  if (g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFERENCE))
    return mappe_cli_wrong (error, "%s (%s)", _("Other records still need it"), cause->message);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return outcome != NULL;
}

/** mappe_cli_delete: Deletes a record and what is a part of it. */
gboolean
mappe_cli_delete (MappeCli *cli, char **arguments, GError **error)
{
  return change_file (cli, arguments, 3, 3, drop, error);
}
