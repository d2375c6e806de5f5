/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mappe-build-council-letter.h"
#include "mappe-citizen-input.h"
#include "mappe-council.h"
#include "mappe-document-kinds-private.h"
#include "mappe-escalation-contact.h"
#include "mappe-escalation-words.h"
#include "mappe-letterhead.h"
#include "mappe-listing.h"
#include "mappe-organisation.h"
#include "mappe-volunteer.h"
#include "mappe-volunteers.h"
#include "mappe-writers.h"

/* Letters of the council whose texts it can make its own. */

typedef struct {
  gint64                    id;
  const MappeDocumentOrder *order;
} Wanted;

/* What all letters need. */
typedef struct {
  MappeRow      *council;
  MappeTemplate *text;
  char          *today;      /* in words */
} Stock;

static void
stock_clear (Stock *self)
{
  g_clear_pointer (&self->council, mappe_row_unref);
  g_clear_pointer (&self->text, mappe_template_free);
  g_free (self->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stock, stock_clear)

static gboolean
stock_read (Stock *self, MappeSnapshot *snapshot, const char *purpose, const MappeDocumentOrder *order, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) councils = mappe_snapshot_rows (snapshot, query, error);

  if (councils == NULL)
    return FALSE;
  self->council = councils->len > 0 ? mappe_row_ref (g_ptr_array_index (councils, 0)) : NULL;
  self->today = mappe_language_long_date (order->language, order->today);
  self->text = mappe_letter_text_load (snapshot, purpose, order->language, error);
  return self->text != NULL;
}

static const char *
council_text (const Stock *stock, guint field)
{
  return stock->council != NULL ? mappe_row_get_text (stock->council, field) : NULL;
}

static MappeNode *
write_letter (const Stock *stock, const char *kind, const char *recipient, const MappeLetterValue *values,
              guint n_values, const MappeDocumentOrder *order)
{
  g_autoptr (MappeFilledText) filled = mappe_letter_text_fill (stock->text, values, n_values);
  const MappeCouncilLetter letter = { kind, stock->council, recipient, filled, order->today, NULL };

  return mappe_build_council_letter (&letter, order->language);
}

/* --- thanks --- */

static guint
years_of (const MappeVolunteers *volunteers, const MappeRow *row, int year)
{
  g_autoptr (GPtrArray) list = mappe_volunteers_thanks (volunteers, year);
  const char *since = mappe_row_get_text (row, MAPPE_VOLUNTEER_BEGINS_ON);

  for (guint i = 0; i < list->len; i++)
    {
      const MappeVolunteerThanks *thanks = g_ptr_array_index (list, i);

      if (thanks->person->row->id == row->id)
        return thanks->years;
    }
  return since != NULL ? (guint) MAX (year - atoi (since), 0) : 0;
}

static gpointer
read_thanks_letter (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  const MappeDocumentOrder *order = wanted->order;
  int year = order->year > 0 ? order->year : atoi (order->today);
  g_auto (Stock) stock = { NULL };
  g_autoptr (MappeListed) person = mappe_listing_one (snapshot, &mappe_volunteer_kind, wanted->id, error);
  g_autoptr (MappeVolunteers) volunteers = person != NULL ? mappe_volunteers_load (snapshot, order->today, error)
                                                          : NULL;
  const char *first;
  g_autofree char *name = NULL, *years = NULL, *service = NULL, *year_text = NULL;
  guint n_years;

  if (volunteers == NULL || !stock_read (&stock, snapshot, MAPPE_LETTER_THANKS, order, error))
    return NULL;
  first = mappe_row_get_text (person->row, MAPPE_VOLUNTEER_FIRST_NAME);
  name = g_strdup_printf ("%s%s%s", first != NULL ? first : "", first != NULL ? " " : "",
                          mappe_row_get_text (person->row, MAPPE_VOLUNTEER_LAST_NAME));
  n_years = years_of (volunteers, person->row, year);
  years = g_strdup_printf ("%u", n_years);
  if (n_years > 0)
    service = g_strdup_printf (mappe_language_plural (order->language, "You have done so for %u year.",
                                                      "You have done so for %u years.", n_years), n_years);
  year_text = g_strdup_printf ("%d", year);
  {
    const MappeLetterValue values[] = {
      { "council", council_text (&stock, MAPPE_COUNCIL_NAME) }, { "today", stock.today }, { "recipient", name },
      { "programme", person->shown[MAPPE_VOLUNTEER_PROGRAMME] }, { "years", years }, { "service", service },
      { "year", year_text },
    };

    return write_letter (&stock, "thanks-letter", name, values, G_N_ELEMENTS (values), order);
  }
}

/* --- you said – we did --- */

static char *
measure_words (const MappeListed *input, const MappeLanguage *language)
{
  const char *measure = input->shown[MAPPE_CITIZEN_INPUT_MEASURE];

  return measure != NULL ? g_strdup_printf (L_("It is part of the measure “%s”."), measure) : g_strdup ("");
}

/* Who wrote without a name, or was not answered, gets no letter. */
static gboolean
can_be_answered (const MappeRow *input, GError **error)
{
  const char *missing = NULL;

  if (mappe_row_is_null (input, MAPPE_CITIZEN_INPUT_ANSWER))
    missing = _("the contribution was not answered yet");
  else if (mappe_row_is_null (input, MAPPE_CITIZEN_INPUT_CONTACT))
    missing = _("the contribution does not say how to reach who made it");
  if (missing != NULL)
    g_set_error_literal (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_EMPTY, missing);
  return missing == NULL;
}

static gpointer
read_answer (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  const MappeDocumentOrder *order = wanted->order;
  const MappeLanguage *language = order->language;
  g_auto (Stock) stock = { NULL };
  g_autoptr (MappeListed) input = mappe_listing_one (snapshot, &mappe_citizen_input_kind, wanted->id, error);
  const char *received, *answer, *contact;
  g_autofree char *day = NULL, *measure = NULL, *address = NULL;

  if (input == NULL || !can_be_answered (input->row, error)
      || !stock_read (&stock, snapshot, MAPPE_LETTER_TOLD, order, error))
    return NULL;
  received = mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_RECEIVED_ON);
  answer = mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_ANSWER);
  contact = mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_CONTACT);
  address = mappe_letterhead_lines (contact);
  day = received != NULL ? mappe_language_long_date (language, received) : g_strdup ("–");
  measure = measure_words (input, language);
  {
    const MappeLetterValue values[] = {
      { "council", council_text (&stock, MAPPE_COUNCIL_NAME) }, { "today", stock.today }, { "recipient", contact },
      { "received", day }, { "contribution", mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_TEXT) },
      { "answer", answer }, { "measure", measure },
    };

    return write_letter (&stock, "answer", address, values, G_N_ELEMENTS (values), order);
  }
}

/* --- escalation --- */

/* Returns: (transfer full) (nullable): where the office has its post sent, in lines; "" when that is not known */
static char *
office_address (MappeSnapshot *snapshot, const MappeRow *contact, GError **error)
{
  gint64 office = mappe_row_get_int (contact, MAPPE_ESCALATION_CONTACT_ORGANISATION);
  g_autoptr (MappeRow) row = office > 0 ? mappe_snapshot_load (snapshot, &mappe_organisation_kind, office, error)
                                        : NULL;

  if (office > 0 && row == NULL)
    return NULL;
  if (row == NULL || mappe_row_is_null (row, MAPPE_ORGANISATION_ADDRESS))
    return g_strdup ("");
  return mappe_letterhead_lines (mappe_row_get_text (row, MAPPE_ORGANISATION_ADDRESS));
}

static gpointer
read_escalation_notice (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  const MappeDocumentOrder *order = wanted->order;
  g_auto (Stock) stock = { NULL };
  g_autoptr (MappeListed) contact = mappe_listing_one (snapshot, &mappe_escalation_contact_kind, wanted->id, error);
  const char *office, *who;
  g_autofree char *topic = NULL, *step = NULL, *deputy = NULL, *address = NULL;
  g_autofree char *place = NULL;

  if (contact == NULL || !stock_read (&stock, snapshot, MAPPE_LETTER_ESCALATION, order, error))
    return NULL;
  topic = mappe_listing_code (snapshot, "clause_topic",
                              mappe_row_get_text (contact->row, MAPPE_ESCALATION_CONTACT_TOPIC), order->language);
  step = mappe_row_get_canonical (contact->row, MAPPE_ESCALATION_CONTACT_STEP);
  deputy = mappe_escalation_words_deputy (contact, order->language);
  office = contact->shown[MAPPE_ESCALATION_CONTACT_ORGANISATION];
  who = mappe_row_get_text (contact->row, MAPPE_ESCALATION_CONTACT_ROLE);
  place = office_address (snapshot, contact->row, error);
  if (place == NULL)
    return NULL;
  address = g_strdup_printf ("%s\n%s\n%s", office != NULL ? office : "", who != NULL ? who : "", place);
  {
    const MappeLetterValue values[] = {
      { "council", council_text (&stock, MAPPE_COUNCIL_NAME) }, { "today", stock.today }, { "recipient", who },
      { "topic", topic }, { "office", office }, { "step", step },
      { "phone", council_text (&stock, MAPPE_COUNCIL_PHONE) }, { "deputy", deputy },
    };

    return write_letter (&stock, "escalation-notice", g_strstrip (address), values, G_N_ELEMENTS (values), order);
  }
}

#define READ(name)                                                                                                    \
  MappeNode *                                                                                                         \
  mappe_document_##name (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)               \
  {                                                                                                                   \
    Wanted wanted = { id, order };                                                                                    \
                                                                                                                      \
    return mappe_store_read (store, read_##name, &wanted, error);                                                     \
  }

READ (thanks_letter)
READ (answer)
READ (escalation_notice)
