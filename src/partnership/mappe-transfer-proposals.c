/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-transfer-check.h"

#include <math.h>
#include <stdlib.h>

#include "mappe-area.h"
#include "mappe-site-audit.h"
#include "mappe-site-audits.h"
#include "mappe-transfer-condition.h"

/* What the data of both areas tell about a transfer. A proposal is a beginning: the council judges. */

#define CLOSE_SCORE 0.5   /* of the mean of an audit, on a scale from 1 to 5 */
#define DISTANT_SCORE 1.5
#define ALIKE_TIMES 2     /* residents: up to twice as many are as many */

static gboolean
is_there (const MappeTransferCheck *self, const char *topic)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (self->conditions, i))->row;
      g_autofree char *given = g_utf8_casefold (mappe_row_get_text (row, MAPPE_TRANSFER_CONDITION_TOPIC), -1);
      g_autofree char *proposed = g_utf8_casefold (topic, -1);

      if (g_str_equal (given, proposed))
        return TRUE;
    }
  return FALSE;
}

/* @source, @target: (transfer full) (nullable): without one of them there is nothing to compare */
static void
propose (MappeTransferCheck *self, const char *topic, char *source, char *target, MappeFit fit)
{
  MappeTransferProposal *proposal;

  if (source == NULL || target == NULL || is_there (self, topic))
    {
      g_free (source);
      g_free (target);
      return;
    }
  proposal = g_new (MappeTransferProposal, 1);
  *proposal = (MappeTransferProposal) { g_strdup (topic), source, target, fit };
  g_ptr_array_add (self->proposals, proposal);
}

static void
propose_kind (MappeSnapshot *snapshot, MappeTransferCheck *self, const MappeLanguage *language)
{
  const char *source = mappe_row_get_text (self->source->row, MAPPE_AREA_KIND);
  const char *target = mappe_row_get_text (self->target->row, MAPPE_AREA_KIND);

  propose (self, L_("Kind of place"), mappe_listing_code (snapshot, "area_kind", source, language),
           mappe_listing_code (snapshot, "area_kind", target, language),
           g_strcmp0 (source, target) == 0 ? MAPPE_FIT_FITS : MAPPE_FIT_ADAPT);
}

/* Deficits from 0 to 4: one step apart is another degree of the same problem, more is another problem. */
static void
propose_deficit (MappeSnapshot *snapshot, MappeTransferCheck *self, guint field, const char *topic,
                 const MappeLanguage *language)
{
  const char *source = mappe_row_get_text (self->source->row, field);
  const char *target = mappe_row_get_text (self->target->row, field);
  int apart = source != NULL && target != NULL ? ABS (atoi (source) - atoi (target)) : 0;

  propose (self, topic, mappe_listing_code (snapshot, "deficit_level", source, language),
           mappe_listing_code (snapshot, "deficit_level", target, language),
           apart == 0 ? MAPPE_FIT_FITS : apart == 1 ? MAPPE_FIT_ADAPT : MAPPE_FIT_NONE);
}

static void
propose_residents (MappeTransferCheck *self, const MappeLanguage *language)
{
  const MappeRow *source = self->source->row, *target = self->target->row;
  gint64 here = mappe_row_get_int (source, MAPPE_AREA_RESIDENTS);
  gint64 there = mappe_row_get_int (target, MAPPE_AREA_RESIDENTS);
  gboolean alike = MAX (here, there) <= ALIKE_TIMES * MIN (here, there);

  if (mappe_row_is_null (source, MAPPE_AREA_RESIDENTS) || mappe_row_is_null (target, MAPPE_AREA_RESIDENTS))
    return;
  propose (self, L_("Residents"), g_strdup_printf ("%" G_GINT64_FORMAT, here),
           g_strdup_printf ("%" G_GINT64_FORMAT, there), alike ? MAPPE_FIT_FITS : MAPPE_FIT_ADAPT);
}

static void
propose_owner (MappeTransferCheck *self, const MappeLanguage *language)
{
  const char *source = self->source->shown[MAPPE_AREA_OWNER_ORGANISATION];
  const char *target = self->target->shown[MAPPE_AREA_OWNER_ORGANISATION];

  propose (self, L_("Owner"), g_strdup (source), g_strdup (target),
           g_strcmp0 (source, target) == 0 ? MAPPE_FIT_FITS : MAPPE_FIT_ADAPT);
}

/* "2.1 of 5, weakest: lighting (1); 29 March 2022" */
static char *
audit_words (const MappeSiteAudits *audits, guint audit, double mean, const MappeLanguage *language)
{
  int score;
  const MappeCriterion *weakest = mappe_site_audits_weakest (audits, audit, &score);
  g_autofree char *day = mappe_language_date (
      language, mappe_row_get_text (g_ptr_array_index (audits->audits, audit), MAPPE_SITE_AUDIT_HELD_ON));
  g_autofree char *figure = mappe_chart_number_text (mean, 1, language);

  /* Translators: mean score; name of a criterion; its score; a day */
  return g_strdup_printf (L_("%1$s of 5, weakest: %2$s (%3$d); %4$s"), figure, weakest->label, score, day);
}

/* The source as it was before anything was done there, the target as it is. */
static void
propose_audit (MappeSnapshot *snapshot, MappeTransferCheck *self, const MappeLanguage *language)
{
  g_autoptr (MappeSiteAudits) source = mappe_site_audits_load (snapshot, self->source->row->id, language, NULL);
  g_autoptr (MappeSiteAudits) target = mappe_site_audits_load (snapshot, self->target->row->id, language, NULL);
  double before, now, apart;
  guint last;

  if (source == NULL || target == NULL || source->audits->len == 0 || target->audits->len == 0)
    return;
  last = target->audits->len - 1;
  if (mappe_site_audits_mean (source, 0, &before) == 0 || mappe_site_audits_mean (target, last, &now) == 0)
    return;
  apart = fabs (before - now);
  propose (self, L_("Site audit before the start"), audit_words (source, 0, before, language),
           audit_words (target, last, now, language),
           apart < CLOSE_SCORE ? MAPPE_FIT_FITS : apart < DISTANT_SCORE ? MAPPE_FIT_ADAPT : MAPPE_FIT_NONE);
}

/**
 * mappe_transfer_propose_from:
 * @self: what is compared; its proposals are filled
 *
 * Proposes the conditions that the data of both areas tell: kind, deficits, first and last audit, residents, owner.
 */
void
mappe_transfer_propose_from (MappeSnapshot *snapshot, MappeTransferCheck *self, const MappeLanguage *language)
{
  if (self->source == NULL || self->target == NULL)
    return;
  propose_kind (snapshot, self, language);
  propose_deficit (snapshot, self, MAPPE_AREA_OBJECTIVE_DEFICIT, L_("Deficit in recorded safety"), language);
  propose_deficit (snapshot, self, MAPPE_AREA_SUBJECTIVE_DEFICIT, L_("Deficit in perceived safety"), language);
  propose_audit (snapshot, self, language);
  propose_residents (self, language);
  propose_owner (self, language);
}
