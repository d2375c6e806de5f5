/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mappe-agreement.h"
#include "mappe-archive-offer.h"
#include "mappe-best-practice-profile.h"
#include "mappe-citizen-input.h"
#include "mappe-council.h"
#include "mappe-decision.h"
#include "mappe-document-kinds-private.h"
#include "mappe-escalation-contact.h"
#include "mappe-event.h"
#include "mappe-funding-application.h"
#include "mappe-letterhead.h"
#include "mappe-meeting.h"
#include "mappe-organisation.h"
#include "mappe-person.h"
#include "mappe-project.h"
#include "mappe-transfer.h"
#include "mappe-volunteer.h"
#include "mappe-writers.h"

static const MappeDocumentKind kinds[] = {
  { "invitation", N_("Invitation"), &mappe_meeting_kind, MAPPE_CLASS_PUBLIC, mappe_document_invitation },
  { "agenda", N_("Agenda"), &mappe_meeting_kind, MAPPE_CLASS_PUBLIC, mappe_document_agenda },
  { "attendance", N_("Attendance list"), &mappe_meeting_kind, MAPPE_CLASS_MEMBERS, mappe_document_attendance },
  { "minutes", N_("Minutes"), &mappe_meeting_kind, MAPPE_CLASS_PUBLIC, mappe_document_minutes },
  { "decisions", N_("Decisions and tasks by office"), &mappe_meeting_kind, MAPPE_CLASS_PUBLIC,
    mappe_document_decisions },
  { "decision", N_("Decision"), &mappe_decision_kind, MAPPE_CLASS_PUBLIC, mappe_document_decision },
  { "person", N_("Information about personal data"), &mappe_person_kind, MAPPE_CLASS_CONFIDENTIAL,
    mappe_document_person },
  { "appointment", N_("Letter of appointment"), &mappe_person_kind, MAPPE_CLASS_CONFIDENTIAL,
    mappe_document_appointment },
  { "thanks-letter", N_("Letter of thanks"), &mappe_volunteer_kind, MAPPE_CLASS_CONFIDENTIAL,
    mappe_document_thanks_letter },
  { "answer", N_("Answer to a contribution"), &mappe_citizen_input_kind, MAPPE_CLASS_CONFIDENTIAL,
    mappe_document_answer },
  { "escalation-notice", N_("Escalation notice"), &mappe_escalation_contact_kind, MAPPE_CLASS_CONFIDENTIAL,
    mappe_document_escalation_notice },
  { "use-report", N_("Proof of use"), &mappe_funding_application_kind, MAPPE_CLASS_MEMBERS,
    mappe_document_use_report },
  { "project", N_("Project"), &mappe_project_kind, MAPPE_CLASS_MEMBERS, mappe_document_project },
  { "event", N_("Event file"), &mappe_event_kind, MAPPE_CLASS_CONFIDENTIAL, mappe_document_event },
  { "plan", N_("Deployment plan"), &mappe_event_kind, MAPPE_CLASS_CONFIDENTIAL, mappe_document_plan },
  { "debrief", N_("Debrief report"), &mappe_event_kind, MAPPE_CLASS_CONFIDENTIAL, mappe_document_debrief },
  { "review", N_("Review of the agreement"), &mappe_agreement_kind, MAPPE_CLASS_MEMBERS, mappe_document_review },
  { "practice", N_("Best-practice profile"), &mappe_best_practice_profile_kind, MAPPE_CLASS_PUBLIC,
    mappe_document_practice },
  { "transfer", N_("Transfer"), &mappe_transfer_kind, MAPPE_CLASS_MEMBERS, mappe_document_transfer },
  { "outcomes", N_("Project report with outcomes"), &mappe_project_kind, MAPPE_CLASS_PUBLIC, mappe_document_outcomes },
  { "office-tasks", N_("Task list of the office"), &mappe_organisation_kind, MAPPE_CLASS_MEMBERS,
    mappe_document_tasks },
  { "archive-offer", N_("Archive offer list"), &mappe_archive_offer_kind, MAPPE_CLASS_CONFIDENTIAL,
    mappe_document_archive_offer },
  { "tasks", N_("Task list by office"), NULL, MAPPE_CLASS_MEMBERS, mappe_document_tasks },
  { "retention", N_("Retention and archive"), NULL, MAPPE_CLASS_CONFIDENTIAL, mappe_document_retention },
  { "annual", N_("Annual report"), NULL, MAPPE_CLASS_PUBLIC, mappe_document_annual },
  { "standing", N_("Standing of the council"), NULL, MAPPE_CLASS_MEMBERS, mappe_document_standing },
  { "escalation", N_("Escalation list"), NULL, MAPPE_CLASS_CONFIDENTIAL, mappe_document_escalation },
  { "thanks", N_("Thank-you list"), NULL, MAPPE_CLASS_CONFIDENTIAL, mappe_document_thanks },
  { "contributions", N_("You said – we did"), NULL, MAPPE_CLASS_PUBLIC, mappe_document_contributions },
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

static gboolean
has_logo (const MappeNode *document)
{
  return document->children->len > 0 && ((MappeNode *) g_ptr_array_index (document->children, 0))->picture != NULL;
}

static void
complete_by_council (MappeNode *document, MappeStore *store, const MappeRow *council)
{
  const char *hash = mappe_row_get_text (council, MAPPE_COUNCIL_LOGO);
  g_autoptr (GBytes) logo = hash != NULL && !has_logo (document) ? mappe_store_blob (store, hash, NULL) : NULL;

  if (logo != NULL)
    mappe_letterhead_add_logo (document, council, logo);
  if (mappe_node_get_meta (document, "council") == NULL)
    mappe_node_set_meta (document, "council", mappe_row_get_text (council, MAPPE_COUNCIL_NAME));
}

/* What every file says of itself, where the builder left it open, and the logo. */
static gboolean
complete (MappeNode *document, const MappeDocumentKind *kind, MappeStore *store, gint64 id, GError **error)
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
  councils = mappe_store_list (store, query, error);
  if (councils != NULL && councils->len > 0)
    complete_by_council (document, store, ((const MappeListed *) g_ptr_array_index (councils, 0))->row);
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
  else if (complete (copy, kind, store, id, error))
    return g_steal_pointer (&copy);
  return NULL;
}
