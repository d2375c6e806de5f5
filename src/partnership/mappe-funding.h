/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-listing.h"

G_BEGIN_DECLS

/**
 * MappeFundingSum: the money of an application; amounts in cents
 * @volunteer: hours of volunteers at the rate of the programme; 0 where it names none
 * @own: own money and @volunteer
 * @most: what may be asked for at most by cap and share; -1: the programme sets no limit
 * @least_own: own share that the programme wants; 0: none
 * @missing: what is not financed yet; below 0: more than it costs
 * @paid: payments
 * @open: granted and not paid yet
 */
typedef struct {
  gint64 total, asked, other, volunteer, own;
  gint64 most, least_own, missing;
  gint64 granted, paid, open;
} MappeFundingSum;

/**
 * MappeFundingFile: an application with the rules of its programme
 * @papers, @payments: (element-type MappeListed)
 * @deadline: (nullable): the next one, "YYYY-MM-DD"
 * @project: (nullable): what the money is for
 * @item: (nullable): agenda item that the statement of the council is put on
 * @decisions: (element-type MappeListed): of that item
 * @meetings: (element-type MappeListed): to come, soonest first
 */
typedef struct {
  MappeListed    *application;
  MappeRow       *programme;
  GPtrArray      *papers, *payments;
  MappeFundingSum sum;
  char           *deadline;
  MappeRow       *project;
  MappeListed    *item;
  GPtrArray      *decisions, *meetings;
} MappeFundingFile;

MappeFundingFile *mappe_funding_file_load     (MappeSnapshot *snapshot, gint64 id, const char *today, GError **error);
void              mappe_funding_file_free     (MappeFundingFile *self);
MappeFundingSum   mappe_funding_sum           (const MappeRow *application, const MappeRow *programme,
                                               const GPtrArray *payments);
char             *mappe_funding_deadline      (const MappeRow *programme, const char *today);
GPtrArray        *mappe_funding_wanted_papers (const MappeFundingFile *self);
MappeEdit        *mappe_funding_take_papers   (const MappeFundingFile *self, const char *label);
char             *mappe_funding_draft_statement (const MappeFundingFile *self, const MappeLanguage *language);
void              mappe_funding_put_on_agenda (const MappeFundingFile *self, MappeEdit *edit, gint64 item,
                                               const char *statement);
MappeEdit        *mappe_funding_take_decision (const MappeFundingFile *self, const char *label);
MappeEdit        *mappe_funding_supply        (const MappeRow *paper, const char *day, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeFundingFile, mappe_funding_file_free)

G_END_DECLS
