/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-date.h"

/* Takes over @part, which may be NULL or empty. */
static void
add_part (GString *text, const char *between, char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
  g_free (part);
}

static char *
day (const char *iso)
{
  return mappe_date_format (iso);
}

/* The sentence with the day in the place of its "%s"; NULL without a day. */
static char *
dated (const char *sentence, const char *iso)
{
  g_autofree char *text = iso != NULL ? day (iso) : NULL;
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  return text != NULL ? g_strjoinv (text, parts) : NULL;
}

/**
 * mappe_due_text_days:
 * @days_left: days from today, negative for past days
 *
 * Returns: (transfer full): "3 days late", "today", "tomorrow", "in 5 days"
 */
char *
mappe_due_text_days (int days_left)
{
  if (days_left < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -days_left), -days_left);
  if (days_left == 0)
    return g_strdup (_("today"));
  if (days_left == 1)
    return g_strdup (_("tomorrow"));
  return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days_left), days_left);
}

/* For what does not become late by passing: a meeting, the day a term ended. */
static char *
days_ago (int days_left)
{
  if (days_left >= 0)
    return mappe_due_text_days (days_left);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days_left), -days_left);
}

/**
 * mappe_due_text_title:
 *
 * Returns: (transfer full): what the matter is called: one line, whatever was typed
 */
char *
mappe_due_text_title (const MappeDueItem *item)
{
  const char *title = item->title != NULL ? item->title : item->reference;
  char *line = g_strdelimit (g_strdup (title != NULL ? title : ""), "\n\r\t", ' ');

  return g_strstrip (line);
}

static char *
when_missing (const MappeDueItem *item)
{
  if (item->count == 0)
    return g_strdup (_("no value yet"));
  return g_strdup_printf (ngettext ("%d period without a value", "%d periods without a value", (gulong) item->count),
                          (int) item->count);
}

static char *
with_date (char *words, const char *iso)
{
  GString *text = g_string_new (NULL);

  add_part (text, "", words);
  add_part (text, " · ", iso != NULL ? day (iso) : NULL);
  return g_string_free (text, FALSE);
}

/**
 * mappe_due_text_when:
 *
 * Returns: (transfer full) (nullable): how pressing the matter is, with its day
 */
char *
mappe_due_text_when (const MappeDueItem *item)
{
  switch (item->topic)
    {
    case MAPPE_DUE_NUMBERS:
      return when_missing (item);
    case MAPPE_DUE_MEETING:
    case MAPPE_DUE_UNCONFIRMED:
    case MAPPE_DUE_TERM:
    case MAPPE_DUE_MEMBERSHIP:
      return with_date (days_ago (item->days_left), item->date);
    case MAPPE_DUE_OBJECTION:
      return dated (_("raised on %s"), item->date);
    case MAPPE_DUE_UNDERTAKING:
    case MAPPE_DUE_VOLUNTEER:
      return g_strdup (_("undertaking not signed"));
    case MAPPE_DUE_CONTRIBUTIONS:
    case MAPPE_DUE_RECORDS:
      return dated (_("since %s"), item->date);
    case MAPPE_DUE_PATROLS:
      return dated (_("planned on %s"), item->date);
    case MAPPE_DUE_DEFERRED:
      return dated (_("deferred on %s"), item->since);
    case MAPPE_DUE_CLOSURE:
      return item->date != NULL ? dated (_("closed until %s"), item->date) : dated (_("closed since %s"), item->since);
    case MAPPE_DUE_CONSENT:
      return with_date (days_ago (item->days_left), item->date);
    case MAPPE_DUE_STANDING:
      return NULL;
    case MAPPE_DUE_APPROVAL:
      return dated (_("the body met again on %s"), item->date);
    case MAPPE_DUE_CALL:
    case MAPPE_DUE_PAPERS:
    case MAPPE_DUE_NOTICE:
    case MAPPE_DUE_WITH_CHAIR:
    case MAPPE_DUE_TASK:
    case MAPPE_DUE_DECISION:
    case MAPPE_DUE_OPEN:
    case MAPPE_DUE_MINUTES:
    case MAPPE_DUE_USE_REPORT:
    case MAPPE_DUE_REVIEW:
    case MAPPE_DUE_DEBRIEF:
    case MAPPE_DUE_GRANT_REPORT:
    case MAPPE_DUE_APPLICATION:
    case MAPPE_DUE_TRAINING:
    default:
      return item->date != NULL ? with_date (mappe_due_text_days (item->days_left), item->date)
                                : g_strdup (_("no date"));
    }
}

static char *
label_of (MappeDisplay *display, const char *list, const char *code)
{
  const char *label = code != NULL ? mappe_display_code (display, list, code) : NULL;

  return g_strdup (label != NULL ? label : code);
}

/* A number such as "KPR 2026/03" that stays on one line. */
static char *
whole (const char *number)
{
  g_auto (GStrv) parts = number != NULL ? g_strsplit (number, " ", -1) : NULL;

  return parts != NULL && strlen (number) < 20 ? g_strjoinv ("\u00a0", parts) : g_strdup (number);
}

/* Which meeting a matter belongs to: "Plenary 2026/2". */
static char *
meeting_of (const MappeDueItem *item)
{
  GString *text = g_string_new (NULL);

  add_part (text, " ", g_strdup (item->where));
  add_part (text, " ", g_strdup (item->mark));
  return g_string_free (text, FALSE);
}

/* What is to be done for a meeting by a day. */
static const char *
matter_of (const MappeDueItem *item)
{
  switch (item->topic)
    {
    case MAPPE_DUE_CALL:
      return _("Call for agenda items closes");
    case MAPPE_DUE_PAPERS:
      return _("Papers must be in");
    case MAPPE_DUE_NOTICE:
      return _("Public notice");
    case MAPPE_DUE_WITH_CHAIR:
      return _("Minutes with the chair");
    case MAPPE_DUE_APPROVAL:
      return _("minutes not approved");
    case MAPPE_DUE_DEFERRED:
      return _("on no later agenda");
    default:
      return NULL;
    }
}

static void
add_meeting_parts (GString *text, const MappeDueItem *item)
{
  add_part (text, " · ", g_strdup (matter_of (item)));
  add_part (text, " · ", meeting_of (item));
  if (item->topic == MAPPE_DUE_WITH_CHAIR)
    {
      add_part (text, " · ", g_strdup (item->who));
      add_part (text, " · ", dated (_("since %s"), item->since));
    }
  if (item->topic == MAPPE_DUE_UNCONFIRMED)
    add_part (text, " · ", g_strdup (_("Was it held?")));
  if (item->topic == MAPPE_DUE_MINUTES)
    {
      add_part (text, " · ", dated (_("held on %s"), item->since));
      add_part (text, " · ", g_strdup (_("minutes not sent")));
    }
  if (item->topic == MAPPE_DUE_OBJECTION)
    {
      add_part (text, " · ", g_strdup (item->who));
      add_part (text, " · ", dated (_("to be decided on %s"), item->deadline));
    }
}

static void
add_term_parts (GString *text, const MappeDueItem *item)
{
  const char *ended = item->days_left < 0 ? _("Term of office ended") : _("Term of office ends");

  add_part (text, " · ", g_strdup (item->topic == MAPPE_DUE_TERM ? ended : _("Membership ends")));
  add_part (text, " · ", g_strdup (item->topic == MAPPE_DUE_TERM ? item->who : item->where));
}

static void
add_event_parts (GString *text, const MappeDueItem *item, MappeDisplay *display)
{
  if (item->topic == MAPPE_DUE_CLOSURE)
    {
      add_part (text, " · ", label_of (display, "closure_cause", item->mark));
      add_part (text, " · ", g_strdup (item->where));
      add_part (text, " · ", g_strdup (item->who));
      return;
    }
  add_part (text, " · ", g_strdup (item->topic == MAPPE_DUE_DEBRIEF ? _("Debrief") : _("Consent is missing")));
  add_part (text, " · ", g_strdup (item->who));
  add_part (text, " · ", g_strdup (item->where));
}

/* Volunteers, money, and what waits by the number. */
static void
add_field_work_parts (GString *text, const MappeDueItem *item)
{
  gulong n = (gulong) item->count;

  if (item->topic == MAPPE_DUE_CONTRIBUTIONS)
    add_part (text, " · ",
              g_strdup_printf (ngettext ("%lu contribution waits for its answer for more than %d days",
                                         "%lu contributions wait for their answer for more than %d days", n),
                               n, MAPPE_DUE_ANSWER_DAYS));
  else if (item->topic == MAPPE_DUE_PATROLS)
    add_part (text, " · ", g_strdup_printf (ngettext ("%lu patrol is over without a report",
                                                      "%lu patrols are over without a report", n), n));
  else if (item->topic == MAPPE_DUE_RECORDS)
    add_part (text, " · ", g_strdup_printf (ngettext ("%lu record is past its retention period",
                                                      "%lu records are past their retention period", n), n));
  else if (item->topic == MAPPE_DUE_GRANT_REPORT)
    add_part (text, " · ", g_strdup (_("Use report")));
  else if (item->topic == MAPPE_DUE_APPLICATION)
    add_part (text, " · ", g_strdup (_("Deadline for applications")));
  else
    add_part (text, " · ", g_strdup (item->topic == MAPPE_DUE_TRAINING ? _("Training") : _("Volunteer")));
  if (item->topic != MAPPE_DUE_PATROLS)
    add_part (text, " · ", g_strdup (item->where));
}

static void
add_undertaking_parts (GString *text, const MappeDueItem *item)
{
  add_part (text, " · ", g_strdup (item->who));
  add_part (text, " · ", dated (_("appointed on %s"), item->date));
}

static void
add_report_parts (GString *text, const MappeDueItem *item, MappeDisplay *display)
{
  add_part (text, " · ", g_strdup (_("Use report")));
  add_part (text, " · ", label_of (display, "finance_source", item->mark));
  add_part (text, " · ", g_strdup (item->who));
}

static void
add_task_parts (GString *text, const MappeDueItem *item)
{
  if (item->topic == MAPPE_DUE_DECISION)
    add_part (text, " · ", g_strdup (_("Decision")));
  if (item->topic != MAPPE_DUE_OPEN || g_strcmp0 (item->who, item->where) != 0)
    add_part (text, " · ", g_strdup (item->who));
  add_part (text, " · ", whole (item->mark));
}

/**
 * mappe_due_text_about:
 *
 * Returns: (transfer full): who is in charge and what the matter belongs to; empty when nothing is known
 */
char *
mappe_due_text_about (const MappeDueItem *item, MappeDisplay *display)
{
  GString *text = g_string_new (NULL);

  switch (item->topic)
    {
    case MAPPE_DUE_MEETING:
    case MAPPE_DUE_CALL:
    case MAPPE_DUE_PAPERS:
    case MAPPE_DUE_NOTICE:
    case MAPPE_DUE_UNCONFIRMED:
    case MAPPE_DUE_MINUTES:
    case MAPPE_DUE_WITH_CHAIR:
    case MAPPE_DUE_APPROVAL:
    case MAPPE_DUE_DEFERRED:
    case MAPPE_DUE_OBJECTION:
      add_meeting_parts (text, item);
      break;
    case MAPPE_DUE_USE_REPORT:
      add_report_parts (text, item, display);
      break;
    case MAPPE_DUE_REVIEW:
      add_part (text, " · ", g_strdup (_("Review of the agreement")));
      break;
    case MAPPE_DUE_DEBRIEF:
    case MAPPE_DUE_CONSENT:
    case MAPPE_DUE_CLOSURE:
      add_event_parts (text, item, display);
      break;
    case MAPPE_DUE_NUMBERS:
      add_part (text, " · ", g_strdup (item->where));
      add_part (text, " · ", label_of (display, "frequency", item->mark));
      add_part (text, " · ", dated (_("newest value of %s"), item->date));
      break;
    case MAPPE_DUE_TERM:
    case MAPPE_DUE_MEMBERSHIP:
      add_term_parts (text, item);
      break;
    case MAPPE_DUE_GRANT_REPORT:
    case MAPPE_DUE_APPLICATION:
    case MAPPE_DUE_TRAINING:
    case MAPPE_DUE_VOLUNTEER:
    case MAPPE_DUE_CONTRIBUTIONS:
    case MAPPE_DUE_PATROLS:
    case MAPPE_DUE_RECORDS:
      add_field_work_parts (text, item);
      break;
    case MAPPE_DUE_UNDERTAKING:
      add_undertaking_parts (text, item);
      break;
    case MAPPE_DUE_OPEN:
    case MAPPE_DUE_DECISION:
    case MAPPE_DUE_TASK:
    case MAPPE_DUE_STANDING:
    default:
      add_task_parts (text, item);
    }
  return g_string_free (text, FALSE);
}

/**
 * mappe_due_text_state:
 *
 * Returns: the light of the matter
 */
MappeState
mappe_due_text_state (const MappeDueItem *item)
{
  static const MappeState states[] = {
    [MAPPE_DUE_AHEAD] = MAPPE_STATE_ON_TRACK,
    [MAPPE_DUE_SOON] = MAPPE_STATE_DUE_SOON,
    [MAPPE_DUE_OVERDUE] = MAPPE_STATE_OVERDUE,
    [MAPPE_DUE_UNDATED] = MAPPE_STATE_WAITING,
  };

  return states[item->light];
}

/**
 * mappe_due_text_spoken:
 *
 * Returns: (transfer full): everything the row shows, in words, for a screen reader
 */
char *
mappe_due_text_spoken (const MappeDueItem *item, MappeDisplay *display)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = mappe_due_text_lines (item);

  if (item->topic == MAPPE_DUE_OPEN)
    add_part (text, ", ", g_strdup (item->where));
  add_part (text, ", ", mappe_due_text_title (item));
  add_part (text, ", ", g_strdup (mappe_state_word (mappe_due_text_state (item))));
  add_part (text, ", ", mappe_due_text_when (item));
  add_part (text, ", ", mappe_due_text_about (item, display));
  for (guint i = 0; i < lines->len; i++)
    add_part (text, ". ", g_strdup (((MappeDueLine *) g_ptr_array_index (lines, i))->text));
  g_string_replace (text, " · ", ", ", 0);
  return g_string_free (text, FALSE);
}

/* --- the findings about a meeting --- */

static void
due_line_free (gpointer data)
{
  MappeDueLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* Takes over @text. */
static void
add_line (GPtrArray *lines, MappeState state, char *text)
{
  MappeDueLine *line = g_new (MappeDueLine, 1);

  line->state = state;
  line->text = text;
  g_ptr_array_add (lines, line);
}

static char *
deadline_text (const MappeDueItem *item)
{
  g_autofree char *deadline = day (item->deadline);
  g_autofree char *held = day (item->date);

  /* Translators: the arithmetic of the notice period, e.g. "Must be received by 12.11.2026: 14 full days before
   * 27.11.2026". */
  return g_strdup_printf (ngettext ("Must be received by %s: %d full day before %s",
                                    "Must be received by %s: %d full days before %s", (gulong) item->of),
                          deadline, (int) item->of, held);
}

static void
add_invitation (GPtrArray *lines, const MappeDueItem *item)
{
  gboolean missing = (item->lacks & MAPPE_DUE_LACKS_INVITATION) != 0;
  g_autofree char *arithmetic = item->deadline != NULL ? deadline_text (item) : NULL;
  g_autofree char *said = NULL;

  if (missing)
    said = g_strdup (_("Invitation not sent."));
  else
    said = item->since != NULL ? dated (_("Invitation sent on %s."), item->since) : g_strdup (_("Invitation sent."));
  add_line (lines,
            missing ? (item->deadline_left < 0 ? MAPPE_STATE_OVERDUE : MAPPE_STATE_DUE_SOON)
            : (item->lacks & MAPPE_DUE_LACKS_LATE) ? MAPPE_STATE_OVERDUE
                                                   : MAPPE_STATE_DONE,
            arithmetic != NULL ? g_strdup_printf ("%s %s", said, arithmetic) : g_steal_pointer (&said));
}

/**
 * mappe_due_text_lines:
 *
 * Returns: (transfer full) (element-type MappeDueLine): what is ready and what is missing for a meeting to come, with
 *   the arithmetic of its notice period; empty for other matters
 */
GPtrArray *
mappe_due_text_lines (const MappeDueItem *item)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (due_line_free);

  if (item->topic != MAPPE_DUE_MEETING)
    return lines;
  add_invitation (lines, item);
  if (item->lacks & MAPPE_DUE_LACKS_AGENDA)
    add_line (lines, MAPPE_STATE_DUE_SOON, g_strdup (_("The agenda is empty")));
  else
    add_line (lines, MAPPE_STATE_DONE,
              g_strdup_printf (ngettext ("Agenda with %d item", "Agenda with %d items", (gulong) item->count),
                               (int) item->count));
  if (item->papers > 0)
    add_line (lines, MAPPE_STATE_DONE,
              g_strdup_printf (ngettext ("%d paper", "%d papers", (gulong) item->papers), (int) item->papers));
  else
    add_line (lines, MAPPE_STATE_WAITING, g_strdup (_("No papers yet")));
  if (item->lacks & MAPPE_DUE_LACKS_NOTICE)
    add_line (lines, MAPPE_STATE_DUE_SOON, g_strdup (_("The public notice is missing")));
  if (item->lacks & MAPPE_DUE_LACKS_PLACE)
    add_line (lines, MAPPE_STATE_DUE_SOON, g_strdup (_("Time or place is missing")));
  if (item->lacks & MAPPE_DUE_LACKS_APPROVAL)
    add_line (lines, MAPPE_STATE_WAITING, g_strdup (_("The minutes of the last meeting are not approved")));
  return lines;
}

/* --- sentences --- */

static gboolean
is_dated_matter (const MappeDueItem *item)
{
  return item->topic == MAPPE_DUE_TASK || item->topic == MAPPE_DUE_DECISION || item->topic == MAPPE_DUE_USE_REPORT
         || item->topic == MAPPE_DUE_REVIEW || item->topic == MAPPE_DUE_CALL || item->topic == MAPPE_DUE_PAPERS
         || item->topic == MAPPE_DUE_NOTICE || item->topic == MAPPE_DUE_DEBRIEF
         || item->topic == MAPPE_DUE_GRANT_REPORT || item->topic == MAPPE_DUE_APPLICATION
         || item->topic == MAPPE_DUE_TRAINING;
}

/* What is no less urgent, but has no day of its own on the first cards. */
static void
add_rest (GString *text, gulong minutes, gulong numbers)
{
  if (minutes > 0)
    add_part (text, ", ",
              g_strdup_printf (ngettext ("minutes of %lu meeting not sent", "minutes of %lu meetings not sent",
                                         minutes), minutes));
  if (numbers > 0)
    add_part (text, ", ", g_strdup_printf (ngettext ("%'lu number missing", "%'lu numbers missing", numbers), numbers));
}

/**
 * mappe_due_text_headline:
 * @due: (element-type MappeDueItem): as of mappe_store_due()
 *
 * Returns: (transfer full): what matters now, e.g. "2 overdue, 5 due within 14 days, next meeting in 12 days"
 */
char *
mappe_due_text_headline (GPtrArray *due)
{
  GString *text = g_string_new (NULL);
  const MappeDueItem *meeting = NULL;
  gulong overdue = 0, soon = 0, minutes = 0, numbers = 0;

  for (guint i = 0; i < due->len; i++)
    {
      const MappeDueItem *item = g_ptr_array_index (due, i);

      if (item->topic == MAPPE_DUE_MEETING && meeting == NULL)
        meeting = item;
      overdue += is_dated_matter (item) && item->light == MAPPE_DUE_OVERDUE;
      soon += is_dated_matter (item) && item->light == MAPPE_DUE_SOON;
      minutes += item->topic == MAPPE_DUE_MINUTES;
      numbers += item->topic == MAPPE_DUE_NUMBERS;
    }
  if (overdue > 0)
    add_part (text, ", ", g_strdup_printf (ngettext ("%lu overdue", "%lu overdue", overdue), overdue));
  else
    add_part (text, ", ", g_strdup (_("Nothing overdue")));
  if (soon > 0)
    add_part (text, ", ",
              g_strdup_printf (ngettext ("%lu due within 14 days", "%lu due within 14 days", soon), soon));
  add_rest (text, minutes, numbers);
  if (meeting != NULL)
    {
      g_autofree char *days = mappe_due_text_days (meeting->days_left);

      /* Translators: %s is "today", "tomorrow" or "in 12 days". */
      add_part (text, ", ", g_strdup_printf (_("next meeting %s"), days));
    }
  return g_string_free (text, FALSE);
}

/**
 * mappe_due_text_standing:
 * @item: entry of MAPPE_DUE_STANDING
 *
 * Returns: (transfer full): one line on how the council stands
 */
char *
mappe_due_text_standing (const MappeDueItem *item)
{
  GString *text = g_string_new (NULL);

  add_part (text, " · ", mappe_due_text_title (item));
  add_part (text, ": ",
            g_strdup_printf (ngettext ("%d member", "%d members", (gulong) item->count), (int) item->count));
  add_part (text, ", ",
            g_strdup_printf (ngettext ("%d entitled to vote", "%d entitled to vote", (gulong) item->of),
                             (int) item->of));
  add_part (text, " · ", item->deadline != NULL ? dated (_("last meeting %s"), item->deadline)
                                                : g_strdup (_("no meeting held yet")));
  add_part (text, " · ", item->date != NULL ? dated (_("next meeting %s"), item->date)
                                            : g_strdup (_("no meeting planned")));
  return g_string_free (text, FALSE);
}

/**
 * mappe_due_text_reminder:
 * @item: a task or decision
 *
 * Returns: (transfer full): text of a mail that asks how the matter stands
 */
char *
mappe_due_text_reminder (const MappeDueItem *item)
{
  g_autofree char *title = mappe_due_text_title (item);
  g_autofree char *due = item->date != NULL ? day (item->date) : g_strdup (_("no date"));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("Reminder: %s"), title);
  g_string_append (text, "\n\n");
  if (item->who != NULL)
    g_string_append_printf (text, _("In charge: %s"), item->who);
  if (item->who != NULL)
    g_string_append_c (text, '\n');
  if (item->days_left < 0)
    g_string_append_printf (text, ngettext ("Was due on %s (%d day ago)", "Was due on %s (%d days ago)",
                                            (gulong) -item->days_left), due, -item->days_left);
  else
    g_string_append_printf (text, _("Due on %s"), due);
  g_string_append_c (text, '\n');
  if (item->mark != NULL)
    g_string_append_printf (text, _("From: %s"), item->mark);
  if (item->mark != NULL)
    g_string_append_c (text, '\n');
  g_string_append_c (text, '\n');
  g_string_append (text, _("Please let us know how it stands. If more time is needed, please name a new date and "
                           "the reason."));
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static void
add_office_line (GString *text, const MappeDueItem *item)
{
  g_autofree char *title = mappe_due_text_title (item);
  g_autofree char *when = mappe_due_text_when (item);

  g_string_append_printf (text, "– %s (%s", title, when);
  if (item->who != NULL && g_strcmp0 (item->who, item->where) != 0)
    g_string_append_printf (text, ", %s", item->who);
  g_string_append (text, ")\n");
}

/**
 * mappe_due_text_by_office:
 * @items: (element-type MappeDueItem): entries of MAPPE_DUE_OPEN, in their order
 *
 * Returns: (transfer full): what each office still has to do, to be sent to the offices
 */
char *
mappe_due_text_by_office (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MappeDueItem *item = g_ptr_array_index (items, i);
      const MappeDueItem *before = i > 0 ? g_ptr_array_index (items, i - 1) : NULL;

      if (before == NULL || g_strcmp0 (before->where, item->where) != 0)
        g_string_append_printf (text, "%s%s\n", i > 0 ? "\n" : "",
                                item->where != NULL ? item->where : _("No office named"));
      add_office_line (text, item);
    }
  return g_string_free (text, FALSE);
}
