/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-tasks.h"

#include <glib/gi18n-lib.h>

#include "mappe-text.h"

/* What each office still has to do: one section an office, so that it can be cut apart and sent. */

typedef struct {
  const char   *reference;
  const char   *text;
  const char   *number;   /* (nullable): of the decision */
  const char   *who;      /* (nullable) */
  const char   *office;   /* (nullable) */
  const char   *due_on;   /* (nullable) */
  const char   *status;   /* (nullable) */
  const char   *kind;
  MappeDueLight light;
  gboolean      public;
  char         *office_key;
} Line;

static void
line_free (Line *line)
{
  g_free (line->office_key);
  g_free (line);
}

static void
add_line (GPtrArray *lines, Line line)
{
  Line *copy = g_new (Line, 1);

  *copy = line;
  copy->office_key = line.office != NULL ? mappe_text_sort_key (line.office, MAPPE_SORT_DIN_5007_1) : NULL;
  g_ptr_array_add (lines, copy);
}

/* A decision is done by its tasks; it stands for itself where it has none that is open. */
static void
add_entry (GPtrArray *lines, const MappeFollowUp *entry, const char *office)
{
  for (guint i = 0; i < entry->tasks->len; i++)
    {
      const MappeFollowUpTask *task = g_ptr_array_index (entry->tasks, i);

      /* A decision of several offices has tasks of the others too. */
      if (office != NULL && g_strcmp0 (task->office != NULL ? task->office : entry->office, office) != 0)
        continue;
      add_line (lines, (Line) { task->reference, task->title, entry->number, task->who,
                                task->office != NULL ? task->office : entry->office, task->due_on, NULL, "task",
                                task->light, entry->public, NULL });
    }
  if (entry->tasks->len == 0 && !entry->finished)
    add_line (lines, (Line) { entry->reference, entry->text, entry->number, entry->who, entry->office, entry->due_on,
                              entry->status, entry->kind->name, entry->light, entry->public, NULL });
}

/* By office, those without one last; then by person and day. */
static int
compare (gconstpointer left, gconstpointer right)
{
  const Line *a = *(const Line *const *) left, *b = *(const Line *const *) right;
  int order;

  if ((a->office_key == NULL) != (b->office_key == NULL))
    return a->office_key == NULL ? 1 : -1;
  order = g_strcmp0 (a->office_key, b->office_key);
  if (order == 0 && (a->due_on == NULL) != (b->due_on == NULL))
    return a->due_on == NULL ? 1 : -1;
  if (order == 0)
    order = g_strcmp0 (a->due_on, b->due_on);
  return order != 0 ? order : g_strcmp0 (a->reference, b->reference);
}

static const char *
state_word (const Line *line, const MappeLanguage *language)
{
  if (line->light == MAPPE_DUE_OVERDUE)
    return L_("▲ overdue");
  if (line->light == MAPPE_DUE_SOON)
    return L_("◐ due soon");
  return g_strcmp0 (line->status, "in_progress") == 0 ? L_("○ in progress") : L_("○ open");
}

static void
add_row (MappeNode *table, const Line *line, const MappeLanguage *language)
{
  g_autofree char *day = line->due_on != NULL ? mappe_language_date (language, line->due_on) : g_strdup ("–");
  MappeNode *row = mappe_node_add_row (table, 0, line->number != NULL ? line->number : line->reference, line->text,
                                       line->who != NULL ? line->who : "–", day, state_word (line, language), NULL);

  row->class = line->public ? MAPPE_CLASS_MEMBERS : MAPPE_CLASS_CONFIDENTIAL;
  mappe_node_set_source (row, line->kind, line->reference);
  for (guint i = 0; i < 5; i++)
    if (i != 1)
      ((MappeNode *) g_ptr_array_index (row->children, i))->flags |= MAPPE_NODE_NARROW;
}

static MappeNode *
add_office (MappeNode *document, const Line *line, const MappeLanguage *language)
{
  const char *heading = line->office != NULL ? line->office : L_("Without a responsible office");
  MappeNode *section = mappe_node_add_section (document, 1, heading);
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);

  /* A heading above nothing would tell that there is something. */
  section->class = MAPPE_CLASS_CONFIDENTIAL;
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("No."), L_("Task"), L_("Person"), L_("Due on"), L_("Status"), NULL);
  return table;
}

static void
add_lines (MappeNode *document, GPtrArray *lines, const MappeLanguage *language)
{
  const Line *last = NULL;
  MappeNode *table = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);

      if (last == NULL || g_strcmp0 (last->office_key, line->office_key) != 0)
        table = add_office (document, line, language);
      if (line->public)
        ((MappeNode *) g_ptr_array_index (document->children, document->children->len - 1))->class =
            MAPPE_CLASS_MEMBERS;
      add_row (table, line, language);
      last = line;
    }
}

/**
 * mappe_build_tasks:
 * @entries: (element-type MappeFollowUp): decisions with their open tasks, and tasks
 * @office: (nullable): name of the organisation whose tasks they are; %NULL for all
 * @paper: what else the list says
 * @language: (nullable): of the list
 *
 * Returns: (transfer full): what is to be done, office by office, with person, day and state
 */
MappeNode *
mappe_build_tasks (GPtrArray *entries, const char *office, const MappeFollowUpPaper *paper,
                   const MappeLanguage *language)
{
  MappeNode *document = mappe_node_new_document (paper->title, language);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_autofree char *day = mappe_language_date (language, paper->today);
  g_autofree char *head = paper->council != NULL ? g_strdup_printf (L_("%s, as of %s"), paper->council, day)
                                                 : g_strdup_printf (L_("As of %s"), day);

  mappe_node_set_meta (document, "kind", "tasks");
  mappe_node_set_meta (document, "date", paper->today);
  mappe_node_set_meta (document, "council", paper->council);
  document->class = MAPPE_CLASS_MEMBERS;
  mappe_node_add_paragraph (document, head);
  for (guint i = 0; i < entries->len; i++)
    add_entry (lines, g_ptr_array_index (entries, i), office);
  g_ptr_array_sort (lines, compare);
  add_lines (document, lines, language);
  if (lines->len == 0)
    mappe_node_add_paragraph (document, L_("There is nothing to do."));
  return document;
}
