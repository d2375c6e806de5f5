/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-query-private.h"
#include "mappe-store-private.h"

#include <string.h>

#include "mappe-text.h"

typedef struct {
  GString   *joins;
  GString   *where;
  GString   *order;
  GPtrArray *texts;   /* values of $1, $2 … in canonical or folded form */
  GPtrArray *fields;  /* MappeFieldSpec of each, to bind numbers as numbers; NULL for text */
} Select;

static void
select_clear (Select *select)
{
  g_string_free (select->joins, TRUE);
  g_string_free (select->where, TRUE);
  g_string_free (select->order, TRUE);
  g_ptr_array_unref (select->texts);
  g_ptr_array_unref (select->fields);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Select, select_clear)

static guint
add_parameter (Select *select, char *text, const MappeFieldSpec *field)
{
  g_ptr_array_add (select->texts, text);
  g_ptr_array_add (select->fields, (gpointer) field);
  return select->texts->len;
}

static const char *
comparison (MappeOp op)
{
  switch (op)
    {
    case MAPPE_OP_NOT_EQUAL:
      return "<>";
    case MAPPE_OP_LESS:
      return "<";
    case MAPPE_OP_LESS_EQUAL:
      return "<=";
    case MAPPE_OP_GREATER:
      return ">";
    case MAPPE_OP_GREATER_EQUAL:
      return ">=";
    case MAPPE_OP_EQUAL:
    case MAPPE_OP_EMPTY:
    case MAPPE_OP_NOT_EMPTY:
    default:
      return "=";
    }
}

static void
add_condition (Select *select, const MappeQuery *query, const MappeCondition *condition)
{
  const MappeFieldSpec *field = &query->kind->fields[condition->field];

  if (condition->op == MAPPE_OP_EMPTY || condition->op == MAPPE_OP_NOT_EMPTY)
    {
      g_string_append_printf (select->where, "r.%s IS %sNULL", field->name,
                              condition->op == MAPPE_OP_EMPTY ? "" : "NOT ");
      return;
    }
  /* "is not" is meant for records that have no value, too. */
  g_string_append_printf (select->where, condition->op == MAPPE_OP_NOT_EQUAL ? "(r.%s %s $%u OR r.%s IS NULL)"
                                                                             : "r.%s %s $%u",
                          field->name, comparison (condition->op),
                          add_parameter (select, g_strdup (condition->canonical), field), field->name);
}

static void
start_condition (Select *select)
{
  g_string_append (select->where, select->where->len == 0 ? " WHERE " : " AND ");
}

/* Equal conditions on one field are alternatives: "status = open OR status = late". */
static void
add_alternatives (Select *select, const MappeQuery *query, guint field)
{
  gboolean first = TRUE;

  for (guint i = 0; i < query->conditions->len; i++)
    {
      const MappeCondition *condition = &g_array_index (query->conditions, MappeCondition, i);

      if (condition->field != field || condition->op != MAPPE_OP_EQUAL)
        continue;
      g_string_append (select->where, first ? "(" : " OR ");
      add_condition (select, query, condition);
      first = FALSE;
    }
  g_string_append_c (select->where, ')');
}

static void
add_conditions (Select *select, const MappeQuery *query)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < query->conditions->len; i++)
    {
      const MappeCondition *condition = &g_array_index (query->conditions, MappeCondition, i);

      if (condition->op != MAPPE_OP_EQUAL)
        {
          start_condition (select);
          add_condition (select, query, condition);
        }
      else if (g_hash_table_add (seen, GUINT_TO_POINTER (condition->field)))
        {
          start_condition (select);
          add_alternatives (select, query, condition->field);
        }
    }
}

/** mappe_select_like: Returns: (transfer full): pattern for LIKE … ESCAPE '\\' that finds a folded @word anywhere */
char *
mappe_select_like (const char *word)
{
  GString *pattern = g_string_new ("%");

  for (const char *at = word; *at != '\0'; at++)
    {
      if (*at == '%' || *at == '_' || *at == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *at);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static void
add_words (Select *select, const MappeQuery *query)
{
  g_autofree char *folded = query->text != NULL ? mappe_text_fold_words (query->text) : NULL;
  g_auto (GStrv) words = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      if (**word == '\0')
        continue;
      start_condition (select);
      g_string_append_printf (select->where, "r.search_text LIKE $%u ESCAPE '\\'",
                              add_parameter (select, mappe_select_like (*word), NULL));
    }
}

/* References sort by what they show: the sort key of the first text in the title of the record referred to. */
static const char *
title_key_of (const MappeKind *target)
{
  for (const int *field = target->title_fields; field != NULL && *field >= 0; field++)
    if (mappe_field_has_key (&target->fields[*field]))
      return target->fields[*field].name;
  return target->fields[MAPPE_FIELD_REFERENCE].name;
}

static void
add_order_term (Select *select, const MappeQuery *query, const MappeOrder *order)
{
  const MappeFieldSpec *field = &query->kind->fields[order->field];
  const char *direction = order->descending ? "DESC NULLS LAST" : "ASC NULLS FIRST";

  if (field->type == MAPPE_FIELD_REF)
    {
      const MappeKind *target = mappe_kind_lookup (field->target, NULL);

      g_string_append_printf (select->joins, " LEFT JOIN %s j%u ON j%u.id = r.%s", target->table, order->field,
                              order->field, field->name);
      g_string_append_printf (select->order, "j%u.%s_key %s, ", order->field, title_key_of (target), direction);
    }
  else if (field->type == MAPPE_FIELD_CODE)
    {
      g_string_append_printf (select->joins, " LEFT JOIN code j%u ON j%u.list = '%s' AND j%u.code = r.%s",
                              order->field, order->field, field->code_list, order->field, field->name);
      g_string_append_printf (select->order, "j%u.position %s, ", order->field, direction);
    }
  else
    g_string_append_printf (select->order, "r.%s%s %s, ", field->name, mappe_field_has_key (field) ? "_key" : "",
                            direction);
  if (order->field == MAPPE_FIELD_REFERENCE)
    g_string_append_printf (select->order, "r.reference %s, ", order->descending ? "DESC" : "ASC");
}

/* A field that sorts already decides nothing a second time. */
static gboolean
is_repeated (const MappeQuery *query, guint nth)
{
  for (guint i = 0; i < nth; i++)
    if (g_array_index (query->orders, MappeOrder, i).field == g_array_index (query->orders, MappeOrder, nth).field)
      return TRUE;
  return FALSE;
}

static void
add_orders (Select *select, const MappeQuery *query)
{
  static const MappeOrder by_reference = { MAPPE_FIELD_REFERENCE, FALSE };
  gboolean descending = FALSE;

  g_string_append (select->order, " ORDER BY ");
  if (query->orders->len == 0)
    add_order_term (select, query, &by_reference);
  for (guint i = 0; i < query->orders->len; i++)
    {
      const MappeOrder *order = &g_array_index (query->orders, MappeOrder, i);

      if (is_repeated (query, i))
        continue;
      add_order_term (select, query, order);
      descending = order->descending;
    }
  /* In the direction of the last term, so that an index can be walked without sorting. */
  g_string_append (select->order, descending ? "r.id DESC" : "r.id");
}

static void
bind_parameters (MappeStmt *stmt, const Select *select)
{
  for (guint i = 0; i < select->texts->len; i++)
    {
      const char *text = g_ptr_array_index (select->texts, i);
      const MappeFieldSpec *field = g_ptr_array_index (select->fields, i);
      g_auto (MappeValue) value = MAPPE_VALUE_INIT;

      if (field == NULL || !mappe_field_parse_canonical (field, text, &value, NULL))
        mappe_stmt_bind_text (stmt, i + 1, text);
      else if (value.type == MAPPE_VALUE_INT)
        mappe_stmt_bind_int (stmt, i + 1, value.integer);
      else if (value.type == MAPPE_VALUE_REAL)
        mappe_stmt_bind_real (stmt, i + 1, value.real);
      else
        mappe_stmt_bind_text (stmt, i + 1, text);
    }
}

/* "id, version, name" → "r.id, r.version, r.name": joined tables have the same names. */
static char *
qualify (const char *columns)
{
  g_auto (GStrv) parts = g_strsplit (columns, ", ", -1);
  g_autofree char *rest = g_strjoinv (", r.", parts);

  return g_strconcat ("r.", rest, NULL);
}

/**
 * mappe_select_prepare:
 * @columns: list of columns of the kind's table, or "count(*)"
 * @ordered: whether order and limit of the query apply
 *
 * Returns: (transfer none) (nullable): a statement ready to step
 */
MappeStmt *
mappe_select_prepare (MappeConn *conn, const MappeQuery *query, const char *columns, gboolean ordered, GError **error)
{
  g_auto (Select) select = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL),
                             g_ptr_array_new_with_free_func (g_free),
                             g_ptr_array_new () };
  g_autofree char *what = strchr (columns, '(') != NULL ? g_strdup (columns) : qualify (columns);
  g_autoptr (GString) sql = g_string_new (NULL);
  MappeStmt *stmt;

  add_conditions (&select, query);
  add_words (&select, query);
  if (ordered)
    add_orders (&select, query);
  g_string_printf (sql, "SELECT %s FROM %s r%s%s%s", what, query->kind->table, select.joins->str, select.where->str,
                   select.order->str);
  if (ordered && query->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", query->limit);
  stmt = mappe_conn_prepare (conn, sql->str, error);
  if (stmt != NULL)
    bind_parameters (stmt, &select);
  return stmt;
}

/**
 * mappe_select_ids:
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids in the query's order
 */
GArray *
mappe_select_ids (MappeConn *conn, const MappeQuery *query, GError **error)
{
  MappeStmt *stmt = mappe_select_prepare (conn, query, "id", TRUE, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  while (TRUE)
    {
      gint64 id;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&ids);
      id = mappe_stmt_get_int (stmt, 0);
      g_array_append_val (ids, id);
    }
}

/** mappe_select_count: Returns: how many records the query finds, without its limit; -1 with an error */
gint64
mappe_select_count (MappeConn *conn, const MappeQuery *query, GError **error)
{
  MappeStmt *stmt = mappe_select_prepare (conn, query, "count(*)", FALSE, error);
  gboolean has_row;
  gint64 count = -1;

  if (stmt != NULL && mappe_stmt_step (stmt, &has_row, error) && has_row)
    count = mappe_stmt_get_int (stmt, 0);
  if (stmt != NULL)
    mappe_stmt_reset (stmt);
  return count;
}
