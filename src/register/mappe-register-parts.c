/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-parts.h"

#include "mappe-agenda-item.h"
#include "mappe-decision.h"
#include "mappe-document.h"
#include "mappe-meeting.h"
#include "mappe-outgoing.h"
#include "mappe-register-veil.h"

/* For whom each of the records is that people give a class: what is asked before the whole council goes out again. */

typedef struct {
  MappeVeil *everybody;
  MappeVeil *members;
  GPtrArray *parts;
} Gathering;

static gboolean
shows (MappeVeil *view, const MappeRow *row, gboolean *shown, GError **error)
{
  MappeShow show;

  if (!mappe_veil_show (view, row, &show, error))
    return FALSE;
  *shown = show == MAPPE_SHOWN;
  return TRUE;
}

static gboolean
add_record (Gathering *self, const MappeListed *listed, GError **error)
{
  const char *reference = mappe_row_get_text (listed->row, MAPPE_FIELD_REFERENCE);
  g_autofree char *name = g_strdup_printf ("%s/%s", listed->row->kind->name, reference != NULL ? reference : "");
  gboolean everybody, members;

  if (!shows (self->everybody, listed->row, &everybody, error) || !shows (self->members, listed->row, &members, error))
    return FALSE;
  mappe_outgoing_add_part (self->parts, name, listed->title, everybody ? 0 : members ? 1 : 2);
  return TRUE;
}

static gboolean
add_records (Gathering *self, MappeSnapshot *snapshot, GError **error)
{
  static const MappeKind *const kinds[] = { &mappe_meeting_kind, &mappe_agenda_item_kind, &mappe_decision_kind,
                                            &mappe_document_kind };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (kinds[i]);
      g_autoptr (GPtrArray) listed = mappe_snapshot_list (snapshot, query, error);

      if (listed == NULL)
        return FALSE;
      for (guint nth = 0; nth < listed->len; nth++)
        if (!add_record (self, g_ptr_array_index (listed, nth), error))
          return FALSE;
    }
  return TRUE;
}

static gpointer
read_parts (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeRegisterOrder anybody = { .profile = MAPPE_PROFILE_PUBLIC }, within = { .profile = MAPPE_PROFILE_MEMBERS };
  g_autoptr (MappeVeil) everybody = mappe_veil_new (snapshot, &anybody, error);
  g_autoptr (MappeVeil) members = everybody != NULL ? mappe_veil_new (snapshot, &within, error) : NULL;
  g_autoptr (GPtrArray) parts = mappe_outgoing_parts_new ();
  Gathering gathering = { everybody, members, parts };

  return members != NULL && add_records (&gathering, snapshot, error) ? g_steal_pointer (&parts) : NULL;
}

/**
 * mappe_register_parts:
 *
 * Returns: (transfer full) (nullable) (element-type MappeOutgoingPart): meetings, agenda items, decisions and papers,
 *   with the widest class of readers who see them in a register
 */
GPtrArray *
mappe_register_parts (MappeStore *store, GError **error)
{
  return mappe_store_read (store, read_parts, NULL, error);
}
