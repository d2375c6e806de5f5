/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-minutes-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-conflict-declaration.h"
#include "mappe-decision.h"
#include "mappe-motion.h"
#include "mappe-sitting-words.h"
#include "mappe-statement.h"
#include "mappe-task.h"

/* An agenda item of the minutes: what was put, said, excluded, decided and ordered under it. */

static char *
time_of (const MappeRow *row, guint field, const MappeLanguage *language)
{
  int minute = mappe_minute_parse (mappe_row_get_text (row, field));

  return minute != MAPPE_MINUTE_NONE ? mappe_words_time (minute, language) : NULL;
}

static char *
name_of (const MappeMinutesBuild *build, gint64 person)
{
  char *name = mappe_sitting_person_name (build->sitting, person);

  return name != NULL ? name : g_strdup ("?");
}

static void
append_part (GString *line, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, line->len > 0 ? " · %s" : "%s", text);
}

/* "public · Decision · Rapporteur: Dr. Berta Birke · Project: …" (MGeschO § 26 (1) no. 5) */
static void
add_head (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item)
{
  const MappeLanguage *language = build->language;
  g_autofree char *rapporteur = item->rapporteur != NULL
                                    ? g_strdup_printf ("%s: %s", L_("Rapporteur"), item->rapporteur) : NULL;
  g_autofree char *project = item->project != NULL ? g_strdup_printf ("%s: %s", L_("Project"), item->project) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  append_part (line, item->public ? L_("public") : L_("non-public"));
  append_part (line, mappe_sitting_code (build->sitting, "agenda_kind",
                                         mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_KIND), language));
  append_part (line, rapporteur);
  append_part (line, project);
  mappe_node_add_text (mappe_node_add (node, MAPPE_ROLE_PARAGRAPH), MAPPE_TEXT_ITALIC, line->str);
}

/* --- exclusions: GemO § 22, MGeschO § 26 (1) no. 8 --- */

static gboolean
is_excluded (const MappeRow *conflict)
{
  return g_strcmp0 (mappe_row_get_text (conflict, MAPPE_CONFLICT_DECLARATION_CONSEQUENCE), "excluded") == 0;
}

/* " · Paid employment · Contractor · left the room": not for everybody who reads of the exclusion. */
static char *
grounds_of (const MappeMinutesBuild *build, const MappeRow *conflict)
{
  const MappeLanguage *language = build->language;
  const char *code = mappe_row_get_text (conflict, MAPPE_CONFLICT_DECLARATION_GROUND_CODE);
  GString *line = g_string_new (NULL);

  append_part (line, mappe_sitting_code (build->sitting, "conflict_ground", code, language));
  append_part (line, mappe_row_get_text (conflict, MAPPE_CONFLICT_DECLARATION_GROUND));
  if (mappe_row_get_int (conflict, MAPPE_CONFLICT_DECLARATION_LEFT_ROOM) != 0)
    append_part (line, L_("left the room"));
  if (line->len > 0)
    g_string_prepend (line, " · ");
  return g_string_free (line, FALSE);
}

/* "Xaver Xylophon (§ 22 GemO · 16:25 · …)" */
static void
add_conflict (const MappeMinutesBuild *build, MappeNode *node, const MappeRow *conflict)
{
  const MappeLanguage *language = build->language;
  g_autofree char *name = name_of (build, mappe_row_get_int (conflict, MAPPE_CONFLICT_DECLARATION_PERSON));
  g_autofree char *time = time_of (conflict, MAPPE_CONFLICT_DECLARATION_DECLARED_AT, language);
  g_autofree char *line = g_strdup_printf ("%s (§ 22 GemO%s%s", name, time != NULL ? " · " : "",
                                           time != NULL ? time : "");
  g_autofree char *grounds = grounds_of (build, conflict);
  const char *heading = is_excluded (conflict) ? L_("Excluded from debate and vote:")
                                               : L_("Declared a conflict of interest, not excluded:");
  MappeNode *paragraph = mappe_minutes_add_bold (node, heading, line);

  mappe_node_restrict (mappe_node_add_text (paragraph, MAPPE_TEXT_PLAIN, grounds), MAPPE_CLASS_CONFIDENTIAL);
  mappe_node_add_text (paragraph, MAPPE_TEXT_PLAIN, ")");
  if (!is_excluded (conflict))
    mappe_node_restrict (paragraph, MAPPE_CLASS_MEMBERS);
}

/* Exclusions that only the decision names. */
static void
add_excluded_of (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item,
                 const MappeSittingDecision *decision)
{
  const MappeLanguage *language = build->language;
  guint first = node->children->len;

  for (guint i = 0; i < decision->excluded->len; i++)
    {
      gint64 person = g_array_index (decision->excluded, gint64, i);
      g_autofree char *name = NULL, *line = NULL;

      if (mappe_sitting_excluded (build->sitting, item, person))
        continue;
      name = name_of (build, person);
      line = g_strdup_printf ("%s (§ 22 GemO)", name);
      mappe_minutes_add_bold (node, L_("Excluded from debate and vote:"), line);
    }
  mappe_minutes_restrict_from (node, first, mappe_minutes_class_of_decision (decision));
}

static void
add_exclusions (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item)
{
  for (guint i = 0; i < item->conflicts->len; i++)
    add_conflict (build, node, g_ptr_array_index (item->conflicts, i));
  for (guint i = 0; i < item->decisions->len; i++)
    add_excluded_of (build, node, item, g_ptr_array_index (item->decisions, i));
}

/* --- motions: VwVfG § 93 --- */

static char *
proposer_of (const MappeMinutesBuild *build, const MappeRow *motion)
{
  gint64 person = mappe_row_get_int (motion, MAPPE_MOTION_PROPOSER);

  return person > 0 ? name_of (build, person) : g_strdup (mappe_row_get_text (motion, MAPPE_MOTION_PROPOSER_NAME));
}

/* "Adopted: 8 in favour, 1 against, 2 abstentions" */
static char *
result_of (const MappeMinutesBuild *build, const MappeRow *motion)
{
  const char *outcome = mappe_sitting_code (build->sitting, "motion_outcome",
                                            mappe_row_get_text (motion, MAPPE_MOTION_OUTCOME), build->language);
  g_autofree char *counts = NULL;

  if (mappe_row_is_null (motion, MAPPE_MOTION_YES))
    return g_strdup (outcome);
  counts = mappe_words_counts ((guint) mappe_row_get_int (motion, MAPPE_MOTION_YES),
                               (guint) mappe_row_get_int (motion, MAPPE_MOTION_NO),
                               (guint) mappe_row_get_int (motion, MAPPE_MOTION_ABSTAIN), build->language);
  return g_strdup_printf ("%s: %s", outcome, counts);
}

/* The motion of a non-public decision is not public either. */
static MappeClass
class_of_motion (const MappeSittingItem *item, const MappeRow *motion)
{
  for (guint i = 0; i < item->decisions->len; i++)
    {
      const MappeSittingDecision *decision = g_ptr_array_index (item->decisions, i);

      if (mappe_row_get_int (decision->row, MAPPE_DECISION_MOTION) == motion->id)
        return mappe_minutes_class_of_decision (decision);
    }
  return mappe_minutes_class_of_item (item);
}

static void
add_motion (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item, const MappeRow *motion)
{
  const char *kind = mappe_row_get_text (motion, MAPPE_MOTION_KIND);
  g_autofree char *proposer = proposer_of (build, motion);
  g_autofree char *time = time_of (motion, MAPPE_MOTION_PUT_AT, build->language);
  g_autofree char *result = result_of (build, motion);
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *heading = NULL;
  MappeNode *part = mappe_node_add (node, MAPPE_ROLE_MOTION);

  append_part (about, proposer);
  append_part (about, time);
  heading = g_strdup_printf (about->len > 0 ? "%s (%s):" : "%s%s:",
                             mappe_sitting_code (build->sitting, "motion_kind", kind != NULL ? kind : "motion",
                                                 build->language), about->str);
  mappe_node_set_source (part, motion->kind->name, mappe_row_get_text (motion, MAPPE_FIELD_REFERENCE));
  mappe_minutes_add_bold (part, heading, mappe_row_get_text (motion, MAPPE_MOTION_TEXT));
  if (*result != '\0')
    mappe_node_add_paragraph (part, result);
  mappe_node_restrict (part, class_of_motion (item, motion));
}

/* --- statements: MGeschO § 26 (3) --- */

static void
add_statement (const MappeMinutesBuild *build, MappeNode *node, const MappeRow *statement)
{
  g_autofree char *name = name_of (build, mappe_row_get_int (statement, MAPPE_STATEMENT_PERSON));
  g_autofree char *time = time_of (statement, MAPPE_STATEMENT_STATED_AT, build->language);
  g_autofree char *heading =
      g_strdup_printf ("%s (%s%s%s):", mappe_sitting_code (build->sitting, "statement_kind",
                                                           mappe_row_get_text (statement, MAPPE_STATEMENT_KIND),
                                                           build->language),
                       name, time != NULL ? " · " : "", time != NULL ? time : "");
  MappeNode *part = mappe_node_add (node, MAPPE_ROLE_STATEMENT);

  mappe_node_set_source (part, statement->kind->name, mappe_row_get_text (statement, MAPPE_FIELD_REFERENCE));
  mappe_minutes_add_bold (part, heading, mappe_row_get_text (statement, MAPPE_STATEMENT_TEXT));
}

/* --- tasks --- */

static MappeClass
class_of_task (const MappeSittingItem *item, const MappeRow *task)
{
  for (guint i = 0; i < item->decisions->len; i++)
    {
      const MappeSittingDecision *decision = g_ptr_array_index (item->decisions, i);

      if (decision->row->id == mappe_row_get_int (task, MAPPE_TASK_DECISION))
        return mappe_minutes_class_of_decision (decision);
    }
  return mappe_minutes_class_of_item (item);
}

static void
add_tasks (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item)
{
  const MappeLanguage *language = build->language;
  MappeClass least = MAPPE_CLASS_CONFIDENTIAL;
  MappeNode *part, *table;

  if (item->tasks->len == 0)
    return;
  part = mappe_node_add (node, MAPPE_ROLE_TASKS);
  mappe_minutes_add_bold (part, L_("Tasks"), NULL);
  table = mappe_node_add (part, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER | MAPPE_TEXT_BOLD, L_("What"), L_("Who"), L_("Until"), NULL);
  for (guint i = 0; i < item->tasks->len; i++)
    {
      const MappeListed *task = g_ptr_array_index (item->tasks, i);
      g_autofree char *who = mappe_minutes_task_who (build->sitting, task);
      g_autofree char *due = mappe_minutes_task_due (task->row, language);
      MappeNode *row = mappe_node_add_row (table, 0, mappe_row_get_text (task->row, MAPPE_TASK_TITLE),
                                           who != NULL ? who : "", due != NULL ? due : "", NULL);

      ((MappeNode *) g_ptr_array_index (row->children, 2))->flags |= MAPPE_NODE_NARROW;
      mappe_node_restrict (row, class_of_task (item, task->row));
      least = MIN (least, row->class);
    }
  mappe_node_restrict (part, least);
}

/* --- the item --- */

/* The quorum when an item could not be decided for lack of it. */
static void
add_lost_quorum (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item)
{
  int minute = mappe_minute_parse (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_OPENED_AT));
  g_autofree char *sentence = NULL;
  MappeQuorum quorum;

  if (minute == MAPPE_MINUTE_NONE)
    minute = item->start;
  if (minute == MAPPE_MINUTE_NONE)
    return;
  quorum = mappe_sitting_quorum (build->sitting, item, minute);
  sentence = mappe_words_quorum (&quorum, build->language);
  mappe_node_add_paragraph (node, sentence);
}

/* The result of an item without a decision. */
static void
add_outcome (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item)
{
  const MappeLanguage *language = build->language;
  const char *result = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_RESULT);

  if (item->decisions->len > 0 || result == NULL)
    return;
  if (g_str_equal (result, "deferred_no_quorum"))
    add_lost_quorum (build, node, item);
  mappe_minutes_add_bold (node, L_("Result:"), mappe_sitting_code (build->sitting, "item_result", result, language));
}

static void
add_all (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item)
{
  add_head (build, node, item);
  mappe_minutes_add_typed (build, node, item->row, MAPPE_AGENDA_ITEM_DISCUSSION);
  add_exclusions (build, node, item);
  for (guint i = 0; i < item->motions->len; i++)
    add_motion (build, node, item, g_ptr_array_index (item->motions, i));
  for (guint i = 0; i < item->statements->len; i++)
    add_statement (build, node, g_ptr_array_index (item->statements, i));
  for (guint i = 0; i < item->decisions->len; i++)
    mappe_minutes_build_decision (build, node, item, g_ptr_array_index (item->decisions, i));
  add_outcome (build, node, item);
  add_tasks (build, node, item);
}

/* An item under the heading of its part; for who may not read it number and public title are left. */
void
mappe_minutes_build_item (const MappeMinutesBuild *build, MappeNode *part, const MappeSittingItem *item)
{
  MappeNode *node = mappe_node_add (part, MAPPE_ROLE_AGENDA_ITEM);

  node->class = mappe_minutes_class_of_item (item);
  node->depth = item->depth + 2;
  node->number = g_strdup (item->number);
  node->text = g_strdup (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE));
  if (!item->public)
    mappe_node_set_substitute (node, mappe_minutes_public_title (build, item));
  mappe_node_set_source (node, item->row->kind->name, mappe_row_get_text (item->row, MAPPE_FIELD_REFERENCE));
  add_all (build, node, item);
}
