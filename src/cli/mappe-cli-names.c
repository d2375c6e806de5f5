/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-number.h"
#include "mappe-record-error.h"
#include "mappe-text.h"

/* What the message of an unknown name proposes is at least as like it as this. */
#define SIMILAR 0.5

/**
 * mappe_cli_open:
 * @path: a council file
 *
 * Like mappe_store_open(), and with the name of the file in the message.
 */
MappeStore *
mappe_cli_open (const char *path, MappeStoreFlags flags, GError **error)
{
  MappeStore *store = mappe_store_open (path, flags, error);

  if (store == NULL && error != NULL && strstr ((*error)->message, path) == NULL)
    g_prefix_error (error, "%s: ", path);
  return store;
}

/**
 * mappe_cli_close:
 * @store: (transfer full): an open store
 */
void
mappe_cli_close (MappeOpened *store)
{
  /* What the store announced waits in the main context with a reference. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  mappe_store_close (store);
  g_object_unref (store);
}

static void
note_best (const char *wanted, const char *name, const char **best, double *likeness)
{
  double similar = mappe_text_similarity (wanted, name);

  if (similar < *likeness)
    return;
  *likeness = similar;
  *best = name;
}

static char *
proposal (const char *best)
{
  return best != NULL ? g_strdup_printf (_(" Did you mean “%s”?"), best) : g_strdup ("");
}

/**
 * mappe_cli_kind:
 * @name: as typed
 *
 * Returns: (nullable): the kind; without one the message lists them all
 */
const MappeKind *
mappe_cli_kind (const char *name, GError **error)
{
  guint n_kinds;
  const MappeKind * const *kinds = mappe_kinds (&n_kinds);
  const MappeKind *kind = mappe_kind_lookup (name, NULL);
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *hint = NULL;
  const char *best = NULL;
  double likeness = SIMILAR;

  if (kind != NULL)
    return kind;
  for (guint i = 0; i < n_kinds; i++)
    {
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", kinds[i]->name);
      note_best (name, kinds[i]->name, &best, &likeness);
    }
  hint = proposal (best);
  mappe_cli_usage (error, _("there is no kind “%s”.%s Known are: %s"), name, hint, known->str);
  return NULL;
}

/**
 * mappe_cli_field:
 * @name: as typed
 *
 * Returns: number of the field, or -1; the message then lists them all
 */
int
mappe_cli_field (const MappeKind *kind, const char *name, GError **error)
{
  int field = mappe_kind_find_field (kind, name);
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *hint = NULL;
  const char *best = NULL;
  double likeness = SIMILAR;

  if (field >= 0)
    return field;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", kind->fields[i].name);
      note_best (name, kind->fields[i].name, &best, &likeness);
    }
  hint = proposal (best);
  mappe_cli_usage (error, _("%s has no field “%s”.%s Known are: %s"), kind->name, name, hint, known->str);
  return -1;
}

/**
 * mappe_cli_find:
 * @reference: a reference, or "#" and an id
 *
 * Returns: the id; 0 with an error if there is no such record
 */
gint64
mappe_cli_find (MappeStore *store, const MappeKind *kind, const char *reference, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) row = NULL;
  gint64 id = 0;

  if (reference[0] == '#' && mappe_int_parse (reference + 1, &id) && id > 0)
    row = mappe_store_load (store, kind, id, &cause);
  else
    id = mappe_store_find (store, kind, reference, &cause);
  if (cause != NULL && !g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return 0;
    }
  if (id > 0 && (reference[0] != '#' || row != NULL))
    return id;
  mappe_cli_wrong (error, _("there is no %s “%s”"), kind->name, reference);
  return 0;
}

/** mappe_cli_load: Returns: (nullable) (transfer full): the record of a reference, see mappe_cli_find() */
MappeRow *
mappe_cli_load (MappeStore *store, const MappeKind *kind, const char *reference, GError **error)
{
  gint64 id = mappe_cli_find (store, kind, reference, error);

  return id > 0 ? mappe_store_load (store, kind, id, error) : NULL;
}

/* Form of the values, for the message about one that is none. */
static const char *
form_of (const MappeFieldSpec *field)
{
  switch (field->type)
    {
    case MAPPE_FIELD_INT:
      return _("a whole number");
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_REAL:
      return _("a number such as 12.5");
    case MAPPE_FIELD_BOOL:
      return _("0 or 1");
    case MAPPE_FIELD_DATE:
      return _("a date such as 2026-12-31, 31.12.26 or +14");
    case MAPPE_FIELD_TIME:
      return _("a time such as 15:30");
    case MAPPE_FIELD_DATETIME:
      return _("a date and time such as 2026-12-31T15:30");
    case MAPPE_FIELD_CODE:
      return _("a code");
    case MAPPE_FIELD_BLOB:
      return _("@ and the path of a file");
    case MAPPE_FIELD_TEXT:
    case MAPPE_FIELD_LONGTEXT:
    case MAPPE_FIELD_REF:
    default:
      return _("a text");
    }
}

static gboolean
known_code (MappeStore *store, const MappeFieldSpec *field, const char *code, GError **error)
{
  const MappeKind *codes = mappe_kind_lookup ("code", NULL);
  g_autoptr (MappeQuery) query = mappe_query_new (codes);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) known = g_string_new (NULL);

  mappe_query_where (query, (guint) mappe_kind_find_field (codes, "list"), MAPPE_OP_EQUAL, field->code_list);
  rows = mappe_store_list (store, query, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      MappeListed *listed = g_ptr_array_index (rows, i);
      const char *name = mappe_row_get_text (listed->row, (guint) mappe_kind_find_field (codes, "code"));

      if (g_str_equal (name, code))
        return TRUE;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", name);
    }
  return mappe_cli_wrong (error, _("%s: “%s” is not a code of the list “%s”. Known are: %s"), field->name, code,
                          field->code_list, known->str);
}

static gboolean
check_form (const MappeFieldSpec *field, const char *text, GError **error)
{
  g_auto (MappeValue) value = MAPPE_VALUE_INIT;

  if (mappe_field_parse_canonical (field, text, &value, NULL))
    return TRUE;
  return mappe_cli_wrong (error, _("%s: “%s” is not %s"), field->name, text, form_of (field));
}

static gboolean
resolve (MappeStore *store, const MappeFieldSpec *field, const char *text, char **canonical, GError **error)
{
  const MappeKind *target = mappe_kind_lookup (field->target, NULL);
  gint64 id = mappe_cli_find (store, target, text, error);

  if (id == 0)
    {
      g_prefix_error (error, "%s: ", field->name);
      return FALSE;
    }
  *canonical = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  return TRUE;
}

/**
 * mappe_cli_value:
 * @text: as typed: canonical, or a reference, or a date in the short forms; "" is an empty field
 * @canonical: (out) (transfer full): canonical value
 *
 * Returns: whether @text is a value of the field
 */
gboolean
mappe_cli_value (MappeStore *store, const MappeKind *kind, guint field, const char *text, char **canonical,
                 GError **error)
{
  const MappeFieldSpec *spec = &kind->fields[field];

  *canonical = NULL;
  if (*text == '\0')
    *canonical = g_strdup ("");
  else if (spec->type == MAPPE_FIELD_REF)
    return resolve (store, spec, text, canonical, error);
  else if (spec->type == MAPPE_FIELD_DATE)
    *canonical = mappe_date_parse_typed (text, NULL, NULL);
  else if (spec->type == MAPPE_FIELD_TIME)
    *canonical = mappe_time_parse_typed (text, NULL);
  else if (spec->type == MAPPE_FIELD_CODE && !known_code (store, spec, text, error))
    return FALSE;
  if (*canonical == NULL)
    *canonical = g_strdup (text);
  return check_form (spec, *canonical, error);
}

static const char *
reason_of (const MappeFieldSpec *field, const GError *cause)
{
  switch ((MappeRecordError) cause->code)
    {
    case MAPPE_RECORD_ERROR_REQUIRED:
      return _("must not be empty");
    case MAPPE_RECORD_ERROR_RANGE:
      return _("out of range");
    case MAPPE_RECORD_ERROR_TOO_LONG:
      return _("too long");
    case MAPPE_RECORD_ERROR_ENCODING:
      return _("not UTF-8, or with control characters");
    case MAPPE_RECORD_ERROR_TYPE:
      return form_of (field);
    case MAPPE_RECORD_ERROR_UNKNOWN_KIND:
    case MAPPE_RECORD_ERROR_UNKNOWN_FIELD:
    case MAPPE_RECORD_ERROR_RULE:
    default:
      return cause->message;
    }
}

/**
 * mappe_cli_refuse:
 * @field: number of the field at fault, or -1
 * @cause: a #MappeRecordError
 *
 * Returns: always %FALSE
 */
gboolean
mappe_cli_refuse (const MappeKind *kind, int field, const GError *cause, GError **error)
{
  if (field < 0 || cause->code == MAPPE_RECORD_ERROR_RULE)
    return mappe_cli_wrong (error, "%s: %s", kind->name, cause->message);
  return mappe_cli_wrong (error, "%s: %s", kind->fields[field].name, reason_of (&kind->fields[field], cause));
}
