/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-event.h"

enum { DAY_LENGTH = 10 };

/** mappe_event_words_code: Returns: (transfer none): the label of a code; the code itself without one */
const char *
mappe_event_words_code (MappeCodes *codes, const char *list, const char *code, const MappeLanguage *language)
{
  const char *label = code != NULL ? mappe_codes_label (codes, list, code, mappe_language_is_german (language)) : NULL;

  return label != NULL ? label : code != NULL ? code : "–";
}

/* --- days and times --- */

/* One day, or the first and the last of several. @to: (nullable): last day */
static char *
span_words (const char *from, const char *to, const MappeLanguage *language)
{
  g_autofree char *first = mappe_language_date (language, from);
  g_autofree char *last = to != NULL && g_strcmp0 (from, to) != 0 ? mappe_language_date (language, to) : NULL;

  return last != NULL ? g_strdup_printf ("%s – %s", first, last) : g_steal_pointer (&first);
}

/** mappe_event_words_days: Returns: the days of an event */
char *
mappe_event_words_days (const MappeRow *event, const MappeLanguage *language)
{
  return span_words (mappe_row_get_text (event, MAPPE_EVENT_START_ON), mappe_event_last_day (event),
                     language);
}

static char *
minute_words (const char *at, gboolean with_day, const MappeLanguage *language)
{
  g_autofree char *day = g_strndup (at, DAY_LENGTH);
  g_autofree char *words = mappe_language_date (language, day);
  const char *time = at + DAY_LENGTH + 1;

  return with_day ? g_strdup_printf ("%s, %s", words, time) : g_strdup (time);
}

/** mappe_event_words_times: @to: (nullable): end. Returns: "31.07.2026, 10:00–16:00"; with both days over several */
char *
mappe_event_words_times (const char *from, const char *to, const MappeLanguage *language)
{
  g_autofree char *begin = minute_words (from, TRUE, language);
  gboolean same_day = to != NULL && strncmp (from, to, DAY_LENGTH) == 0;
  g_autofree char *end = to != NULL ? minute_words (to, !same_day, language) : NULL;

  if (end == NULL)
    return g_steal_pointer (&begin);
  return g_strdup_printf (same_day ? "%s–%s" : "%s – %s", begin, end);
}

/* --- the file --- */

static char *
join (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) g_ptr_array_index (names, i));
  return g_string_free (text, FALSE);
}

/** mappe_event_words_parallel: Returns: which other event it is, when both are, and what both need */
char *
mappe_event_words_parallel (const MappeParallelEvent *parallel, const MappeLanguage *language)
{
  g_autofree char *days = mappe_event_words_days (parallel->event->row, language);
  g_autofree char *both = span_words (parallel->from, parallel->to, language);
  g_autofree char *areas = join (parallel->areas), *units = join (parallel->units);
  GString *text = g_string_new (NULL);

  /* Translators: title and days of another event; the days that both have */
  g_string_append_printf (text, L_("%s (%s), both on %s."), parallel->event->title, days, both);
  if (*areas != '\0')
    g_string_append_printf (text, L_(" Same area: %s."), areas);
  if (*units != '\0')
    g_string_append_printf (text, L_(" Same units: %s."), units);
  if (!mappe_parallel_event_collides (parallel))
    g_string_append (text, L_(" Neither area nor units are the same."));
  return g_string_free (text, FALSE);
}

/** mappe_event_words_consents: Returns: how many offices have consented, and whether the concept is released */
char *
mappe_event_words_consents (const MappeEventFile *file, const MappeLanguage *language)
{
  guint n = file->consents->len, given = mappe_event_file_n_consents (file, "given");
  guint refused = mappe_event_file_n_consents (file, "refused");
  gboolean released = g_strcmp0 (mappe_row_get_text (file->event->row, MAPPE_EVENT_CONCEPT_STATUS), "released") == 0;
  GString *text = g_string_new (NULL);

  if (n == 0)
    g_string_append (text, L_("No office is asked for its consent yet."));
  else
    g_string_append_printf (text,
                            mappe_language_plural (language, "%u of %u consent given.", "%u of %u consents given.", n),
                            given, n);
  if (refused > 0)
    g_string_append_printf (text, mappe_language_plural (language, " %u is refused.", " %u are refused.", refused),
                            refused);
  if (released && given < n)
    g_string_append (text, L_(" The concept is released although not all have consented."));
  else if (released)
    g_string_append (text, L_(" The concept is released."));
  else if (n > 0 && given == n)
    g_string_append (text, L_(" The concept can be released."));
  return g_string_free (text, FALSE);
}

/** mappe_event_words_plan: Returns: version and release of the deployment plan, and whether it is different now */
char *
mappe_event_words_plan (const MappeEventFile *file, const MappeLanguage *language)
{
  const MappeRow *event = file->event->row;
  g_autofree char *day = mappe_language_date (language, mappe_row_get_text (event, MAPPE_EVENT_PLAN_RELEASED_ON));
  const char *by = file->event->shown[MAPPE_EVENT_PLAN_RELEASED_BY];
  g_autoptr (GPtrArray) lines = mappe_plan_lines (file->lines), differences = NULL;
  GString *text;

  if (mappe_row_is_null (event, MAPPE_EVENT_PLAN_VERSION))
    return g_strdup (L_("The deployment plan is not released yet."));
  text = g_string_new (NULL);
  g_string_append_printf (text, L_("Version %d"), (int) mappe_row_get_int (event, MAPPE_EVENT_PLAN_VERSION));
  if (*day != '\0')
    g_string_append_printf (text, L_(", released on %s"), day);
  if (by != NULL)
    g_string_append_printf (text, L_(" by %s"), by);
  g_string_append_c (text, '.');
  if (file->released == NULL)
    {
      g_string_append (text, L_(" Its content was not kept, so differences cannot be told."));
      return g_string_free (text, FALSE);
    }
  differences = mappe_plan_compare (file->released, lines);
  if (differences->len == 0)
    g_string_append (text, L_(" Nothing has changed since."));
  else
    g_string_append_printf (text, mappe_language_plural (language, " %u line is different since.",
                                                         " %u lines are different since.", differences->len),
                            differences->len);
  return g_string_free (text, FALSE);
}

/* --- timeline --- */

static void
add_phase (GString *text, const MappeEventFile *file, const MappePlanTimeline *timeline, guint phase,
           const MappeLanguage *language)
{
  g_autofree char *from = NULL, *to = NULL, *times = NULL;
  guint n = 0;

  for (guint i = 0; i < timeline->bars->len; i++)
    n += ((MappePlanTimelineBar *) g_ptr_array_index (timeline->bars, i))->phase == phase;
  if (n == 0)
    return;
  from = mappe_plan_timeline_moment (timeline, timeline->phases[phase].from);
  to = mappe_plan_timeline_moment (timeline, timeline->phases[phase].to);
  times = mappe_event_words_times (from, to, language);
  /* Translators: phase of a deployment, number of lines of the plan, from when to when */
  g_string_append_printf (text, mappe_language_plural (language, "%s: %u line, %s. ", "%s: %u lines, %s. ", n),
                          mappe_event_words_code (file->codes, "plan_phase", mappe_event_phases[phase], language), n,
                          times);
}

/** mappe_event_words_timeline: Returns: what the picture of the plan shows: the phases, the most people at once, the
 * closures */
char *
mappe_event_words_timeline (const MappeEventFile *file, const MappePlanTimeline *timeline,
                            const MappeLanguage *language)
{
  GString *text = g_string_new (NULL);
  guint closures = timeline->rows->len - timeline->n_units;
  gint64 from, to, most = mappe_plan_timeline_peak (timeline, &from, &to);

  for (guint phase = 0; phase < MAPPE_EVENT_N_PHASES; phase++)
    add_phase (text, file, timeline, phase, language);
  if (most > 0)
    {
      g_autofree char *begin = mappe_plan_timeline_moment (timeline, from);
      g_autofree char *end = mappe_plan_timeline_moment (timeline, to);
      g_autofree char *times = mappe_event_words_times (begin, end, language);

      g_string_append_printf (text, L_("Most people at once: %d (%s). "), (int) most, times);
    }
  if (closures > 0)
    g_string_append_printf (text, mappe_language_plural (language, "%u road closure.", "%u road closures.", closures),
                            closures);
  return g_strchomp (g_string_free (text, FALSE));
}

/** mappe_event_words_bar: Returns: what a bar of the picture says: unit or road, task, times, phase, strength */
char *
mappe_event_words_bar (const MappeEventFile *file, const MappePlanTimeline *timeline, const MappePlanTimelineBar *bar,
                       const MappeLanguage *language)
{
  g_autofree char *from = mappe_plan_timeline_moment (timeline, bar->from);
  g_autofree char *to = mappe_plan_timeline_moment (timeline, bar->to);
  g_autofree char *times = mappe_event_words_times (from, bar->to > bar->from ? to : NULL, language);
  guint row = bar->row;
  GString *text;

  if (bar->phase >= MAPPE_EVENT_N_PHASES)
    return g_strdup_printf (L_("Road closure: %s · %s"), bar->text, times);
  /* The name of a unit stands at the first of its rows. */
  while (row > 0 && *(char *) g_ptr_array_index (timeline->rows, row) == '\0')
    row--;
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s: %s · %s · %s", (char *) g_ptr_array_index (timeline->rows, row), bar->text, times,
                          mappe_event_words_code (file->codes, "plan_phase", mappe_event_phases[bar->phase], language));
  if (bar->strength > 0)
    g_string_append_printf (text, L_(" · strength %d"), (int) bar->strength);
  return g_string_free (text, FALSE);
}

/* --- differences --- */

static const char *
part_label (MappePlanPart part, const MappeLanguage *language)
{
  static const char *const labels[MAPPE_PLAN_N_PARTS] = {
    [MAPPE_PLAN_PHASE] = N_("Phase"),
    [MAPPE_PLAN_FROM] = N_("From"),
    [MAPPE_PLAN_TO] = N_("To"),
    [MAPPE_PLAN_UNIT] = N_("Unit"),
    [MAPPE_PLAN_TASK] = N_("Task"),
    [MAPPE_PLAN_STRENGTH] = N_("Strength"),
    [MAPPE_PLAN_CONTACT] = N_("Contact"),
    [MAPPE_PLAN_ROSTER] = N_("Duty roster"),
  };

  return L_(labels[part]);
}

static char *
part_words (const MappePlanLine *line, MappePlanPart part, MappeCodes *codes, const MappeLanguage *language)
{
  const char *value = line->parts[part];

  if (value == NULL)
    return g_strdup ("–");
  if (part == MAPPE_PLAN_PHASE)
    return g_strdup (mappe_event_words_code (codes, "plan_phase", value, language));
  if (part == MAPPE_PLAN_FROM || part == MAPPE_PLAN_TO)
    return minute_words (value, TRUE, language);
  return g_strdup (value);
}

/** mappe_event_words_difference: Returns: what became of a line since the release */
char *
mappe_event_words_difference (const MappePlanDifference *difference, MappeCodes *codes, const MappeLanguage *language)
{
  const MappePlanLine *line = difference->after != NULL ? difference->after : difference->before;
  const char *unit = line->parts[MAPPE_PLAN_UNIT], *task = line->parts[MAPPE_PLAN_TASK];
  GString *text = g_string_new (NULL);
  gboolean first = TRUE;

  g_string_append (text, difference->before == NULL ? L_("New") : difference->after == NULL ? L_("Taken out")
                                                                                              : L_("Changed"));
  g_string_append_printf (text, ": %s, %s", unit != NULL ? unit : "–", task != NULL ? task : "–");
  for (guint part = 0; part < MAPPE_PLAN_N_PARTS && difference->changed != 0; part++)
    {
      g_autofree char *before = NULL, *after = NULL;

      if ((difference->changed & (1u << part)) == 0)
        continue;
      before = part_words (difference->before, part, codes, language);
      after = part_words (difference->after, part, codes, language);
      g_string_append_printf (text, "%s %s: %s → %s", first ? " ·" : ";", part_label (part, language), before, after);
      first = FALSE;
    }
  return g_string_free (text, FALSE);
}

/** mappe_event_words_line: Returns: a line of a release: times, phase, unit, strength, contact, roster; the task is its
 * title */
char *
mappe_event_words_line (const MappePlanLine *line, MappeCodes *codes, const MappeLanguage *language)
{
  static const MappePlanPart rest[] = { MAPPE_PLAN_UNIT, MAPPE_PLAN_STRENGTH, MAPPE_PLAN_CONTACT, MAPPE_PLAN_ROSTER };
  const char *from = line->parts[MAPPE_PLAN_FROM];
  g_autofree char *times = from != NULL ? mappe_event_words_times (from, line->parts[MAPPE_PLAN_TO], language)
                                        : g_strdup ("–");
  g_autofree char *phase = part_words (line, MAPPE_PLAN_PHASE, codes, language);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s", times, phase);
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    if (line->parts[rest[i]] != NULL)
      g_string_append_printf (text, " · %s: %s", part_label (rest[i], language), line->parts[rest[i]]);
  return g_string_free (text, FALSE);
}

/* --- debrief --- */

/** mappe_event_words_debrief: Returns: until when the debrief is due, how many days are left, or when it was held */
char *
mappe_event_words_debrief (const MappeRow *event, const char *today, const MappeLanguage *language)
{
  int left;
  MappeDebriefState state = mappe_debrief_state (event, today, &left);
  g_autofree char *due_on = mappe_debrief_due_on (event);
  g_autofree char *due = mappe_language_date (language, due_on);
  g_autofree char *held = mappe_language_date (language, mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_ON));

  switch (state)
    {
    case MAPPE_DEBRIEF_IN_TIME:
      return g_strdup_printf (L_("Held on %s, in time (deadline %s)."), held, due);
    case MAPPE_DEBRIEF_LATE:
      return g_strdup_printf (L_("Held on %s, after the deadline (%s)."), held, due);
    case MAPPE_DEBRIEF_WAIVED:
      return g_strdup (L_("There is no debrief."));
    case MAPPE_DEBRIEF_OVERDUE:
      return g_strdup_printf (mappe_language_plural (language, "Overdue by %d day: it was due by %s.",
                                                     "Overdue by %d days: it was due by %s.", (gulong) -left),
                              -left, due);
    case MAPPE_DEBRIEF_OPEN:
    case MAPPE_DEBRIEF_AHEAD:
    default:
      return g_strdup_printf (mappe_language_plural (language, "Due by %s: %d day left.", "Due by %s: %d days left.",
                                                     (gulong) left), due, left);
    }
}

/** mappe_event_words_share: Returns: how many debriefs were held in time, with what else there is */
char *
mappe_event_words_share (const MappeDebriefShare *share, const MappeLanguage *language)
{
  guint of = mappe_debrief_share_of (share);
  GString *text = g_string_new (NULL);

  if (of == 0)
    return g_strdup (L_("No debrief has been due yet."));
  g_string_append_printf (text, L_("Debriefs in time: %u of %u (%.0f %%)"), share->in_time, of,
                          100.0 * share->in_time / of);
  if (share->late > 0)
    g_string_append_printf (text, L_(", %u late"), share->late);
  if (share->overdue > 0)
    g_string_append_printf (text, L_(", %u overdue"), share->overdue);
  return g_string_free (text, FALSE);
}
