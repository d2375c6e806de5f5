/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-person.h"
#include "mappe-build-use-report.h"
#include "mappe-code.h"
#include "mappe-council.h"
#include "mappe-document-kinds-private.h"
#include "mappe-funding-application.h"
#include "mappe-listing.h"
#include "mappe-organisation.h"
#include "mappe-outcome.h"
#include "mappe-person.h"

/* Documents about a person, and about the money of somebody. */

#define MOST_LINKS 500  /* of a kind that are named one by one */

/* --- people --- */

typedef struct {
  gint64       id;
  MappeListed *person;
  MappeRow    *council;
  MappeRow    *organisation;
  GBytes      *logo;
  MappeCodes  *codes;
  const MappeLanguage *language;
  MappeTemplate *text;       /* of a letter of appointment */
} Records;

static void
records_clear (Records *self)
{
  g_clear_pointer (&self->person, mappe_listed_free);
  g_clear_pointer (&self->council, mappe_row_unref);
  g_clear_pointer (&self->organisation, mappe_row_unref);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_clear_pointer (&self->text, mappe_template_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Records, records_clear)

/* Without a logo that cannot be read. */
static gboolean
read_office (Records *records, MappeSnapshot *snapshot, GError **error)
{
  gint64 office = mappe_row_get_int (records->person->row, MAPPE_PERSON_ORGANISATION);

  if (records->council != NULL && !mappe_row_is_null (records->council, MAPPE_COUNCIL_LOGO))
    records->logo = mappe_snapshot_blob (snapshot, mappe_row_get_text (records->council, MAPPE_COUNCIL_LOGO), NULL);
  if (office > 0)
    records->organisation = mappe_snapshot_load (snapshot, &mappe_organisation_kind, office, error);
  return office == 0 || records->organisation != NULL;
}

static gpointer
read_records (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  Records *records = data;
  g_autoptr (MappeQuery) councils = mappe_query_new (&mappe_council_kind);
  g_autoptr (MappeQuery) codes = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) council = mappe_snapshot_rows (snapshot, councils, error);
  g_autoptr (GPtrArray) labels = council != NULL ? mappe_snapshot_rows (snapshot, codes, error) : NULL;

  if (labels == NULL)
    return NULL;
  records->council = council->len > 0 ? mappe_row_ref (g_ptr_array_index (council, 0)) : NULL;
  records->codes = mappe_codes_new (labels);
  records->text = mappe_letter_text_load (snapshot, MAPPE_LETTER_APPOINTMENT, records->language, error);
  if (records->text == NULL)
    return NULL;
  records->person = mappe_listing_one (snapshot, &mappe_person_kind, records->id, error);
  return records->person != NULL && read_office (records, snapshot, error) ? records : NULL;
}

typedef MappeNode *(*BuildPerson) (const MappePersonData *data, const Records *records, const MappeLanguage *language);

static MappeNode *
build_person (const MappePersonData *data, const Records *records, const MappeLanguage *language)
{
  return mappe_build_person (data, language);
}

static MappeNode *
build_appointment (const MappePersonData *data, const Records *records, const MappeLanguage *language)
{
  return mappe_build_appointment (data, records->text, language);
}

static MappeNode *
make_for_person (MappeStore *store, gint64 id, const MappeDocumentOrder *order, BuildPerson build, GError **error)
{
  g_auto (Records) records = { .id = id, .language = order->language };
  g_autoptr (GPtrArray) links = NULL, history = NULL;
  g_autoptr (MappeErasePlan) plan = NULL;
  MappePersonData data;

  if (mappe_store_read (store, read_records, &records, error) == NULL)
    return NULL;
  links = mappe_store_links (store, &mappe_person_kind, id, MOST_LINKS, error);
  history = links != NULL ? mappe_store_history (store, &mappe_person_kind, id, error) : NULL;
  plan = history != NULL ? mappe_store_erase_plan (store, &mappe_person_kind, id, error) : NULL;
  if (plan == NULL)
    return NULL;
  data = (MappePersonData) { records.person, records.council, records.logo, records.organisation, links, history,
                             plan->mentions, records.codes, order->today };
  return build (&data, &records, order->language);
}

MappeNode *
mappe_document_person (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  return make_for_person (store, id, order, build_person, error);
}

MappeNode *
mappe_document_appointment (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  return make_for_person (store, id, order, build_appointment, error);
}

/* --- money --- */

typedef struct {
  gint64                    id;
  const MappeDocumentOrder *order;
} Wanted;

static gpointer
read_use_report (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  const MappeDocumentOrder *order = wanted->order;
  g_autoptr (MappeFundingFile) file = mappe_funding_file_load (snapshot, wanted->id, order->today, error);
  gint64 project = file != NULL ? mappe_row_get_int (file->application->row, MAPPE_FUNDING_APPLICATION_PROJECT) : 0;
  g_autoptr (GPtrArray) outcomes = project > 0 ? mappe_outcome_list (snapshot, project, error) : NULL;

  if (file == NULL || (project > 0 && outcomes == NULL))
    return NULL;
  return mappe_build_use_report (file, outcomes, order->today, order->language);
}

MappeNode *
mappe_document_use_report (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  Wanted wanted = { id, order };

  return mappe_store_read (store, read_use_report, &wanted, error);
}
