/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-extract.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-build-minutes-private.h"
#include "mappe-council.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-task.h"

/* What an office gets after a meeting: the decisions it carries out, and its tasks. */

/* --- offices --- */

static void
office_free (MappeExtractOffice *self)
{
  g_free (self->name);
  g_free (self);
}

static MappeExtractOffice *
office_of (GPtrArray *offices, gint64 id, const char *name)
{
  MappeExtractOffice *office;

  for (guint i = 0; i < offices->len; i++)
    {
      office = g_ptr_array_index (offices, i);
      if (office->id == id)
        return office;
    }
  office = g_new0 (MappeExtractOffice, 1);
  office->id = id;
  office->name = g_strdup (name != NULL ? name : "");
  g_ptr_array_add (offices, office);
  return office;
}

static int
compare_offices (gconstpointer a, gconstpointer b)
{
  const MappeExtractOffice *left = *(MappeExtractOffice *const *) a, *right = *(MappeExtractOffice *const *) b;

  if ((left->id == 0) != (right->id == 0))
    return left->id == 0 ? 1 : -1;
  return g_utf8_collate (left->name, right->name);
}

/**
 * mappe_extract_offices:
 *
 * Returns: (transfer full) (element-type MappeExtractOffice): the organisations responsible for decisions and tasks of
 *   the meeting, by name; last, with the id 0, what nobody is responsible for, if there is any
 */
GPtrArray *
mappe_extract_offices (const MappeSitting *sitting)
{
  GPtrArray *offices = g_ptr_array_new_with_free_func ((GDestroyNotify) office_free);

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint d = 0; d < item->decisions->len; d++)
        {
          const MappeSittingDecision *decision = g_ptr_array_index (item->decisions, d);

          office_of (offices, mappe_row_get_int (decision->row, MAPPE_DECISION_RESPONSIBLE_ORGANISATION),
                     decision->office)->n_decisions++;
        }
      for (guint t = 0; t < item->tasks->len; t++)
        {
          const MappeListed *task = g_ptr_array_index (item->tasks, t);

          office_of (offices, mappe_row_get_int (task->row, MAPPE_TASK_RESPONSIBLE_ORGANISATION),
                     task->shown[MAPPE_TASK_RESPONSIBLE_ORGANISATION])->n_tasks++;
        }
    }
  g_ptr_array_sort (offices, compare_offices);
  return offices;
}

/* --- what belongs to an office --- */

static gboolean
is_task_of (const MappeListed *task, gint64 organisation)
{
  return organisation == 0 || mappe_row_get_int (task->row, MAPPE_TASK_RESPONSIBLE_ORGANISATION) == organisation;
}

/* The organisation carries the decision out: it is responsible for it or for one of its tasks. */
static gboolean
concerns (const MappeSittingItem *item, const MappeSittingDecision *decision, gint64 organisation)
{
  if (mappe_row_get_int (decision->row, MAPPE_DECISION_RESPONSIBLE_ORGANISATION) == organisation)
    return TRUE;
  for (guint i = 0; i < item->tasks->len; i++)
    {
      const MappeListed *task = g_ptr_array_index (item->tasks, i);

      if (mappe_row_get_int (task->row, MAPPE_TASK_DECISION) == decision->row->id && is_task_of (task, organisation))
        return TRUE;
    }
  return FALSE;
}

/* Only its own office reads of a non-public decision; the list of all offices is without. */
static gboolean
is_shown (const MappeSittingItem *item, const MappeSittingDecision *decision, gint64 organisation)
{
  if (organisation == 0)
    return item->public && mappe_row_get_int (decision->row, MAPPE_DECISION_PUBLIC) != 0;
  return concerns (item, decision, organisation);
}

/* A task of a decision stands under it, when that is shown. */
static gboolean
stands_under (const MappeListed *task, const MappeSittingDecision *decision)
{
  gint64 id = mappe_row_get_int (task->row, MAPPE_TASK_DECISION);

  return decision != NULL ? id == decision->row->id : id <= 0;
}

static void
add_tasks (const MappeSitting *sitting, MappeNode *node, const MappeSittingItem *item,
           const MappeSittingDecision *decision, gint64 organisation, const MappeLanguage *language)
{
  MappeNode *table = NULL;

  for (guint i = 0; i < item->tasks->len; i++)
    {
      const MappeListed *task = g_ptr_array_index (item->tasks, i);
      g_autofree char *who = mappe_minutes_task_who (sitting, task);
      g_autofree char *due = mappe_minutes_task_due (task->row, language);
      MappeNode *row;

      if (!is_task_of (task, organisation) || !stands_under (task, decision))
        continue;
      if (table == NULL)
        {
          table = mappe_node_add (mappe_node_add (node, MAPPE_ROLE_TASKS), MAPPE_ROLE_TABLE);
          mappe_node_add_row (table, MAPPE_NODE_HEADER | MAPPE_TEXT_BOLD, L_("Task"), L_("Who"), L_("Until"), NULL);
        }
      row = mappe_node_add_row (table, 0, mappe_row_get_text (task->row, MAPPE_TASK_TITLE),
                                who != NULL ? who : L_("nobody yet"), due != NULL ? due : "", NULL);
      ((MappeNode *) g_ptr_array_index (row->children, 2))->flags |= MAPPE_NODE_NARROW;
    }
}

static void
add_decision (const MappeSitting *sitting, MappeNode *node, const MappeSittingItem *item,
              const MappeSittingDecision *decision, gint64 organisation, const MappeLanguage *language)
{
  const char *due = mappe_row_get_text (decision->row, MAPPE_DECISION_DUE_ON);
  g_autofree char *vote = mappe_minutes_vote_text (sitting, decision, language);
  g_autofree char *day = due != NULL ? mappe_language_date (language, due) : NULL;
  MappeNode *part = mappe_node_add (node, MAPPE_ROLE_DECISION);

  part->text = g_strdup (L_("Decision"));
  part->number = g_strdup (mappe_row_get_text (decision->row, MAPPE_DECISION_NUMBER));
  mappe_node_set_source (part, decision->row->kind->name,
                         mappe_row_get_text (decision->row, MAPPE_FIELD_REFERENCE));
  mappe_node_add_paragraph (part, mappe_row_get_text (decision->row, MAPPE_DECISION_TEXT));
  mappe_minutes_add_bold (part, L_("Result of the vote:"), vote);
  mappe_minutes_add_bold (part, L_("Responsible:"), decision->office != NULL ? decision->office : L_("nobody yet"));
  if (day != NULL)
    mappe_minutes_add_bold (part, L_("Due on:"), day);
  add_tasks (sitting, node, item, decision, organisation, language);
}

/** mappe_extract_vote_text: Returns: (transfer full): counts and result of a decision with the rule that applied */
char *
mappe_extract_vote_text (const MappeSitting *sitting, const MappeSittingDecision *decision,
                         const MappeLanguage *language)
{
  return mappe_minutes_vote_text (sitting, decision, language);
}

/* --- the extract --- */

static gboolean
has_own_tasks (const MappeSittingItem *item, gint64 organisation)
{
  if (organisation == 0 && !item->public)
    return FALSE;
  for (guint i = 0; i < item->tasks->len; i++)
    if (stands_under (g_ptr_array_index (item->tasks, i), NULL) &&
        is_task_of (g_ptr_array_index (item->tasks, i), organisation))
      return TRUE;
  return FALSE;
}

static void
add_item (const MappeSitting *sitting, MappeNode *document, const MappeSittingItem *item, gint64 organisation,
          const MappeLanguage *language)
{
  gboolean tasks = has_own_tasks (item, organisation);
  MappeNode *node = NULL;

  for (guint i = 0; i <= item->decisions->len; i++)
    {
      const MappeSittingDecision *decision = i < item->decisions->len ? g_ptr_array_index (item->decisions, i) : NULL;

      if (decision != NULL ? !is_shown (item, decision, organisation) : !tasks)
        continue;
      if (node == NULL)
        {
          node = mappe_node_add (document, MAPPE_ROLE_AGENDA_ITEM);
          node->depth = 1;
          node->number = g_strdup (item->number);
          node->text = g_strdup (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE));
        }
      if (decision != NULL)
        add_decision (sitting, node, item, decision, organisation, language);
      else
        add_tasks (sitting, node, item, NULL, organisation, language);
    }
}

static char *
name_of_office (const MappeSitting *sitting, gint64 organisation)
{
  g_autoptr (GPtrArray) offices = mappe_extract_offices (sitting);

  for (guint i = 0; i < offices->len; i++)
    {
      MappeExtractOffice *office = g_ptr_array_index (offices, i);

      if (office->id == organisation)
        return g_strdup (office->name);
    }
  return g_strdup ("");
}

static MappeNode *
new_extract (const MappeSitting *sitting, gint64 organisation, const MappeLanguage *language)
{
  g_autofree char *office = name_of_office (sitting, organisation);
  g_autofree char *title = organisation != 0 ? g_strdup_printf (L_("Extract from the minutes for %s"), office)
                                             : g_strdup (L_("Decisions and tasks by office"));
  MappeNode *document = mappe_node_new_document (title, language);

  document->class = organisation != 0 ? MAPPE_CLASS_MEMBERS : MAPPE_CLASS_PUBLIC;
  mappe_node_set_meta (document, "kind", "extract");
  mappe_node_set_meta (document, "meeting", mappe_row_get_text (sitting->meeting, MAPPE_FIELD_REFERENCE));
  mappe_node_set_meta (document, "date", mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON));
  if (sitting->council != NULL)
    mappe_node_set_meta (document, "council", mappe_row_get_text (sitting->council, MAPPE_COUNCIL_NAME));
  return document;
}

static void
add_about (MappeNode *document, const MappeSitting *sitting, const MappeLanguage *language)
{
  g_autofree char *day = mappe_language_long_date (language, mappe_row_get_text (sitting->meeting,
                                                                                 MAPPE_MEETING_HELD_ON));
  g_autofree char *about = g_strdup_printf ("%s, %s", mappe_row_get_text (sitting->meeting, MAPPE_MEETING_TITLE), day);

  mappe_node_add_paragraph (document, about);
}

/**
 * mappe_build_extract:
 * @organisation: id of the organisation it is for; 0: a list for all, without what is not public
 * @language: (nullable): language of the document
 *
 * Builds the extract of the minutes for an office: wording and vote of the decisions that it carries out, its tasks.
 *
 * Returns: (transfer full): the document
 */
MappeNode *
mappe_build_extract (const MappeSitting *sitting, gint64 organisation, const MappeLanguage *language)
{
  MappeNode *document = new_extract (sitting, organisation, language);

  add_about (document, sitting, language);
  for (guint i = 0; i < sitting->items->len; i++)
    add_item (sitting, document, g_ptr_array_index (sitting->items, i), organisation, language);
  return document;
}

static const MappeSittingItem *
item_of (const MappeSitting *sitting, gint64 decision, const MappeSittingDecision **found)
{
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint j = 0; j < item->decisions->len; j++)
        {
          *found = g_ptr_array_index (item->decisions, j);
          if ((*found)->row->id == decision)
            return item;
        }
    }
  return NULL;
}

/**
 * mappe_build_decision:
 * @decision: id of a decision of the meeting
 * @language: (nullable): language of the document
 *
 * Returns: (transfer full) (nullable): the decision alone with its vote and what follows from it, for those who may see
 *   it; %NULL when the meeting has no such decision
 */
MappeNode *
mappe_build_decision (const MappeSitting *sitting, gint64 decision, const MappeLanguage *language)
{
  const MappeSittingDecision *found;
  const MappeSittingItem *item = item_of (sitting, decision, &found);
  const char *number = item != NULL ? mappe_row_get_text (found->row, MAPPE_DECISION_NUMBER) : NULL;
  g_autofree char *title = NULL;
  g_autoptr (MappeNode) document = NULL;
  gboolean public;

  if (item == NULL)
    return NULL;
  public = item->public && mappe_row_get_int (found->row, MAPPE_DECISION_PUBLIC) != 0;
  title = g_strdup_printf ("%s %s", L_("Decision"), number != NULL ? number : "");
  document = new_extract (sitting, 0, language);
  g_free (document->text);
  document->text = g_strstrip (g_steal_pointer (&title));
  mappe_node_set_meta (document, "kind", "decision");
  add_about (document, sitting, language);
  mappe_node_add_paragraph (document, mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE));
  add_decision (sitting, document, item, found, 0, language);
  mappe_node_restrict (document, public ? MAPPE_CLASS_PUBLIC : MAPPE_CLASS_CONFIDENTIAL);
  return g_steal_pointer (&document);
}
