/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-erase-private.h"

#include "mappe-date.h"
#include "mappe-guard-private.h"
#include "mappe-undo-private.h"
#include "mappe-person.h"
#include "mappe-search.h"
#include "mappe-text.h"
#include "mappe-volunteer.h"

/* What an erasure would do, before anybody decides. */

#define MOST_MENTIONS 50
#define MOST_HITS 500  /* records that the search finds by their own text are among them */

typedef struct {
  const MappeKind *kind;
  gint64           id;
} Wanted;

static void
value_free (MappeEraseValue *self)
{
  g_free (self->reference);
  g_free (self);
}

static void
mention_free (MappeEraseMention *self)
{
  g_free (self->reference);
  g_free (self->title);
  g_free (self);
}

/** mappe_erase_plan_free: @self: (transfer full) (nullable) */
void
mappe_erase_plan_free (MappeErasePlan *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_clear_pointer (&self->row, mappe_row_unref);
  g_clear_pointer (&self->erased, g_ptr_array_unref);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_free (self);
}

static void
add_value (MappeErasePlan *plan, const MappeRow *row, guint field)
{
  MappeEraseValue *value;

  if (mappe_row_is_null (row, field))
    return;
  value = g_new (MappeEraseValue, 1);
  *value = (MappeEraseValue) { row->kind, row->id, g_strdup (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE)), field };
  g_ptr_array_add (plan->erased, value);
}

static void
add_values (MappeErasePlan *plan, const MappeErasePart *part, const MappeRow *row)
{
  for (const int *field = part->name; !plan->name_kept && *field >= 0; field++)
    add_value (plan, row, (guint) *field);
  for (const int *field = part->fields; *field >= 0; field++)
    add_value (plan, row, (guint) *field);
}

static gboolean
add_part (MappeConn *conn, MappeErasePlan *plan, const MappeErasePart *part, gint64 id, GError **error)
{
  g_autoptr (MappeQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 n_log = mappe_erase_count_log (conn, part, id, plan->name_kept, error);

  if (n_log < 0)
    return FALSE;
  plan->n_log += n_log;
  if (part->link < 0)
    {
      add_values (plan, part, plan->row);
      return TRUE;
    }
  query = mappe_query_new (part->kind);
  mappe_query_where_id (query, (guint) part->link, id);
  ids = mappe_select_ids (conn, query, error);
  rows = ids != NULL ? mappe_rows_load_many (conn, part->kind, (const gint64 *) ids->data, ids->len, error) : NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_values (plan, part, g_ptr_array_index (rows, i));
  return rows != NULL;
}

/* --- what stays --- */

/* Who still has a seat is written to and needs an address. */
static gboolean
count_seats (MappeConn *conn, MappeErasePlan *plan, gint64 person, GError **error)
{
  g_autofree char *today = mappe_date_today ();
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT (*) FROM membership WHERE person = %" G_GINT64_FORMAT
                                          " AND (valid_to IS NULL OR valid_to >= '%s')", person, today);

  plan->n_seats = mappe_log_number (conn, sql, error);
  return plan->n_seats >= 0;
}

static gboolean
count_meetings (MappeConn *conn, MappeErasePlan *plan, const Wanted *wanted, GError **error)
{
  g_autofree char *sql = NULL;

  if (!mappe_erase_count_meetings (conn, wanted->kind, wanted->id, &plan->n_meetings, error))
    return FALSE;
  if (wanted->kind != &mappe_person_kind)
    return TRUE;
  sql = g_strdup_printf ("SELECT COUNT (DISTINCT n.id) FROM minutes n JOIN attendance a ON a.meeting = n.meeting"
                         " WHERE n.sealed_at IS NOT NULL AND (a.person = %" G_GINT64_FORMAT
                         " OR a.deputy = %" G_GINT64_FORMAT ")", wanted->id, wanted->id);
  plan->n_sealed = mappe_log_number (conn, sql, error);
  return plan->n_sealed >= 0 && count_seats (conn, plan, wanted->id, error);
}

static const char *
last_name (const MappeRow *row)
{
  if (row->kind == &mappe_person_kind)
    return mappe_row_get_text (row, MAPPE_PERSON_LAST_NAME);
  return row->kind == &mappe_volunteer_kind ? mappe_row_get_text (row, MAPPE_VOLUNTEER_LAST_NAME) : NULL;
}

static gboolean
add_mentions_of (MappeConn *conn, MappeErasePlan *plan, const MappeKind *kind, const char *pattern, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE search_text LIKE $1 ESCAPE '\\' ORDER BY id"
                                          " LIMIT %d", kind->table, MOST_MENTIONS);
  MappeStmt *stmt = mappe_conn_prepare (conn, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row = stmt != NULL;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, pattern);
  while (has_row)
    {
      gint64 id;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      id = has_row ? mappe_stmt_get_int (stmt, 0) : 0;
      if (has_row && (kind != plan->row->kind || id != plan->row->id))
        g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len && plan->mentions->len < MOST_MENTIONS; i++)
    {
      g_autoptr (MappeRow) row = mappe_rows_load (conn, kind, g_array_index (ids, gint64, i), error);
      MappeEraseMention *mention;

      if (row == NULL)
        return FALSE;
      mention = g_new0 (MappeEraseMention, 1);
      *mention = (MappeEraseMention) { kind, row->id, g_strdup (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE)),
                                       mappe_rows_title (conn, row, error) };
      g_ptr_array_add (plan->mentions, mention);
    }
  return TRUE;
}

static gboolean
add_mentions (MappeConn *conn, MappeErasePlan *plan, GError **error)
{
  const char *name = last_name (plan->row);
  g_autofree char *folded = name != NULL ? mappe_text_fold (name) : NULL;
  g_autofree char *pattern = folded != NULL && *folded != '\0' ? mappe_select_like (folded) : NULL;
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; pattern != NULL && k < n_kinds && plan->mentions->len < MOST_MENTIONS; k++)
    if (!add_mentions_of (conn, plan, kinds[k], pattern, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_mentioned (const MappeErasePlan *plan, const MappeSearchHit *hit)
{
  for (guint i = 0; i < plan->mentions->len; i++)
    {
      const MappeEraseMention *mention = g_ptr_array_index (plan->mentions, i);

      if (mention->kind == hit->kind && mention->id == hit->id)
        return TRUE;
    }
  return FALSE;
}

/* Letters and scans with text name people too. */
static gboolean
add_files (MappeStore *self, MappeConn *conn, MappeErasePlan *plan, GCancellable *cancellable, GError **error)
{
  const char *name = last_name (plan->row);
  g_autoptr (GPtrArray) hits = name != NULL ? mappe_search_on_lane (self, conn, name, MOST_HITS, cancellable, error)
                                            : NULL;

  for (guint i = 0; hits != NULL && i < hits->len && plan->mentions->len < MOST_MENTIONS; i++)
    {
      const MappeSearchHit *hit = g_ptr_array_index (hits, i);
      MappeEraseMention *mention;

      if (hit->page == 0 || is_mentioned (plan, hit))
        continue;
      mention = g_new (MappeEraseMention, 1);
      *mention = (MappeEraseMention) { hit->kind, hit->id, g_strdup (hit->reference), g_strdup (hit->title),
                                       hit->page };
      g_ptr_array_add (plan->mentions, mention);
    }
  return name == NULL || hits != NULL;
}

/* Copies that the program itself put beside the file. */
static void
add_copies (MappeErasePlan *plan, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *base = g_path_get_basename (path);
  g_autofree char *version = g_strconcat (base, ".version-", NULL);
  g_autofree char *restore = g_strconcat (base, ".before-restore", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, version) || g_str_has_prefix (name, restore))
      g_ptr_array_add (plan->copies, g_build_filename (folder, name, NULL));
}

static gpointer
plan_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeErasePlan) plan = g_new0 (MappeErasePlan, 1);
  const MappeErasePart *own = mappe_erase_part_of (wanted->kind);
  guint n_parts;
  const MappeErasePart *parts = mappe_erase_parts (&n_parts);

  plan->erased = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  plan->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) mention_free);
  plan->copies = g_ptr_array_new_with_free_func (g_free);
  plan->row = own != NULL ? mappe_rows_load (conn, wanted->kind, wanted->id, error) : NULL;
  if (plan->row == NULL && own != NULL && (error == NULL || *error == NULL))
    plan->row = mappe_deleted_load (conn, wanted->kind, wanted->id, error);
  if (plan->row == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "no such record with personal data");
      return NULL;
    }
  plan->title = mappe_rows_title (conn, plan->row, error);
  if (!count_meetings (conn, plan, wanted, error))
    return NULL;
  plan->has_name = own->name[0] >= 0;
  plan->name_kept = plan->has_name && plan->n_meetings > 0;
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].about == wanted->kind && !add_part (conn, plan, &parts[i], wanted->id, error))
      return NULL;
  if (!add_mentions (conn, plan, error) || !add_files (self, conn, plan, cancellable, error))
    return NULL;
  add_copies (plan, mappe_store_get_path (self));
  return g_steal_pointer (&plan);
}

/** mappe_store_erase_plan: Returns: (transfer full) (nullable): what mappe_store_erase() would do; of attached files it
 *   knows those that were read for the search */
MappeErasePlan *
mappe_store_erase_plan (MappeStore *self, const MappeKind *kind, gint64 id, GError **error)
{
  Wanted wanted = { kind, id };

  return mappe_store_run_sync (self, MAPPE_LANE_INDEX, plan_on_lane, &wanted, error);
}

/** mappe_store_erase_plan_async: See mappe_store_erase_plan(). */
void
mappe_store_erase_plan_async (MappeStore *self, const MappeKind *kind, gint64 id, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted) { kind, id };
  mappe_store_run_async (self, MAPPE_LANE_INDEX, MAPPE_PRIORITY_PAGE, plan_on_lane, wanted, g_free,
                         (GDestroyNotify) mappe_erase_plan_free, cancellable, callback, data);
}

/** mappe_store_erase_plan_finish: See mappe_store_erase_plan(). */
MappeErasePlan *
mappe_store_erase_plan_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}
