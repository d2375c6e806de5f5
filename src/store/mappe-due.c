/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due-private.h"

#include "mappe-date.h"

/* What is due: jobs on the reading lane, and the counts made from them. */

/** mappe_due_item_free: @self: (transfer full): an entry */
void
mappe_due_item_free (MappeDueItem *self)
{
  g_free (self->reference);
  g_free (self->title);
  g_free (self->who);
  g_free (self->where);
  g_free (self->mark);
  g_free (self->date);
  g_free (self->deadline);
  g_free (self->since);
  g_free (self);
}

static gpointer
due_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_due_item_free);

  if (!mappe_due_collect (conn, data, items, error))
    return NULL;
  return g_steal_pointer (&items);
}

/**
 * mappe_store_due:
 * @today: the day to reckon from, "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable) (element-type MappeDueItem): what is due, by topic, then by day
 */
GPtrArray *
mappe_store_due (MappeStore *self, const char *today, GError **error)
{
  g_return_val_if_fail (mappe_date_is_valid (today), NULL);
  return mappe_store_run_sync (self, MAPPE_LANE_READ, due_on_lane, (gpointer) today, error);
}

void
mappe_store_due_async (MappeStore *self, const char *today, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  g_return_if_fail (mappe_date_is_valid (today));
  mappe_store_run_async (self, MAPPE_LANE_READ, MAPPE_PRIORITY_PAGE, due_on_lane, g_strdup (today), g_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

/** mappe_store_due_finish: Returns: (transfer full) (nullable) (element-type MappeDueItem): see mappe_store_due() */
GPtrArray *
mappe_store_due_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

/* --- counts --- */

static gboolean
is_pressing (const MappeDueItem *item)
{
  return item->light == MAPPE_DUE_OVERDUE || item->light == MAPPE_DUE_SOON;
}

static void
count_meeting (MappeDueCounts *self, const MappeDueItem *item)
{
  if ((item->lacks & MAPPE_DUE_LACKS_INVITATION) == 0)
    return;
  if (item->deadline_left <= MAPPE_DUE_SOON_DAYS)
    self->meetings++;
  if (item->deadline_left <= 0)
    self->overview++;
}

static void
count_field_work (MappeDueCounts *self, const MappeDueItem *item, gboolean now)
{
  gboolean money = item->topic == MAPPE_DUE_GRANT_REPORT || item->topic == MAPPE_DUE_APPLICATION;

  self->funding += money && is_pressing (item);
  self->volunteers += item->topic == MAPPE_DUE_TRAINING || item->topic == MAPPE_DUE_VOLUNTEER;
  self->overview += now && (money || item->topic == MAPPE_DUE_TRAINING);
  if (item->topic == MAPPE_DUE_CONTRIBUTIONS)
    self->citizens += (guint) item->count;
  if (item->topic == MAPPE_DUE_PATROLS)
    self->patrols += (guint) item->count;
  if (item->topic == MAPPE_DUE_RECORDS)
    self->archive += (guint) item->count;
}

static void
count_item (MappeDueCounts *self, const MappeDueItem *item)
{
  gboolean now = item->light == MAPPE_DUE_OVERDUE || (item->light == MAPPE_DUE_SOON && item->days_left == 0);

  switch (item->topic)
    {
    case MAPPE_DUE_TASK:
    case MAPPE_DUE_DECISION:
      self->decisions += item->light == MAPPE_DUE_OVERDUE;
      self->overview += now;
      break;
    case MAPPE_DUE_MEETING:
      count_meeting (self, item);
      break;
    case MAPPE_DUE_CALL:
    case MAPPE_DUE_PAPERS:
      self->overview += now;
      break;
    case MAPPE_DUE_UNCONFIRMED:
    case MAPPE_DUE_DEFERRED:
    case MAPPE_DUE_OBJECTION:
      self->meetings++;
      break;
    case MAPPE_DUE_NOTICE:
    case MAPPE_DUE_MINUTES:
    case MAPPE_DUE_WITH_CHAIR:
    case MAPPE_DUE_APPROVAL:
      self->meetings++;
      self->overview += now;
      break;
    case MAPPE_DUE_USE_REPORT:
      self->projects += is_pressing (item);
      self->overview += now;
      break;
    case MAPPE_DUE_REVIEW:
      self->agreements += is_pressing (item);
      self->overview += now;
      break;
    case MAPPE_DUE_DEBRIEF:
      self->events++;
      self->overview += now;
      break;
    case MAPPE_DUE_CONSENT:
    case MAPPE_DUE_CLOSURE:
      self->events++;
      break;
    case MAPPE_DUE_NUMBERS:
      self->indicators++;
      break;
    case MAPPE_DUE_TERM:
    case MAPPE_DUE_MEMBERSHIP:
    case MAPPE_DUE_UNDERTAKING:
      self->people++;
      break;
    default:
      count_field_work (self, item, now);
    }
}

/* Counts what waits on each page. */
static void
fill_counts (MappeDueCounts *self, GPtrArray *due)
{
  *self = (MappeDueCounts) { 0 };
  for (guint i = 0; i < due->len; i++)
    count_item (self, g_ptr_array_index (due, i));
}

/**
 * mappe_due_counts_of_page:
 * @page_name: stable word of a page, e.g. "people"
 *
 * Returns: how much waits there; 0 for a page that counts nothing
 */
guint
mappe_due_counts_of_page (const MappeDueCounts *self, const char *page_name)
{
  const struct { const char *name; guint count; } pages[] = {
    { "overview", self->overview },     { "meetings", self->meetings },     { "decisions", self->decisions },
    { "people", self->people },         { "projects", self->projects },     { "indicators", self->indicators },
    { "agreements", self->agreements },  { "events", self->events },
    { "volunteers", self->volunteers },  { "funding", self->funding },       { "citizens", self->citizens },
    { "patrols", self->patrols },        { "archive", self->archive },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, page_name))
      return pages[i].count;
  return 0;
}

static gpointer
counts_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = due_on_lane (self, conn, data, cancellable, error);
  MappeDueCounts *counts;

  if (items == NULL)
    return NULL;
  counts = g_new0 (MappeDueCounts, 1);
  fill_counts (counts, items);
  return counts;
}

/** mappe_store_due_counts: Returns: (transfer full) (nullable): what waits on each page; free with g_free() */
MappeDueCounts *
mappe_store_due_counts (MappeStore *self, const char *today, GError **error)
{
  g_return_val_if_fail (mappe_date_is_valid (today), NULL);
  return mappe_store_run_sync (self, MAPPE_LANE_READ, counts_on_lane, (gpointer) today, error);
}

void
mappe_store_due_counts_async (MappeStore *self, const char *today, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (mappe_date_is_valid (today));
  mappe_store_run_async (self, MAPPE_LANE_READ, MAPPE_PRIORITY_COUNT, counts_on_lane, g_strdup (today), g_free,
                         g_free, cancellable, callback, data);
}

/** mappe_store_due_counts_finish: Returns: (transfer full) (nullable): free with g_free() */
MappeDueCounts *
mappe_store_due_counts_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}
