/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-hidden-values.h"
#include "mappe-indicator-value.h"

#define PAGE 256

typedef struct {
  char   **where;
  char    *search;
  char    *sort;
  char    *limit;
  char    *format;
  char    *fields;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->where);
  g_free (options->search);
  g_free (options->sort);
  g_free (options->limit);
  g_free (options->format);
  g_free (options->fields);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

typedef struct {
  const char *mark;
  MappeOp     op;
} Mark;

/* The longer ones first. */
static const Mark marks[] = {
  { "!=", MAPPE_OP_NOT_EQUAL },
  { "<=", MAPPE_OP_LESS_EQUAL },
  { ">=", MAPPE_OP_GREATER_EQUAL },
  { "<", MAPPE_OP_LESS },
  { ">", MAPPE_OP_GREATER },
  { "=", MAPPE_OP_EQUAL },
};

static const Mark *
mark_at (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i].mark))
      return &marks[i];
  return NULL;
}

static gboolean
add_empty (MappeQuery *query, guint field, MappeOp op, const char *condition, GError **error)
{
  if (op != MAPPE_OP_EQUAL && op != MAPPE_OP_NOT_EQUAL)
    return mappe_cli_usage (error, _("“%s”: nothing is smaller or greater than an empty value"), condition);
  mappe_query_where (query, field, op == MAPPE_OP_EQUAL ? MAPPE_OP_EMPTY : MAPPE_OP_NOT_EMPTY, NULL);
  return TRUE;
}

static gboolean
add_condition (MappeStore *store, MappeQuery *query, const char *condition, GError **error)
{
  const MappeKind *kind = mappe_query_get_kind (query);
  const char *end = condition + strcspn (condition, "=<>!");
  const Mark *mark = mark_at (end);
  g_autofree char *name = g_strndup (condition, (gsize) (end - condition));
  g_autofree char *canonical = NULL;
  int field;

  if (mark == NULL || end == condition)
    return mappe_cli_usage (error, _("“%s” is not a condition such as FIELD=VALUE"), condition);
  field = mappe_cli_field (kind, name, error);
  if (field < 0)
    return FALSE;
  end += strlen (mark->mark);
  if (*end == '\0')
    return add_empty (query, (guint) field, mark->op, condition, error);
  if (!mappe_cli_value (store, kind, (guint) field, end, &canonical, error))
    return FALSE;
  mappe_query_where (query, (guint) field, mark->op, canonical);
  return TRUE;
}

static gboolean
build_query (MappeStore *store, MappeQuery *query, const Options *options, GError **error)
{
  const MappeKind *kind = mappe_query_get_kind (query);
  guint limit = 0;

  for (guint i = 0; options->where != NULL && options->where[i] != NULL; i++)
    {
      if (!g_utf8_validate (options->where[i], -1, NULL))
        return mappe_cli_wrong (error, _("--%s is not UTF-8"), "where");
      if (!add_condition (store, query, options->where[i], error))
        return FALSE;
    }
  if (options->search != NULL)
    mappe_query_match (query, options->search);
  if (options->sort != NULL)
    {
      gboolean descending = options->sort[0] == '-';
      int field = mappe_cli_field (kind, options->sort + (descending ? 1 : 0), error);

      if (field < 0)
        return FALSE;
      mappe_query_order (query, (guint) field, descending);
    }
  if (!mappe_cli_number ("limit", options->limit, &limit, error))
    return FALSE;
  if (limit > 0)
    mappe_query_limit (query, limit);
  return TRUE;
}

static gboolean
choose_form (const char *name, MappeCliTableForm *form, GError **error)
{
  static const char * const names[] = { "table", "csv", "json" };

  *form = MAPPE_CLI_TABLE_TEXT;
  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      {
        *form = (MappeCliTableForm) i;
        return TRUE;
      }
  return mappe_cli_usage (error, _("--format takes table, csv or json, not “%s”"), name);
}

/* The table for people has the columns of the list in the window, the other forms have all. */
static gboolean
choose_fields (const MappeKind *kind, const char *names, MappeCliTableForm form, GArray *fields, GError **error)
{
  g_auto (GStrv) wanted = names != NULL ? g_strsplit (names, ",", -1) : NULL;

  for (guint i = 0; wanted == NULL && i < kind->n_fields; i++)
    if (form != MAPPE_CLI_TABLE_TEXT || (kind->fields[i].flags & MAPPE_FIELD_LIST) != 0)
      g_array_append_val (fields, i);
  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      int field = mappe_cli_field (kind, g_strstrip (wanted[i]), error);
      guint number = (guint) field;

      if (field < 0)
        return FALSE;
      g_array_append_val (fields, number);
    }
  return TRUE;
}

static gboolean
write_page (MappeStore *store, MappeCliTable *table, MappeReferences *references, const MappeKind *kind,
            GHashTable *hidden, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) listed = mappe_store_rows (store, kind, ids, n_ids, error);

  if (listed != NULL && hidden != NULL)
    mappe_hidden_values_veil (hidden, listed);
  return listed != NULL && mappe_references_fetch (references, listed, error)
         && mappe_cli_table_page (table, listed, references, error);
}

/* Many rows are not held together: their ids are, and a page of rows. */
static gboolean
write_rows (MappeCli *cli, MappeStore *store, const MappeQuery *query, MappeCliTableForm form,
            const GArray *fields, GError **error)
{
  const MappeKind *kind = mappe_query_get_kind (query);
  g_autoptr (GArray) ids = mappe_store_query (store, query, error);
  g_autoptr (MappeCliTable) table = mappe_cli_table_new (cli, kind, form, fields);
  g_autoptr (MappeReferences) references = mappe_references_new (store);
  g_autoptr (GHashTable) hidden = NULL;
  guint at = 0;

  if (ids == NULL)
    return FALSE;
  if (kind == &mappe_indicator_value_kind)
    {
      hidden = mappe_store_read (store, mappe_hidden_values_load, NULL, error);
      if (hidden == NULL)
        return FALSE;
    }
  do
    {
      guint n = MIN (PAGE, ids->len - at);

      if (!write_page (store, table, references, kind, hidden, (const gint64 *) ids->data + at, n, error))
        return FALSE;
      at += n;
    }
  while (at < ids->len);
  return mappe_cli_table_end (table, error);
}

static gboolean
list (MappeCli *cli, char **rest, const Options *options, GError **error)
{
  const MappeKind *kind = mappe_cli_kind (rest[1], error);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappeQuery) query = NULL;
  MappeCliTableForm form;

  if (kind == NULL || !choose_form (options->format, &form, error)
      || !choose_fields (kind, options->fields, form, fields, error))
    return FALSE;
  if (options->search != NULL && !g_utf8_validate (options->search, -1, NULL))
    return mappe_cli_wrong (error, _("--%s is not UTF-8"), "search");
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  query = mappe_query_new (kind);
  return build_query (store, query, options, error) && write_rows (cli, store, query, form, fields, error);
}

/** mappe_cli_list: Lists the records of a kind. */
gboolean
mappe_cli_list (MappeCli *cli, char **arguments, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.where, N_("Only records for which this holds"),
      N_("FIELD=VALUE") },
    { "search", 's', 0, G_OPTION_ARG_FILENAME, &options.search, N_("Only records with these words"), N_("TEXT") },
    { "sort", 'o', 0, G_OPTION_ARG_FILENAME, &options.sort, N_("Order; “-” before the field turns it round"),
      N_("FIELD") },
    { "limit", 'n', 0, G_OPTION_ARG_FILENAME, &options.limit, N_("At most so many"), N_("N") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_("table, csv or json"), N_("FORMAT") },
    { "fields", 'c', 0, G_OPTION_ARG_FILENAME, &options.fields, N_("Columns, separated by commas"), N_("FIELDS") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  return list (cli, rest, &options, error);
}
