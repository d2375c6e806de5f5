/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-document-kinds.h"

#include <glib/gi18n-lib.h>

#include "mappe-agreement.h"
#include "mappe-best-practice-profile.h"
#include "mappe-build-agenda.h"
#include "mappe-build-annual.h"
#include "mappe-build-contributions.h"
#include "mappe-build-event.h"
#include "mappe-build-extract.h"
#include "mappe-build-letter.h"
#include "mappe-build-minutes.h"
#include "mappe-build-outcome.h"
#include "mappe-build-practice.h"
#include "mappe-build-review.h"
#include "mappe-council.h"
#include "mappe-decision.h"
#include "mappe-event.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-project.h"
#include "mappe-templates.h"
#include "mappe-transfer.h"
#include "mappe-writers.h"

/* --- meetings --- */

static MappeNode *
build_agenda (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = mappe_sitting_load (store, id, error);
  const MappeAgendaView view = { .reader = MIN (order->reader, MAPPE_CLASS_MEMBERS), .times = TRUE };

  return sitting != NULL ? mappe_build_agenda (sitting, &view, order->language) : NULL;
}

/* To everybody: it names public matters only. */
static MappeNode *
build_invitation (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = mappe_sitting_load (store, id, error);
  MappeLetterFacts facts = { .sent_on = order->today };
  g_autoptr (MappeTemplate) text = NULL;

  if (sitting == NULL)
    return NULL;
  text = mappe_template_find (sitting, mappe_letter_now (sitting, &facts.edition), order->language);
  return mappe_build_letter (sitting, text, &facts, order->language);
}

static MappeNode *
build_attendance (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = mappe_sitting_load (store, id, error);

  return sitting != NULL ? mappe_build_signing_list (sitting, order->language) : NULL;
}

/* Numbers of the votes, for files with places for them. */
static void
attach_votes (MappeNode *node, GHashTable *decisions)
{
  const MappeRow *decision = node->source != NULL ? g_hash_table_lookup (decisions, node->source) : NULL;

  if (node->role == MAPPE_ROLE_DECISION && decision != NULL && !mappe_row_is_null (decision, MAPPE_DECISION_YES))
    {
      const char *outcome = mappe_row_get_text (decision, MAPPE_DECISION_OUTCOME);

      node->vote = g_new0 (MappeVoteCount, 1);
      node->vote->yes = (guint) mappe_row_get_int (decision, MAPPE_DECISION_YES);
      node->vote->no = (guint) mappe_row_get_int (decision, MAPPE_DECISION_NO);
      node->vote->abstained = (guint) mappe_row_get_int (decision, MAPPE_DECISION_ABSTAIN);
      node->vote->adopted = outcome != NULL && g_str_has_prefix (outcome, "adopted");
    }
  for (guint i = 0; i < node->children->len; i++)
    attach_votes (g_ptr_array_index (node->children, i), decisions);
}

static MappeNode *
with_votes (MappeNode *minutes, const MappeSitting *sitting)
{
  g_autoptr (GHashTable) decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint j = 0; j < item->decisions->len; j++)
        {
          MappeRow *row = ((MappeSittingDecision *) g_ptr_array_index (item->decisions, j))->row;
          const char *reference = mappe_row_get_text (row, MAPPE_FIELD_REFERENCE);

          g_hash_table_insert (decisions, g_strconcat ("decision/", reference, NULL), row);
        }
    }
  attach_votes (minutes, decisions);
  return minutes;
}

/* Whoever reads sealed minutes reads what was sealed, whatever has become of the records it was made from. */
static MappeNode *
build_minutes (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = mappe_sitting_load (store, id, error);
  const MappeRow *edition = sitting != NULL ? mappe_sitting_last_minutes (sitting) : NULL;
  g_autoptr (MappeNode) sealed = NULL;
  g_autoptr (GBytes) xml = NULL;

  if (sitting == NULL)
    return NULL;
  if (edition == NULL || mappe_row_is_null (edition, MAPPE_MINUTES_SEALED_AT)
      || mappe_row_is_null (edition, MAPPE_MINUTES_CONTENT))
    return with_votes (mappe_build_minutes (sitting, order->reader, order->language), sitting);
  xml = mappe_store_blob (store, mappe_row_get_text (edition, MAPPE_MINUTES_CONTENT), error);
  sealed = xml != NULL ? mappe_read_xml (xml, error) : NULL;
  return sealed != NULL ? with_votes (mappe_minutes_for_reader (sealed, order->reader), sitting) : NULL;
}

static MappeNode *
build_decisions (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeSitting) sitting = mappe_sitting_load (store, id, error);

  return sitting != NULL ? mappe_build_extract (sitting, 0, order->language) : NULL;
}

/* --- field work --- */

typedef struct {
  gint64                    id;
  const MappeDocumentOrder *order;
} Wanted;

static MappeNode *
build_event (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeEventFile) file = mappe_event_file_load (store, id, error);

  return file != NULL ? mappe_build_event (file, order->today, order->language) : NULL;
}

static MappeNode *
build_plan (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)
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
                                                      wanted->order->today, error);

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

#define READ(name) \
  static MappeNode * \
  build_##name (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error) \
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

static const MappeDocumentKind kinds[] = {
  { "invitation", N_("Invitation"), &mappe_meeting_kind, MAPPE_CLASS_PUBLIC, build_invitation },
  { "agenda", N_("Agenda"), &mappe_meeting_kind, MAPPE_CLASS_PUBLIC, build_agenda },
  { "attendance", N_("Attendance list"), &mappe_meeting_kind, MAPPE_CLASS_MEMBERS, build_attendance },
  { "minutes", N_("Minutes"), &mappe_meeting_kind, MAPPE_CLASS_PUBLIC, build_minutes },
  { "decisions", N_("Decisions and tasks by office"), &mappe_meeting_kind, MAPPE_CLASS_PUBLIC, build_decisions },
  { "event", N_("Event file"), &mappe_event_kind, MAPPE_CLASS_CONFIDENTIAL, build_event },
  { "plan", N_("Deployment plan"), &mappe_event_kind, MAPPE_CLASS_CONFIDENTIAL, build_plan },
  { "review", N_("Review of the agreement"), &mappe_agreement_kind, MAPPE_CLASS_MEMBERS, build_review },
  { "practice", N_("Best-practice profile"), &mappe_best_practice_profile_kind, MAPPE_CLASS_PUBLIC, build_practice },
  { "transfer", N_("Transfer"), &mappe_transfer_kind, MAPPE_CLASS_MEMBERS, build_transfer },
  { "outcomes", N_("Project report with outcomes"), &mappe_project_kind, MAPPE_CLASS_PUBLIC, build_outcomes },
  { "annual", N_("Annual report"), NULL, MAPPE_CLASS_PUBLIC, build_annual },
  { "contributions", N_("You said – we did"), NULL, MAPPE_CLASS_PUBLIC, build_contributions },
};

/** mappe_document_kinds: Returns: (transfer none): every document that the program writes */
const MappeDocumentKind *
mappe_document_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/** mappe_document_kind_find: Returns: (transfer none) (nullable): the document of that name */
const MappeDocumentKind *
mappe_document_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

/* What every file says of itself, where the builder left it open. */
static gboolean
complete_meta (MappeNode *document, const MappeDocumentKind *kind, MappeStore *store, gint64 id, GError **error)
{
  g_autoptr (MappeRow) about = kind->about != NULL ? mappe_store_load (store, kind->about, id, error) : NULL;
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) councils = NULL;

  if (kind->about != NULL && about == NULL)
    return FALSE;
  mappe_node_set_meta (document, "about",
                       about != NULL ? mappe_row_get_text (about, MAPPE_FIELD_REFERENCE) : kind->name);
  if (mappe_node_get_meta (document, "kind") == NULL)
    mappe_node_set_meta (document, "kind", kind->name);
  if (mappe_node_get_meta (document, "council") != NULL)
    return TRUE;
  councils = mappe_store_list (store, query, error);
  if (councils != NULL && councils->len > 0)
    {
      const MappeListed *council = g_ptr_array_index (councils, 0);

      mappe_node_set_meta (document, "council", mappe_row_get_text (council->row, MAPPE_COUNCIL_NAME));
    }
  return councils != NULL;
}

/**
 * mappe_document_make:
 * @id: the record it is about; 0 for the whole council
 * @error: return location for what loading says, or %MAPPE_DOCUMENT_ERROR_EMPTY when the reader may see nothing of it
 *
 * Builds a document for its readers. Takes its time: not for the thread of the window.
 *
 * Returns: (transfer full) (nullable): the document, without anything that @order's reader may not see
 */
MappeNode *
mappe_document_make (const MappeDocumentKind *kind, MappeStore *store, gint64 id, const MappeDocumentOrder *order,
                     GError **error)
{
  g_autoptr (MappeNode) whole = NULL;
  g_autoptr (MappeNode) copy = NULL;

  if (order->reader >= kind->least)
    {
      whole = kind->build (store, id, order, error);
      if (whole == NULL)
        return NULL;
      copy = mappe_node_copy_for (whole, order->reader);
    }
  if (copy == NULL)
    g_set_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_EMPTY,
                 _("“%s” holds nothing that these readers may see"), _(kind->title));
  else if (complete_meta (copy, kind, store, id, error))
    return g_steal_pointer (&copy);
  return NULL;
}
