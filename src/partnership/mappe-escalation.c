/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-escalation.h"

#include "mappe-agreement-clause.h"
#include "mappe-agreement.h"
#include "mappe-code.h"
#include "mappe-escalation-contact.h"

static void
topic_free (gpointer data)
{
  MappeEscalationTopic *self = data;

  g_free (self->code);
  g_ptr_array_unref (self->contacts);
  g_free (self);
}

/* --- gaps --- */

/** mappe_escalation_contact_gaps: Returns: %MAPPE_ESCALATION_NO_PHONE when @contact, or the deputy it names, cannot be
 * called; else 0 */
guint
mappe_escalation_contact_gaps (const MappeRow *contact)
{
  gboolean deputy = !mappe_row_is_null (contact, MAPPE_ESCALATION_CONTACT_DEPUTY);

  return mappe_row_is_null (contact, MAPPE_ESCALATION_CONTACT_PHONE)
                 || (deputy && mappe_row_is_null (contact, MAPPE_ESCALATION_CONTACT_DEPUTY_PHONE))
             ? MAPPE_ESCALATION_NO_PHONE : 0;
}

static gboolean
has_step (const MappeEscalationTopic *topic, gint64 step)
{
  for (guint i = 0; i < topic->contacts->len; i++)
    if (mappe_row_get_int (((const MappeListed *) g_ptr_array_index (topic->contacts, i))->row,
                           MAPPE_ESCALATION_CONTACT_STEP) == step)
      return TRUE;
  return FALSE;
}

static void
find_gaps (MappeEscalationTopic *topic)
{
  if (topic->contacts->len == 0)
    {
      topic->gaps = MAPPE_ESCALATION_NO_CONTACT;
      return;
    }
  topic->gaps |= has_step (topic, 1) ? 0 : MAPPE_ESCALATION_NO_FIRST;
  topic->gaps |= has_step (topic, 2) ? 0 : MAPPE_ESCALATION_NO_SECOND;
  for (guint i = 0; i < topic->contacts->len; i++)
    topic->gaps |= mappe_escalation_contact_gaps (((const MappeListed *) g_ptr_array_index (topic->contacts, i))->row);
}

/** mappe_escalation_n_gaps: Returns: how many topics lack something */
guint
mappe_escalation_n_gaps (const MappeEscalation *self)
{
  guint n = 0;

  for (guint i = 0; i < self->topics->len; i++)
    n += ((const MappeEscalationTopic *) g_ptr_array_index (self->topics, i))->gaps != 0;
  return n;
}

/* --- reading --- */

static GPtrArray *
load_codes (MappeEscalation *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  GPtrArray *rows;

  mappe_query_where (query, MAPPE_CODE_LIST, MAPPE_OP_EQUAL, "clause_topic");
  mappe_query_order (query, MAPPE_CODE_POSITION, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  if (rows != NULL)
    self->codes = mappe_codes_new (rows);
  return rows;
}

static GPtrArray *
load_contacts (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_escalation_contact_kind);

  mappe_query_order (query, MAPPE_ESCALATION_CONTACT_STEP, FALSE);
  return mappe_snapshot_list (snapshot, query, error);
}

/* Returns: (transfer full) (element-type utf8): topics of clauses of agreements in force */
static GHashTable *
agreed_topics (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) clauses = mappe_query_new (&mappe_agreement_clause_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, clauses, error);
  GHashTable *topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MappeRow *clause = g_ptr_array_index (rows, i);
      const char *topic = mappe_row_get_text (clause, MAPPE_AGREEMENT_CLAUSE_TOPIC);
      g_autoptr (MappeRow) agreement = mappe_snapshot_load (snapshot, &mappe_agreement_kind,
                                                            mappe_row_get_int (clause,
                                                                               MAPPE_AGREEMENT_CLAUSE_AGREEMENT), NULL);

      if (topic != NULL && agreement != NULL
          && g_strcmp0 (mappe_row_get_text (agreement, MAPPE_AGREEMENT_STATUS), "active") == 0)
        g_hash_table_add (topics, g_strdup (topic));
    }
  if (rows == NULL)
    g_clear_pointer (&topics, g_hash_table_unref);
  return topics;
}

static gboolean
is_of (const MappeListed *contact, const char *topic)
{
  return g_strcmp0 (mappe_row_get_text (contact->row, MAPPE_ESCALATION_CONTACT_TOPIC), topic) == 0;
}

/* Takes the contacts of a topic out of @contacts; their order stays. */
static void
add_topic (MappeEscalation *self, const char *code, GPtrArray *contacts, gboolean agreed)
{
  MappeEscalationTopic *topic = g_new0 (MappeEscalationTopic, 1);

  topic->code = g_strdup (code);
  topic->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_listed_free);
  for (guint i = 0; i < contacts->len;)
    {
      if (is_of (g_ptr_array_index (contacts, i), code))
        g_ptr_array_add (topic->contacts, g_ptr_array_steal_index (contacts, i));
      else
        i++;
    }
  find_gaps (topic);
  if (topic->contacts->len > 0 || agreed)
    g_ptr_array_add (self->topics, topic);
  else
    topic_free (topic);
}

/**
 * mappe_escalation_load:
 * @error: return location for a #MappeStoreError
 *
 * Returns: (transfer full) (nullable): whom to call, topic by topic
 */
MappeEscalation *
mappe_escalation_load (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeEscalation) self = g_new0 (MappeEscalation, 1);
  g_autoptr (GPtrArray) codes = load_codes (self, snapshot, error);
  g_autoptr (GPtrArray) contacts = codes != NULL ? load_contacts (snapshot, error) : NULL;
  g_autoptr (GHashTable) agreed = contacts != NULL ? agreed_topics (snapshot, error) : NULL;

  self->topics = g_ptr_array_new_with_free_func (topic_free);
  if (agreed == NULL)
    return NULL;
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = mappe_row_get_text (g_ptr_array_index (codes, i), MAPPE_CODE_CODE);

      add_topic (self, code, contacts, g_hash_table_contains (agreed, code));
    }
  /* Topics that are not in the list any more. */
  while (contacts->len > 0)
    {
      const MappeListed *first = g_ptr_array_index (contacts, 0);
      g_autofree char *code = g_strdup (mappe_row_get_text (first->row, MAPPE_ESCALATION_CONTACT_TOPIC));

      add_topic (self, code, contacts, FALSE);
    }
  return g_steal_pointer (&self);
}

/** mappe_escalation_free: @self: (transfer full) */
void
mappe_escalation_free (MappeEscalation *self)
{
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_free (self);
}
