/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-site-audits.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-chart-rows.h"
#include "mappe-site-audit.h"

/* The first and the last audit of an area, one row a criterion. Not a radar: its area grows with the square of the
 * scores and depends on the order of the criteria, so that twice as good looks four times as good. */

/* "29 March 2022 (dusk, 58 people)" */
static char *
audit_name (const MappeSiteAudits *self, guint audit, const MappeLanguage *language)
{
  const MappeRow *row = g_ptr_array_index (self->audits, audit);
  g_autofree char *day = mappe_language_date (language, mappe_row_get_text (row, MAPPE_SITE_AUDIT_HELD_ON));

  /* Translators: a day, how light it was */
  return *self->light[audit] != '\0' ? g_strdup_printf (L_("%1$s (%2$s)"), day, self->light[audit])
                                     : g_steal_pointer (&day);
}

static MappeChartEstimate
estimate_of (int score)
{
  return (MappeChartEstimate) { score > 0 ? score : NAN, NAN, NAN };
}

static void
fill_rows (const MappeSiteAudits *self, guint last, MappeChartChangeRow *rows, guint *n_better, guint *n_both)
{
  *n_better = *n_both = 0;
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MappeCriterion *criterion = g_ptr_array_index (self->criteria, i);
      int before = mappe_site_audits_score (self, 0, criterion->code);
      int after = mappe_site_audits_score (self, last, criterion->code);
      gboolean both = before > 0 && after > 0;

      rows[i] = (MappeChartChangeRow) { .name = criterion->label, .before = estimate_of (before),
                                        .after = estimate_of (after), .difference = { NAN, NAN, NAN } };
      if (both)
        rows[i].difference.estimate = after - before;
      *n_both += both;
      *n_better += both && after > before;
    }
}

/* The finding: "Schlossgarten: mean score from 2.1 to 3.7, better in 10 of 10 criteria" */
static char *
title_of (const MappeSiteAudits *self, const char *area, guint last, guint n_better, guint n_both,
          const MappeLanguage *language)
{
  double before, after;
  g_autofree char *from = NULL, *to = NULL;

  mappe_site_audits_mean (self, 0, &before);
  mappe_site_audits_mean (self, last, &after);
  from = isnan (before) ? g_strdup ("–") : mappe_chart_number_text (before, 1, language);
  to = isnan (after) ? g_strdup ("–") : mappe_chart_number_text (after, 1, language);
  if (last == 0)
    /* Translators: name of an area, mean score */
    return g_strdup_printf (L_("%1$s: mean score %2$s of 5"), area, from);
  /* Translators: name of an area, mean scores before and after, number of criteria that got better, of all with both */
  return g_strdup_printf (L_("%1$s: mean score from %2$s to %3$s, better in %4$u of %5$u criteria"), area, from, to,
                          n_better, n_both);
}

static char *
light_note (const MappeSiteAudits *self, guint last, const MappeLanguage *language)
{
  const char *before = self->light[0], *after = self->light[last];

  if (last == 0 || *before == '\0' || *after == '\0')
    return NULL;
  if (g_str_equal (before, after))
    return g_strdup_printf (L_("Both audits: %s."), before);
  /* Translators: how light it was at the first and at the last audit */
  return g_strdup_printf (L_("The light differed: %1$s, then %2$s. Scores of light and view compare with care."),
                          before, after);
}

/**
 * mappe_site_audits_chart:
 * @area: name of the area
 * @language: (nullable): of its texts
 *
 * Returns: (transfer full) (nullable): scores of the first and of the last audit; %NULL without an audit
 */
MappeChart *
mappe_site_audits_chart (const MappeSiteAudits *self, const char *area, const MappeLanguage *language)
{
  guint last = self->audits->len > 0 ? self->audits->len - 1 : 0, n_better, n_both;
  g_autofree MappeChartChangeRow *rows = g_new0 (MappeChartChangeRow, self->criteria->len + 1);
  g_autofree char *title = NULL, *summary = NULL, *note = NULL, *before = NULL, *after = NULL;
  const char *impression = L_("A score is the impression of those who were there; other people may see it otherwise.");
  const char *notes[] = { impression, NULL, NULL };
  MappeChartChange change = { .quantity = { L_("Score from 1, bad, to 5, good"), NULL, 0, TRUE },
                              .difference = { L_("Change"), NULL, 0, FALSE }, .rows = rows,
                              .n_rows = self->criteria->len, .single = last == 0, .from = MAPPE_AUDIT_LOWEST,
                              .to = MAPPE_AUDIT_HIGHEST };
  MappeChartHead head = { .language = language, .source = L_("site audits of the council"), .notes = notes };

  if (self->audits->len == 0)
    return NULL;
  fill_rows (self, last, rows, &n_better, &n_both);
  change.before_name = before = audit_name (self, 0, language);
  change.after_name = after = audit_name (self, last, language);
  note = light_note (self, last, language);
  notes[1] = note;
  head.title = title = title_of (self, area, last, n_better, n_both, language);
  head.summary = summary = g_strdup_printf ("%s. %s %s", title, impression, note != NULL ? note : "");
  return mappe_chart_new_change (&head, &change);
}
