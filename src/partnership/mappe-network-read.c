/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreement-party.h"
#include "mappe-agreement.h"
#include "mappe-deployment-plan-item.h"
#include "mappe-event-consent.h"
#include "mappe-event-file.h"
#include "mappe-event.h"
#include "mappe-network-private.h"
#include "mappe-patrol.h"
#include "mappe-project-partner.h"
#include "mappe-project.h"

/* Projects, patrols, agreements and events, and the organisations that have them in common. */

static GPtrArray *
load_list (MappeNetworkReader *self, const MappeKind *kind, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  return mappe_snapshot_list (self->snapshot, query, error);
}

/* Adds the organisations of parts of @kind to those of their owners: id of an owner → ids of organisations. */
static gboolean
collect (MappeNetworkReader *self, GHashTable *owners, const MappeKind *kind, guint owner, guint organisation,
         GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (self->snapshot, query, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      gint64 of = mappe_row_get_int (g_ptr_array_index (rows, i), owner);
      gint64 id = mappe_row_get_int (g_ptr_array_index (rows, i), organisation);
      GArray *ids = g_hash_table_lookup (owners, &of);

      if (ids == NULL)
        {
          ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (owners, g_memdup2 (&of, sizeof of), ids);
        }
      g_array_append_val (ids, id);
    }
  return rows != NULL;
}

static GHashTable *
owners_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
}

/* Adds a record with the organisations of its parts, and with those of its own fields, which end with -1. */
static void
add_with_parts (MappeNetworkReader *self, MappeTie tie, const MappeListed *listed, const char *date, gboolean current,
                GHashTable *owners, const int *fields)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *parts = g_hash_table_lookup (owners, &listed->row->id);

  if (parts != NULL)
    g_array_append_vals (ids, parts->data, parts->len);
  for (; *fields >= 0; fields++)
    {
      gint64 id = mappe_row_get_int (listed->row, (guint) *fields);

      g_array_append_val (ids, id);
    }
  mappe_network_reader_add (self, tie, listed, date, current, (const gint64 *) ids->data, ids->len);
}

/* --- projects --- */

static gboolean
add_projects (MappeNetworkReader *self, GError **error)
{
  const int fields[] = { MAPPE_PROJECT_LEAD_ORGANISATION, -1 };
  g_autoptr (GHashTable) owners = owners_new ();
  g_autoptr (GPtrArray) list = load_list (self, &mappe_project_kind, error);

  if (list == NULL || !collect (self, owners, &mappe_project_partner_kind, MAPPE_PROJECT_PARTNER_PROJECT,
                                MAPPE_PROJECT_PARTNER_ORGANISATION, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const MappeListed *project = g_ptr_array_index (list, i);
      const char *status = mappe_row_get_text (project->row, MAPPE_PROJECT_STATUS);
      const char *start = mappe_row_get_text (project->row, MAPPE_PROJECT_START_ON);
      const char *end = mappe_row_get_text (project->row, MAPPE_PROJECT_END_ON);
      gboolean running = g_strcmp0 (status, "running") == 0;
      gboolean over = g_strcmp0 (status, "completed") == 0 || g_strcmp0 (status, "stopped") == 0;
      const char *date = running ? self->network->today : over && end != NULL ? end : start;

      if (date != NULL && g_strcmp0 (date, self->network->today) > 0)
        date = start;
      add_with_parts (self, MAPPE_TIE_PROJECT, project, date,
                      running || (over && g_strcmp0 (end, self->network->from) >= 0), owners, fields);
    }
  return TRUE;
}

/* --- patrols --- */

static gboolean
add_patrols (MappeNetworkReader *self, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_patrol_kind);
  g_autoptr (GPtrArray) list = NULL;

  mappe_query_where (query, MAPPE_PATROL_STATUS, MAPPE_OP_EQUAL, "held");
  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_GREATER_EQUAL, self->network->from);
  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_LESS_EQUAL, self->network->today);
  list = mappe_snapshot_list (self->snapshot, query, error);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MappeListed *patrol = g_ptr_array_index (list, i);
      gint64 services[] = { mappe_row_get_int (patrol->row, MAPPE_PATROL_POLICE_ORGANISATION),
                            mappe_row_get_int (patrol->row, MAPPE_PATROL_MUNICIPAL_ORGANISATION) };

      mappe_network_reader_add (self, MAPPE_TIE_PATROL, patrol, mappe_row_get_text (patrol->row, MAPPE_PATROL_DATE),
                                TRUE, services, G_N_ELEMENTS (services));
    }
  return list != NULL;
}

/* --- agreements --- */

static gboolean
add_agreements (MappeNetworkReader *self, GError **error)
{
  const int fields[] = { -1 };
  g_autoptr (GHashTable) owners = owners_new ();
  g_autoptr (GPtrArray) list = load_list (self, &mappe_agreement_kind, error);

  if (list == NULL || !collect (self, owners, &mappe_agreement_party_kind, MAPPE_AGREEMENT_PARTY_AGREEMENT,
                                MAPPE_AGREEMENT_PARTY_ORGANISATION, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const MappeListed *agreement = g_ptr_array_index (list, i);
      const char *signed_on = mappe_row_get_text (agreement->row, MAPPE_AGREEMENT_SIGNED_ON);
      const char *reviewed = mappe_row_get_text (agreement->row, MAPPE_AGREEMENT_LAST_REVIEWED_ON);
      const char *status = mappe_row_get_text (agreement->row, MAPPE_AGREEMENT_STATUS);

      add_with_parts (self, MAPPE_TIE_AGREEMENT, agreement, reviewed != NULL ? reviewed : signed_on,
                      g_strcmp0 (status, "active") == 0, owners, fields);
    }
  return TRUE;
}

/* --- events --- */

static gboolean
add_events (MappeNetworkReader *self, GError **error)
{
  const int fields[] = { MAPPE_EVENT_LEAD_ORGANISATION, MAPPE_EVENT_ORGANISER_ORGANISATION,
                         MAPPE_EVENT_COORDINATING_ORGANISATION, -1 };
  g_autoptr (GHashTable) owners = owners_new ();
  g_autoptr (GPtrArray) list = load_list (self, &mappe_event_kind, error);

  if (list == NULL
      || !collect (self, owners, &mappe_event_consent_kind, MAPPE_EVENT_CONSENT_EVENT, MAPPE_EVENT_CONSENT_ORGANISATION,
                   error)
      || !collect (self, owners, &mappe_deployment_plan_item_kind, MAPPE_DEPLOYMENT_PLAN_ITEM_EVENT,
                   MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const MappeListed *event = g_ptr_array_index (list, i);
      const char *begin = mappe_row_get_text (event->row, MAPPE_EVENT_START_ON);
      const char *end = mappe_event_last_day (event->row);
      gboolean goes_on = g_strcmp0 (begin, self->network->today) <= 0 && g_strcmp0 (end, self->network->today) > 0;

      add_with_parts (self, MAPPE_TIE_EVENT, event, goes_on ? self->network->today : end,
                      g_strcmp0 (end, self->network->from) >= 0, owners, fields);
    }
  return TRUE;
}

gboolean
mappe_network_reader_ties (MappeNetworkReader *self, GError **error)
{
  return add_projects (self, error) && add_patrols (self, error) && add_agreements (self, error)
         && add_events (self, error);
}
