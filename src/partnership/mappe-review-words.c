/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-review-evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-agreement-clause.h"
#include "mappe-chart-text.h"

/* What the data says of a duty, in sentences with their numbers. They are frozen when the review is signed off, so they
 * are whole without the page around them. */

static void add (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GString *text, const char *format, ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

/* --- patrols --- */

static void
add_weeks (GString *text, const MappeEvidencePatrols *found, guint duty, const MappeLanguage *language)
{
  g_autofree char *rate = NULL;

  if (found->weeks == 0)
    return;
  rate = mappe_chart_number_text ((double) found->held / found->weeks, 1, language);
  if (duty > 0)
    add (text, L_("That is %s a week; the duty of %u a week was met in %u of %u weeks."), rate, duty, found->weeks_met,
         found->weeks);
  else
    add (text, L_("That is %s a week in %u weeks."), rate, found->weeks);
}

static gboolean
add_patrols (GString *text, MappeSnapshot *snapshot, const MappeRow *clause, const MappeEvidenceYear *year,
             GError **error)
{
  const MappeLanguage *language = year->language;
  MappeEvidencePatrols found;
  g_autofree char *begins = NULL, *day = NULL;
  guint reported;

  if (!mappe_evidence_patrols (snapshot, clause, year, &found, error))
    return FALSE;
  begins = found.begins;
  if (found.planned == 0)
    {
      add (text, L_("No patrol is recorded for this time."));
      return TRUE;
    }
  day = mappe_language_date (language, begins);
  reported = found.held + found.cancelled;
  add (text, L_("%u of %u planned patrols were held since %s."), found.held, found.planned, day);
  if (reported > 0)
    add (text, L_("%u were cancelled, %.0f %% of those reported on."), found.cancelled,
         100.0 * found.cancelled / reported);
  if (found.unreported > 0)
    add (text, mappe_language_plural (language, "%u is not reported on.", "%u are not reported on.", found.unreported),
         found.unreported);
  add_weeks (text, &found, (guint) mappe_row_get_int (clause, MAPPE_AGREEMENT_CLAUSE_PER_WEEK), language);
  return TRUE;
}

/* --- the others --- */

static gboolean
add_large_events (GString *text, MappeSnapshot *snapshot, const MappeEvidenceYear *year, GError **error)
{
  const MappeLanguage *language = year->language;
  MappeEvidenceShare found;

  if (!mappe_evidence_large_events (snapshot, year, &found, error))
    return FALSE;
  add (text, L_("%u of %u events of risk class B and C had a plan released before they began."), found.n, found.of);
  if (found.late + found.missing > 0)
    add (text, L_("Released later: %u; not released: %u."), found.late, found.missing);
  return TRUE;
}

static gboolean
add_debriefs (GString *text, MappeSnapshot *snapshot, const MappeEvidenceYear *year, GError **error)
{
  const MappeLanguage *language = year->language;
  MappeEvidenceShare found;

  if (!mappe_evidence_debriefs (snapshot, year, &found, error))
    return FALSE;
  add (text, L_("%u of %u debriefs were held within %d days of the end."), found.n, found.of, MAPPE_DEBRIEF_DAYS);
  if (found.late + found.missing > 0)
    add (text, L_("Held later: %u; overdue: %u."), found.late, found.missing);
  return TRUE;
}

static gboolean
add_participation (GString *text, MappeSnapshot *snapshot, const MappeEvidenceYear *year, GError **error)
{
  const MappeLanguage *language = year->language;
  MappeEvidenceSum found;
  g_autofree char *people = NULL;

  if (!mappe_evidence_participation (snapshot, year, &found, error))
    return FALSE;
  people = mappe_chart_number_text ((double) found.sum, 0, language);
  add (text, mappe_language_plural (language, "%u participation event with %s participants.",
                                      "%u participation events with %s participants.", found.n), found.n, people);
  return TRUE;
}

static gboolean
add_volunteers (GString *text, MappeSnapshot *snapshot, const MappeEvidenceYear *year, GError **error)
{
  const MappeLanguage *language = year->language;
  MappeEvidenceSum found;
  g_autofree char *hours = NULL, *active = NULL;

  if (!mappe_evidence_volunteers (snapshot, year, &found, error))
    return FALSE;
  hours = mappe_chart_number_text (found.hours, floor (found.hours) < found.hours ? 1 : 0, language);
  active = mappe_chart_number_text ((double) found.active, 0, language);
  add (text, mappe_language_plural (language, "%u programme: %s hours, %s active volunteers.",
                                      "%u programmes: %s hours, %s active volunteers.", found.n),
       found.n, hours, active);
  return TRUE;
}

static gboolean
add_closures (GString *text, MappeSnapshot *snapshot, const MappeEvidenceYear *year, GError **error)
{
  const MappeLanguage *language = year->language;
  MappeEvidenceSum found;
  g_autofree char *median = NULL;

  if (!mappe_evidence_closures (snapshot, year, &found, error))
    return FALSE;
  add (text, mappe_language_plural (language, "%u road closure.", "%u road closures.", found.n), found.n);
  if (isnan (found.median))
    return TRUE;
  median = mappe_chart_number_text (found.median, floor (found.median) < found.median ? 1 : 0, language);
  add (text, L_("Median lead time: %s minutes."), median);
  return TRUE;
}

/* --- the council --- */

static gboolean
add_meetings (GString *text, MappeSnapshot *snapshot, const MappeRow *clause, const MappeEvidenceYear *year,
              GError **error)
{
  const MappeLanguage *language = year->language;
  MappeEvidenceMeetings found;
  g_autofree char *body = NULL;

  if (!mappe_evidence_meetings (snapshot, clause, year, &found, error))
    return FALSE;
  body = found.body;
  if (body == NULL)
    return TRUE;
  add (text, mappe_language_plural (language, "%s met %u time.", "%s met %u times.", found.held), body, found.held);
  if (found.agreed > 0 && found.held >= found.agreed)
    add (text, L_("The agreed rhythm of %u a year is kept."), found.agreed);
  else if (found.agreed > 0)
    add (text, mappe_language_plural (language, "The agreed rhythm is %u a year; %u meeting is missing.",
                                      "The agreed rhythm is %u a year; %u meetings are missing.",
                                      found.agreed - found.held),
         found.agreed, found.agreed - found.held);
  if (found.cancelled + found.unreported > 0)
    add (text, L_("Cancelled: %u; not reported on: %u."), found.cancelled, found.unreported);
  return TRUE;
}

static gboolean
add_coordination (GString *text, MappeSnapshot *snapshot, const MappeRow *clause, const MappeEvidenceYear *year,
                  GError **error)
{
  return add_meetings (text, snapshot, clause, year, error) && add_debriefs (text, snapshot, year, error);
}

static gboolean
add_concepts (GString *text, MappeSnapshot *snapshot, const MappeEvidenceYear *year, GError **error)
{
  const MappeLanguage *language = year->language;
  MappeEvidenceConcepts found;

  if (!mappe_evidence_concepts (snapshot, year, &found, error))
    return FALSE;
  add (text, mappe_language_plural (language, "%u of %u project that was decided on was agreed.",
                                      "%u of %u projects that were decided on were agreed.", found.decided),
       found.agreed, found.decided);
  if (found.begun > 0)
    add (text, mappe_language_plural (language, "%u of %u project that began had a decision before.",
                                      "%u of %u projects that began had a decision before.", found.begun),
         found.begun_agreed, found.begun);
  return TRUE;
}

static gboolean
add_audits (GString *text, MappeSnapshot *snapshot, const MappeEvidenceYear *year, GError **error)
{
  const MappeLanguage *language = year->language;
  MappeEvidenceAudits found;

  if (!mappe_evidence_audits (snapshot, year, &found, error))
    return FALSE;
  add (text, mappe_language_plural (language, "%u site audit was held.", "%u site audits were held.", found.audits),
         found.audits);
  if (found.areas > 0)
    add (text, mappe_language_plural (language, "%u of %u audited area was measured again.",
                                      "%u of %u audited areas were measured again.", found.areas),
         found.again, found.areas);
  return TRUE;
}

/**
 * mappe_evidence_words:
 * @year: that is reviewed
 *
 * Returns: (transfer full) (nullable): what the data holds for the topic of the clause; empty where it holds nothing
 */
char *
mappe_evidence_words (MappeSnapshot *snapshot, const MappeRow *clause, const MappeEvidenceYear *year, GError **error)
{
  const char *topic = mappe_row_get_text (clause, MAPPE_AGREEMENT_CLAUSE_TOPIC);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean done = TRUE;

  if (g_strcmp0 (topic, "joint_patrol") == 0)
    done = add_patrols (text, snapshot, clause, year, error);
  else if (g_strcmp0 (topic, "large_event") == 0)
    done = add_large_events (text, snapshot, year, error);
  else if (g_strcmp0 (topic, "debrief") == 0)
    done = add_debriefs (text, snapshot, year, error);
  else if (g_strcmp0 (topic, "participation") == 0)
    done = add_participation (text, snapshot, year, error);
  else if (g_strcmp0 (topic, "volunteering") == 0)
    done = add_volunteers (text, snapshot, year, error);
  else if (g_strcmp0 (topic, "road_closure") == 0)
    done = add_closures (text, snapshot, year, error);
  else if (g_strcmp0 (topic, "coordination") == 0)
    done = add_coordination (text, snapshot, clause, year, error);
  else if (g_strcmp0 (topic, "prevention_concept") == 0)
    done = add_concepts (text, snapshot, year, error);
  else if (g_strcmp0 (topic, "urban_space") == 0)
    done = add_audits (text, snapshot, year, error);
  return done ? g_strdup (text->str) : NULL;
}
