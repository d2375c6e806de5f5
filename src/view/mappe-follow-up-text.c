/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-text.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-task.h"
#include "mappe-text.h"

/** mappe_follow_up_text_state: Returns: the light of the entry */
MappeState
mappe_follow_up_text_state (const MappeFollowUp *entry)
{
  if (entry->finished)
    return g_strcmp0 (entry->status, "dropped") == 0 ? MAPPE_STATE_CANCELLED : MAPPE_STATE_DONE;
  switch (entry->light)
    {
    case MAPPE_DUE_OVERDUE:
      return MAPPE_STATE_OVERDUE;
    case MAPPE_DUE_SOON:
      return MAPPE_STATE_DUE_SOON;
    case MAPPE_DUE_UNDATED:
      return MAPPE_STATE_WAITING;
    case MAPPE_DUE_AHEAD:
    default:
      return MAPPE_STATE_ON_TRACK;
    }
}

/** mappe_follow_up_text_word: Returns: (transfer none): the word beside the light */
const char *
mappe_follow_up_text_word (const MappeFollowUp *entry)
{
  switch (mappe_follow_up_text_state (entry))
    {
    case MAPPE_STATE_CANCELLED:
      return _("Dropped");
    case MAPPE_STATE_DONE:
      return _("Done");
    case MAPPE_STATE_OVERDUE:
      return _("Overdue");
    case MAPPE_STATE_DUE_SOON:
      return _("Due soon");
    case MAPPE_STATE_WAITING:
      return _("No date");
    case MAPPE_STATE_NONE:
    case MAPPE_STATE_ON_TRACK:
    default:
      /* Translators: not finished yet (not the act of opening) */
      return g_strcmp0 (entry->status, "in_progress") == 0 ? _("In progress") : C_("task", "Open");
    }
}

/** mappe_follow_up_text_due: Returns: (transfer full): the day that counts: done on, else due on; "" without one */
char *
mappe_follow_up_text_due (const MappeFollowUp *entry)
{
  const char *day = entry->finished && entry->done_on != NULL ? entry->done_on : entry->due_on;

  return day != NULL ? mappe_date_format (day) : g_strdup ("");
}

/** mappe_follow_up_text_who: Returns: (transfer none): person in charge, else the office; "" when nobody is */
const char *
mappe_follow_up_text_who (const MappeFollowUp *entry)
{
  return entry->who != NULL ? entry->who : entry->office != NULL ? entry->office : "";
}

/** mappe_follow_up_text_origin: Returns: (transfer full): meeting and item it comes from */
char *
mappe_follow_up_text_origin (const MappeFollowUp *entry)
{
  g_autofree char *day = entry->held_on != NULL ? mappe_date_format (entry->held_on) : NULL;

  if (day == NULL)
    return g_strdup ("");
  if (entry->item_number == NULL)
    return g_steal_pointer (&day);
  /* Translators: day of a meeting, number of the agenda item */
  return g_strdup_printf (_("%s, item %s"), day, entry->item_number);
}

/** mappe_follow_up_text_spoken: Returns: (transfer full): the entry as one line, for screen readers */
char *
mappe_follow_up_text_spoken (const MappeFollowUp *entry)
{
  g_autofree char *due = mappe_follow_up_text_due (entry);
  const char *who = mappe_follow_up_text_who (entry);

  return g_strdup_printf ("%s, %s, %s%s%s%s%s", entry->number != NULL ? entry->number : entry->reference,
                          mappe_follow_up_text_word (entry), entry->text, *due != '\0' ? ", " : "", due,
                          *who != '\0' ? ", " : "", who);
}

static void
add_cell (GString *text, const char *cell, const char *end)
{
  for (const char *at = cell; at != NULL && *at != '\0'; at++)
    g_string_append_c (text, *at == '\t' || *at == '\n' ? ' ' : *at);
  g_string_append (text, end);
}

/** mappe_follow_up_text_table: Returns: (transfer full): the entries for a spreadsheet, one a line */
char *
mappe_follow_up_text_table (GPtrArray *entries)
{
  const char *head[] = { _("Number"), _("Status"), _("Wording"), _("Responsible"), _("Due on"), _("Meeting"),
                         _("Public"), _("Reason for the new date") };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    add_cell (text, head[i], i + 1 < G_N_ELEMENTS (head) ? "\t" : "\n");
  for (guint i = 0; i < entries->len; i++)
    {
      const MappeFollowUp *entry = g_ptr_array_index (entries, i);
      g_autofree char *due = mappe_follow_up_text_due (entry);
      g_autofree char *origin = mappe_follow_up_text_origin (entry);

      add_cell (text, entry->number != NULL ? entry->number : entry->reference, "\t");
      add_cell (text, mappe_follow_up_text_word (entry), "\t");
      add_cell (text, entry->text, "\t");
      add_cell (text, mappe_follow_up_text_who (entry), "\t");
      add_cell (text, due, "\t");
      add_cell (text, origin, "\t");
      add_cell (text, entry->public ? _("Yes") : _("No"), "\t");
      add_cell (text, entry->due_reason, "\n");
    }
  return g_string_free (text, FALSE);
}

/* --- reminders --- */

static int
compare_names (gconstpointer left, gconstpointer right)
{
  g_autofree char *left_key = mappe_text_sort_key (*(const char *const *) left, MAPPE_SORT_DIN_5007_1);
  g_autofree char *right_key = mappe_text_sort_key (*(const char *const *) right, MAPPE_SORT_DIN_5007_1);

  return g_strcmp0 (left_key, right_key);
}

/* Whose task it is, else whose decision. */
static const char *
who_of (const MappeFollowUp *entry, const MappeFollowUpTask *task)
{
  return task->who != NULL ? task->who : task->office != NULL ? task->office : mappe_follow_up_text_who (entry);
}

static void
add_person (GPtrArray *people, const char *who)
{
  if (*who != '\0' && !g_ptr_array_find_with_equal_func (people, who, g_str_equal, NULL))
    g_ptr_array_add (people, g_strdup (who));
}

/**
 * mappe_follow_up_text_people:
 *
 * A decision is followed through its open tasks, each with whoever is in charge of it; it speaks for itself when it
 * has none.
 *
 * Returns: (transfer full) (element-type utf8): who has something unfinished, by name
 */
GPtrArray *
mappe_follow_up_text_people (GPtrArray *entries)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const MappeFollowUp *entry = g_ptr_array_index (entries, i);

      if (entry->tasks->len == 0 && !entry->finished)
        add_person (people, mappe_follow_up_text_who (entry));
      for (guint j = 0; j < entry->tasks->len; j++)
        add_person (people, who_of (entry, g_ptr_array_index (entry->tasks, j)));
    }
  g_ptr_array_sort (people, compare_names);
  return people;
}

static void
add_reminder_line (GString *text, const char *number, const char *title, const char *due_on, MappeDueLight light)
{
  g_autofree char *due = due_on != NULL ? mappe_date_format (due_on) : NULL;

  g_string_append_printf (text, "- %s%s%s", number != NULL ? number : "", number != NULL ? ": " : "", title);
  if (due != NULL)
    /* Translators: a day */
    g_string_append_printf (text, light == MAPPE_DUE_OVERDUE ? _(" (was due on %s)") : _(" (due on %s)"), due);
  g_string_append_c (text, '\n');
}

static void
add_reminder_lines (GString *text, const MappeFollowUp *entry, const char *who)
{
  if (entry->tasks->len == 0 && !entry->finished && g_str_equal (mappe_follow_up_text_who (entry), who))
    add_reminder_line (text, entry->number, entry->text, entry->due_on, entry->light);
  for (guint i = 0; i < entry->tasks->len; i++)
    {
      const MappeFollowUpTask *task = g_ptr_array_index (entry->tasks, i);

      if (g_str_equal (who_of (entry, task), who))
        add_reminder_line (text, entry->number, task->title, task->due_on, task->light);
    }
}

/**
 * mappe_follow_up_text_reminder:
 * @entries: (element-type MappeFollowUp): what is followed up
 * @who: a name of mappe_follow_up_text_people()
 *
 * Returns: (transfer full): a letter to @who with all that is unfinished there
 */
char *
mappe_follow_up_text_reminder (GPtrArray *entries, const char *who)
{
  GString *text = g_string_new (NULL);

  /* Translators: name of a person or an office */
  g_string_append_printf (text, _("To: %s\n\n"), who);
  g_string_append (text, _("These decisions and tasks are still open with you:\n\n"));
  for (guint i = 0; i < entries->len; i++)
    add_reminder_lines (text, g_ptr_array_index (entries, i), who);
  g_string_append (text, _("\nPlease tell us how they stand, and a new date with its reason where one is needed.\n"));
  return g_string_free (text, FALSE);
}

/**
 * mappe_follow_up_text_due_task:
 *
 * Returns: (transfer none) (nullable): the task whose day is that of the decision; %NULL when it is its own
 */
const MappeFollowUpTask *
mappe_follow_up_text_due_task (const MappeFollowUp *entry)
{
  const MappeFollowUpTask *first = entry->tasks->len > 0 ? g_ptr_array_index (entry->tasks, 0) : NULL;

  return first != NULL && first->due_on != NULL ? first : NULL;
}

/**
 * mappe_follow_up_text_due_item:
 * @item: (out caller-allocates): the entry as the overview knows it; its members belong to @entry
 *
 * For the acts that the overview and the follow-up share.
 */
void
mappe_follow_up_text_due_item (const MappeFollowUp *entry, MappeDueItem *item)
{
  *item = (MappeDueItem) {
    .topic = entry->kind == &mappe_task_kind ? MAPPE_DUE_TASK : MAPPE_DUE_DECISION,
    .light = entry->light,
    .kind = entry->kind,
    .id = entry->id,
    .reference = entry->reference,
    .title = entry->text,
    .who = entry->who,
    .where = entry->office,
    .mark = entry->number,
    .date = entry->due_on,
    .days_left = entry->days_left,
  };
}
