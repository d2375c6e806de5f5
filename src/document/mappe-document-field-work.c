/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "mappe-best-practice-profile.h"
#include "mappe-build-annual.h"
#include "mappe-build-contributions.h"
#include "mappe-build-escalation.h"
#include "mappe-build-event.h"
#include "mappe-build-outcome.h"
#include "mappe-build-practice.h"
#include "mappe-build-project.h"
#include "mappe-build-review.h"
#include "mappe-build-standing.h"
#include "mappe-build-thanks.h"
#include "mappe-document-kinds-private.h"
#include "mappe-project.h"

/* Documents about what the partnership does, and about the whole council. */

typedef struct {
  gint64                    id;
  const MappeDocumentOrder *order;
} Wanted;

MappeNode *
mappe_document_event (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeEventFile) file = mappe_event_file_load (store, id, error);

  return file != NULL ? mappe_build_event (file, order->today, order->language) : NULL;
}

MappeNode *
mappe_document_plan (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeEventFile) file = mappe_event_file_load (store, id, error);

  return file != NULL ? mappe_build_event_plan (file, order->language) : NULL;
}

static int
year_of (const MappeDocumentOrder *order)
{
  return order->year > 0 ? order->year : atoi (order->today);
}

static gpointer
read_review (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeReview) review = mappe_review_load (snapshot, wanted->id, year_of (wanted->order),
                                                      wanted->order->today, wanted->order->language, error);

  return review != NULL ? mappe_build_review (review, wanted->order->language) : NULL;
}

static gpointer
read_practice (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappePractice) practice = mappe_practice_load (snapshot, wanted->id, wanted->order->language, error);
  MappeNode *document = practice != NULL ? mappe_build_practice (practice, wanted->order->language) : NULL;

  if (document != NULL && mappe_row_is_null (practice->profile, MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON))
    mappe_node_restrict (document, MAPPE_CLASS_MEMBERS);
  return document;
}

static gpointer
read_transfer (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeTransferCheck) check = mappe_transfer_check_load (snapshot, wanted->id, wanted->order->language,
                                                                    error);

  return check != NULL ? mappe_build_transfer (check, wanted->order->language) : NULL;
}

static gpointer
read_outcomes (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeRow) project = mappe_snapshot_load (snapshot, &mappe_project_kind, wanted->id, error);
  g_autoptr (GPtrArray) outcomes = project != NULL ? mappe_outcome_list (snapshot, wanted->id, error) : NULL;

  return outcomes != NULL ? mappe_build_outcome_report (mappe_row_get_text (project, MAPPE_PROJECT_TITLE), outcomes,
                                                        wanted->order->today, wanted->order->language) : NULL;
}

static gpointer
read_annual (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeDocumentOrder *order = ((const Wanted *) data)->order;

  return mappe_build_annual (snapshot, year_of (order), order->today, order->language, error);
}

static gpointer
read_contributions (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeContributions) all = mappe_contributions_load (snapshot, wanted->order->language, error);

  return all != NULL ? mappe_build_contributions (all, wanted->order->today, wanted->order->language) : NULL;
}

static gpointer
read_standing (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeDocumentOrder *order = ((const Wanted *) data)->order;
  g_autoptr (MappeStandingReport) report = mappe_standing_report_load (snapshot, order->today, error);

  return report != NULL ? mappe_build_standing (report, order->language) : NULL;
}

static gpointer
read_escalation (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeDocumentOrder *order = ((const Wanted *) data)->order;
  g_autoptr (MappeEscalation) escalation = mappe_escalation_load (snapshot, error);

  return escalation != NULL ? mappe_build_escalation (escalation, order->today, order->language) : NULL;
}

static gpointer
read_project (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeProjectFile) file = mappe_project_file_load (snapshot, wanted->id, wanted->order->language, error);

  return file != NULL ? mappe_build_project (file, wanted->order->language) : NULL;
}

static gpointer
read_thanks (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeDocumentOrder *order = ((const Wanted *) data)->order;
  g_autoptr (MappeVolunteers) volunteers = mappe_volunteers_load (snapshot, order->today, error);

  return volunteers != NULL ? mappe_build_thanks (volunteers, year_of (order), order->language) : NULL;
}

#define READ(name) \
  MappeNode * \
  mappe_document_##name (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error) \
  { \
    Wanted wanted = { id, order }; \
\
    return mappe_store_read (store, read_##name, &wanted, error); \
  }

READ (review)
READ (practice)
READ (transfer)
READ (contributions)
READ (outcomes)
READ (annual)
READ (standing)
READ (escalation)
READ (project)
READ (thanks)
