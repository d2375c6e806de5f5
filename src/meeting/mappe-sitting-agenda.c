/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-private.h"

#include "mappe-agenda-item.h"
#include "mappe-agenda-order.h"
#include "mappe-conflict-declaration.h"
#include "mappe-decision-exclusion.h"
#include "mappe-decision.h"
#include "mappe-document.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-motion.h"
#include "mappe-objection.h"
#include "mappe-numbering.h"
#include "mappe-person.h"
#include "mappe-roll-call-vote.h"
#include "mappe-statement.h"
#include "mappe-task.h"

/* --- order --- */

/* Items that were never moved have no position; their numbers say where they stand. */
static gint64
position_of (const MappeRow *item)
{
  const char *number = mappe_row_get_text (item, MAPPE_AGENDA_ITEM_NUMBER);

  if (!mappe_row_is_null (item, MAPPE_AGENDA_ITEM_POSITION))
    return mappe_row_get_int (item, MAPPE_AGENDA_ITEM_POSITION);
  return number != NULL ? g_ascii_strtoll (number, NULL, 10) : G_MAXINT;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const MappeRow *left = *(MappeRow *const *) a, *right = *(MappeRow *const *) b;
  gint64 left_public = mappe_row_get_int (left, MAPPE_AGENDA_ITEM_PUBLIC);
  gint64 right_public = mappe_row_get_int (right, MAPPE_AGENDA_ITEM_PUBLIC);

  if (left_public != right_public)
    return left_public ? -1 : 1;
  if (position_of (left) != position_of (right))
    return position_of (left) < position_of (right) ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

/* The item that @row names as its parent, if it is of the same meeting and of the same part. */
static const MappeRow *
named_parent (GPtrArray *rows, const MappeRow *row)
{
  gint64 parent = mappe_row_get_int (row, MAPPE_AGENDA_ITEM_PARENT);

  for (guint i = 0; parent > 0 && i < rows->len; i++)
    {
      const MappeRow *other = g_ptr_array_index (rows, i);

      if (other->id == parent)
        return mappe_row_get_int (other, MAPPE_AGENDA_ITEM_PUBLIC) == mappe_row_get_int (row, MAPPE_AGENDA_ITEM_PUBLIC)
                   ? other : NULL;
    }
  return NULL;
}

/* Whether the way up from an item comes back to it. */
static gboolean
is_beneath_itself (GPtrArray *rows, const MappeRow *row)
{
  const MappeRow *above = named_parent (rows, row);

  for (guint steps = 0; above != NULL && above != row && steps < rows->len; steps++)
    above = named_parent (rows, above);
  return above == row;
}

/* An item under one of the other part, under one of another meeting or, by whatever way round, under itself stands for
 * itself: no item is lost. */
static gint64
parent_of (GPtrArray *rows, const MappeRow *row)
{
  const MappeRow *parent = is_beneath_itself (rows, row) ? NULL : named_parent (rows, row);

  return parent != NULL ? parent->id : 0;
}

static void
add_item (MappeSitting *self, MappeRow *row, guint depth)
{
  MappeSittingItem *item = g_new0 (MappeSittingItem, 1);

  item->row = mappe_row_ref (row);
  item->depth = MIN (depth, MAPPE_AGENDA_DEEPEST);  /* deeper ones stand there, too */
  item->public = mappe_row_get_int (row, MAPPE_AGENDA_ITEM_PUBLIC) != 0;
  item->start = MAPPE_MINUTE_NONE;
  item->minutes = (int) mappe_row_get_int (row, MAPPE_AGENDA_ITEM_PLANNED_MINUTES);
  g_ptr_array_add (self->items, item);
}

static void
add_level (MappeSitting *self, GPtrArray *rows, const gint64 *parents, gint64 parent, guint depth)
{
  for (guint i = 0; i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);

      if (parents[i] != parent)
        continue;
      add_item (self, row, depth);
      add_level (self, rows, parents, row->id, depth + 1);
    }
}

static void
add_items (MappeSitting *self, GPtrArray *rows)
{
  g_autofree gint64 *parents = g_new (gint64, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    parents[i] = parent_of (rows, g_ptr_array_index (rows, i));
  add_level (self, rows, parents, 0, 0);
}

static void
number_items (MappeSitting *self)
{
  g_autofree MappeAgendaPlace *places = g_new0 (MappeAgendaPlace, self->items->len + 1);
  g_auto (GStrv) numbers = NULL;

  for (guint i = 0; i < self->items->len; i++)
    places[i].depth = ((MappeSittingItem *) g_ptr_array_index (self->items, i))->depth;
  numbers = mappe_agenda_numbers (places, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    ((MappeSittingItem *) g_ptr_array_index (self->items, i))->number = g_strdup (numbers[i]);
}

/* The running clock of the plan, reckoned from the begin of the meeting: a begin that a file brings along for an item
 * would no longer hold as soon as one before it is moved or takes longer. */
static void
time_items (MappeSitting *self)
{
  int clock = mappe_minute_parse (mappe_row_get_text (self->meeting, MAPPE_MEETING_START_AT));

  for (guint i = 0; i < self->items->len; i++)
    {
      MappeSittingItem *item = g_ptr_array_index (self->items, i);

      item->start = clock;
      if (clock != MAPPE_MINUTE_NONE)
        clock += item->minutes;
    }
}

/* --- what belongs to an item --- */

static gboolean
load_decision_parts (MappeSnapshot *snapshot, MappeSittingDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) exclusions = mappe_sitting_rows (snapshot, &mappe_decision_exclusion_kind,
                                                         MAPPE_DECISION_EXCLUSION_DECISION, decision->row->id,
                                                         MAPPE_DECISION_EXCLUSION_REFERENCE, error);

  if (exclusions == NULL)
    return FALSE;
  for (guint i = 0; i < exclusions->len; i++)
    {
      gint64 person = mappe_row_get_int (g_ptr_array_index (exclusions, i), MAPPE_DECISION_EXCLUSION_PERSON);

      g_array_append_val (decision->excluded, person);
    }
  decision->roll_call = mappe_sitting_rows (snapshot, &mappe_roll_call_vote_kind, MAPPE_ROLL_CALL_VOTE_DECISION,
                                            decision->row->id, MAPPE_ROLL_CALL_VOTE_REFERENCE, error);
  return decision->roll_call != NULL;
}

static void
decision_free (MappeSittingDecision *self)
{
  mappe_row_unref (self->row);
  g_array_unref (self->excluded);
  g_clear_pointer (&self->roll_call, g_ptr_array_unref);
  g_free (self->office);
  g_free (self);
}

static gboolean
load_decisions (MappeSnapshot *snapshot, MappeSittingItem *item, GError **error)
{
  g_autoptr (GPtrArray) listed = mappe_sitting_list (snapshot, &mappe_decision_kind, MAPPE_DECISION_AGENDA_ITEM,
                                                     item->row->id, MAPPE_DECISION_NUMBER, error);

  item->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) decision_free);
  for (guint i = 0; listed != NULL && i < listed->len; i++)
    {
      const MappeListed *each = g_ptr_array_index (listed, i);
      MappeSittingDecision *decision = g_new0 (MappeSittingDecision, 1);

      decision->row = mappe_row_ref (each->row);
      decision->office = g_strdup (each->shown[MAPPE_DECISION_RESPONSIBLE_ORGANISATION]);
      decision->excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (item->decisions, decision);
      if (!load_decision_parts (snapshot, decision, error))
        return FALSE;
    }
  return listed != NULL;
}

/* Tasks of the item, and those of its decisions that name no item. */
static gboolean
load_tasks (MappeSnapshot *snapshot, MappeSittingItem *item, GError **error)
{
  item->tasks = mappe_sitting_list (snapshot, &mappe_task_kind, MAPPE_TASK_AGENDA_ITEM, item->row->id,
                                    MAPPE_TASK_REFERENCE, error);
  for (guint i = 0; item->tasks != NULL && i < item->decisions->len; i++)
    {
      const MappeSittingDecision *decision = g_ptr_array_index (item->decisions, i);
      g_autoptr (MappeQuery) query = mappe_query_new (&mappe_task_kind);
      g_autoptr (GPtrArray) more = NULL;

      mappe_query_where_id (query, MAPPE_TASK_DECISION, decision->row->id);
      mappe_query_where (query, MAPPE_TASK_AGENDA_ITEM, MAPPE_OP_EMPTY, NULL);
      more = mappe_snapshot_list (snapshot, query, error);
      if (more == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (item->tasks, g_steal_pointer (&more));
    }
  return item->tasks != NULL;
}

static gboolean
load_rows (MappeSnapshot *snapshot, MappeSittingItem *item, GError **error)
{
  gint64 id = item->row->id;

  item->motions = mappe_sitting_rows (snapshot, &mappe_motion_kind, MAPPE_MOTION_AGENDA_ITEM, id,
                                      MAPPE_MOTION_REFERENCE, error);
  if (item->motions == NULL)
    return FALSE;
  item->conflicts = mappe_sitting_rows (snapshot, &mappe_conflict_declaration_kind,
                                        MAPPE_CONFLICT_DECLARATION_AGENDA_ITEM, id,
                                        MAPPE_CONFLICT_DECLARATION_REFERENCE, error);
  if (item->conflicts == NULL)
    return FALSE;
  item->statements = mappe_sitting_rows (snapshot, &mappe_statement_kind, MAPPE_STATEMENT_AGENDA_ITEM, id,
                                         MAPPE_STATEMENT_REFERENCE, error);
  if (item->statements == NULL)
    return FALSE;
  item->documents = mappe_sitting_list (snapshot, &mappe_document_kind, MAPPE_DOCUMENT_AGENDA_ITEM, id,
                                        MAPPE_DOCUMENT_REFERENCE, error);
  return item->documents != NULL;
}

/* Approval of minutes: the meeting, its newest minutes and what was objected to. */
static gboolean
load_subject (MappeSnapshot *snapshot, MappeSittingItem *item, GError **error)
{
  gint64 id = mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_SUBJECT_MEETING);
  g_autoptr (GPtrArray) minutes = NULL;

  item->subject_objections = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  if (id <= 0)
    return TRUE;
  item->subject = mappe_snapshot_load (snapshot, &mappe_meeting_kind, id, error);
  if (item->subject == NULL)
    return FALSE;
  minutes = mappe_sitting_rows (snapshot, &mappe_minutes_kind, MAPPE_MINUTES_MEETING, id, MAPPE_MINUTES_EDITION, error);
  if (minutes == NULL)
    return FALSE;
  if (minutes->len > 0)
    item->subject_minutes = mappe_row_ref (g_ptr_array_index (minutes, minutes->len - 1));
  g_ptr_array_unref (item->subject_objections);
  item->subject_objections = mappe_sitting_rows (snapshot, &mappe_objection_kind, MAPPE_OBJECTION_MEETING, id,
                                                 MAPPE_OBJECTION_REFERENCE, error);
  return item->subject_objections != NULL;
}

static gboolean
load_item (MappeSnapshot *snapshot, MappeSittingItem *item, GError **error)
{
  gint64 rapporteur = mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_RAPPORTEUR);
  g_autoptr (MappeRow) person = rapporteur > 0 ? mappe_snapshot_load (snapshot, &mappe_person_kind, rapporteur, NULL)
                                               : NULL;

  if (person != NULL)
    item->rapporteur = mappe_person_display_name (person);
  return load_decisions (snapshot, item, error) && load_tasks (snapshot, item, error) &&
         load_rows (snapshot, item, error) && load_subject (snapshot, item, error);
}

/* Who has a task need not have been there. */
static void
name_others (MappeSitting *self, MappeSnapshot *snapshot, const MappeSittingItem *item)
{
  for (guint i = 0; i < item->tasks->len; i++)
    {
      const MappeRow *task = ((MappeListed *) g_ptr_array_index (item->tasks, i))->row;
      gint64 id = mappe_row_get_int (task, MAPPE_TASK_RESPONSIBLE_MEMBER);
      g_autofree char *known = mappe_sitting_person_name (self, id);
      g_autoptr (MappeRow) person = NULL;

      if (id > 0 && known == NULL)
        person = mappe_snapshot_load (snapshot, &mappe_person_kind, id, NULL);
      if (person != NULL)
        g_hash_table_insert (self->others, g_memdup2 (&id, sizeof id), mappe_person_display_name (person));
    }
}

/* The items in the order of the agenda, with what happened under each. */
gboolean
mappe_sitting_load_agenda (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) listed = mappe_sitting_list (snapshot, &mappe_agenda_item_kind, MAPPE_AGENDA_ITEM_MEETING,
                                                     self->meeting->id, MAPPE_AGENDA_ITEM_REFERENCE, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (listed == NULL)
    return FALSE;
  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (rows, ((MappeListed *) g_ptr_array_index (listed, i))->row);
  g_ptr_array_sort (rows, compare_items);
  add_items (self, rows);
  number_items (self);
  time_items (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      if (!load_item (snapshot, g_ptr_array_index (self->items, i), error))
        return FALSE;
      name_others (self, snapshot, g_ptr_array_index (self->items, i));
    }
  for (guint i = 0; i < listed->len; i++)
    {
      const MappeListed *each = g_ptr_array_index (listed, i);
      MappeSittingItem *item = (MappeSittingItem *) mappe_sitting_item (self, each->row->id);

      item->project = g_strdup (each->shown[MAPPE_AGENDA_ITEM_PROJECT]);
    }
  return TRUE;
}
