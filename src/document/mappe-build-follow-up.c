/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-follow-up.h"

#include <glib/gi18n-lib.h>

/* --- words --- */

static const char *
state_word (const MappeFollowUp *entry, const MappeLanguage *language)
{
  if (entry->finished)
    return g_strcmp0 (entry->status, "dropped") == 0 ? L_("⊘ dropped") : L_("✓ done");
  if (entry->light == MAPPE_DUE_OVERDUE)
    return L_("▲ overdue");
  if (entry->light == MAPPE_DUE_SOON)
    return L_("◐ due soon");
  return g_strcmp0 (entry->status, "in_progress") == 0 ? L_("○ in progress") : L_("○ open");
}

static char *
day_words (const MappeFollowUp *entry, const MappeLanguage *language)
{
  const char *day = entry->finished && entry->done_on != NULL ? entry->done_on : entry->due_on;

  return day != NULL ? mappe_language_date (language, day) : g_strdup ("–");
}

static char *
responsible_words (const MappeFollowUp *entry)
{
  if (entry->who != NULL && entry->office != NULL && !g_str_equal (entry->who, entry->office))
    return g_strdup_printf ("%s (%s)", entry->who, entry->office);
  return g_strdup (entry->who != NULL ? entry->who : entry->office != NULL ? entry->office : "–");
}

/* "Plan the exercise (Isolde Igelbacher, 30 September 2026); …" */
static char *
open_tasks (const MappeFollowUp *entry, const MappeLanguage *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->tasks->len; i++)
    {
      const MappeFollowUpTask *task = g_ptr_array_index (entry->tasks, i);
      const char *who = task->who != NULL ? task->who : task->office;
      g_autofree char *day = task->due_on != NULL ? mappe_language_date (language, task->due_on) : NULL;

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", task->title);
      if (who != NULL || day != NULL)
        g_string_append_printf (text, " (%s%s%s)", who != NULL ? who : "", who != NULL && day != NULL ? ", " : "",
                                day != NULL ? day : "");
    }
  return g_string_free (text, FALSE);
}

static char *
wording (const MappeFollowUp *entry, const MappeLanguage *language)
{
  g_autofree char *tasks = open_tasks (entry, language);
  GString *text = g_string_new (NULL);

  if (entry->due_reason == NULL || entry->finished)
    g_string_append (text, entry->text);
  else
    /* Translators: wording of a decision; why its date was moved */
    g_string_append_printf (text, L_("%s (new date because: %s)"), entry->text, entry->due_reason);
  if (*tasks != '\0')
    /* Translators: tasks of a decision that are not finished */
    g_string_append_printf (text, L_(" Still to do: %s"), tasks);
  return g_string_free (text, FALSE);
}

/* --- tables --- */

static MappeNode *
add_table (MappeNode *section, const MappeLanguage *language)
{
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("No."), L_("Wording"), L_("Responsible"), L_("Due on"),
                      L_("Status"), NULL);
  return table;
}

static void
add_entry (MappeNode *table, const MappeFollowUp *entry, const MappeLanguage *language)
{
  g_autofree char *day = day_words (entry, language);
  g_autofree char *responsible = responsible_words (entry);
  g_autofree char *text = wording (entry, language);
  MappeNode *row = mappe_node_add_row (table, 0, entry->number != NULL ? entry->number : entry->reference, text,
                                       responsible, day, state_word (entry, language), NULL);

  row->class = entry->public ? MAPPE_CLASS_PUBLIC : MAPPE_CLASS_CONFIDENTIAL;
  mappe_node_set_source (row, entry->kind->name, entry->reference);
  ((MappeNode *) g_ptr_array_index (row->children, 0))->flags |= MAPPE_NODE_NARROW;
  ((MappeNode *) g_ptr_array_index (row->children, 3))->flags |= MAPPE_NODE_NARROW;
  ((MappeNode *) g_ptr_array_index (row->children, 4))->flags |= MAPPE_NODE_NARROW;
}

static void
add_part (MappeNode *document, GPtrArray *entries, gboolean public, const MappeLanguage *language)
{
  MappeNode *section = NULL, *table = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const MappeFollowUp *entry = g_ptr_array_index (entries, i);

      if (entry->public != public)
        continue;
      if (section == NULL)
        {
          section = mappe_node_add_section (document, 1, public ? L_("Public part") : L_("Confidential part"));
          section->class = public ? MAPPE_CLASS_PUBLIC : MAPPE_CLASS_CONFIDENTIAL;
          table = add_table (section, language);
        }
      add_entry (table, entry, language);
    }
}

/**
 * mappe_build_follow_up:
 * @entries: (element-type MappeFollowUp): decisions and tasks, in the order they are to stand in
 * @paper: what else the list says
 * @language: (nullable): language of the list
 *
 * Makes the list of decisions and tasks for a meeting or a file, the public and the confidential part apart. For a
 * reader of the public nothing of the confidential part is in it.
 *
 * Returns: (transfer full): the document
 */
MappeNode *
mappe_build_follow_up (GPtrArray *entries, const MappeFollowUpPaper *paper, const MappeLanguage *language)
{
  MappeNode *document = mappe_node_new_document (paper->title, language);
  g_autofree char *day = mappe_language_date (language, paper->today);
  g_autofree char *head = paper->council != NULL
                              /* Translators: name of the council, day */
                              ? g_strdup_printf (L_("%s, as of %s"), paper->council, day)
                              : g_strdup_printf (L_("As of %s"), day);

  mappe_node_set_meta (document, "kind", "follow-up");
  mappe_node_set_meta (document, "date", paper->today);
  mappe_node_set_meta (document, "council", paper->council);
  mappe_node_add_paragraph (document, head);
  add_part (document, entries, TRUE, language);
  if (paper->reader == MAPPE_CLASS_CONFIDENTIAL)
    add_part (document, entries, FALSE, language);
  if (document->children->len == 1)
    mappe_node_add_paragraph (document, L_("There is nothing to follow up."));
  return document;
}
