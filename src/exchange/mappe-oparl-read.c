/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-code.h"
#include "mappe-council.h"
#include "mappe-decision.h"
#include "mappe-document.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-oparl-private.h"
#include "mappe-person.h"

/* What of the council is public, see #MappeVeil; and, beyond that, by their names those who sit in its public bodies:
 * whoever speaks and votes before everybody is known to everybody. Where and how to reach them is in no file. */

typedef struct {
  MappeOparl *oparl;
  MappeVeil  *view;
  GHashTable *open_bodies;  /* (element-type gint64): that meet in public */
} Reading;

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
}

/** mappe_oparl_free: @self: (transfer full) */
void
mappe_oparl_free (MappeOparl *self)
{
  g_clear_pointer (&self->uids, mappe_uids_free);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_clear_pointer (&self->council, mappe_row_unref);
  for (guint i = 0; i < MAPPE_OPARL_N_TYPES; i++)
    {
      g_ptr_array_unref (self->rows[i]);
      g_ptr_array_unref (self->gone[i]);
    }
  g_ptr_array_unref (self->decisions);
  g_free (self);
}

/** mappe_oparl_find: Returns: (transfer none) (nullable): the row of that id */
MappeRow *
mappe_oparl_find (const MappeOparl *self, MappeOparlType type, gint64 id)
{
  for (guint i = 0; i < self->rows[type]->len; i++)
    {
      MappeRow *row = g_ptr_array_index (self->rows[type], i);

      if (row->id == id)
        return row;
    }
  return NULL;
}

static gboolean
is_of (const MappeRow *document, const char *kind)
{
  return g_strcmp0 (mappe_row_get_text (document, MAPPE_DOCUMENT_KIND), kind) == 0;
}

/** mappe_oparl_is_paper: Returns: whether a document is treated by a meeting, and not about the meeting as such */
gboolean
mappe_oparl_is_paper (const MappeRow *document)
{
  return !is_of (document, "invitation") && !is_of (document, "minutes") && !is_of (document, "minutes_draft");
}

/* --- what anybody sees --- */

static gboolean
see (const Reading *reading, MappeRow *row, GPtrArray *rows, GError **error)
{
  g_autoptr (GError) cause = NULL;
  MappeRow *seen = mappe_veil_see (reading->view, row, &cause);

  if (seen != NULL)
    g_ptr_array_add (rows, seen);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
see_all (const Reading *reading, const MappeKind *kind, guint order, GPtrArray *rows, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GPtrArray) all = NULL;

  mappe_query_order (query, order, FALSE);
  all = mappe_snapshot_rows (reading->oparl->snapshot, query, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!see (reading, g_ptr_array_index (all, i), rows, error))
      return FALSE;
  return all != NULL;
}

static gboolean
see_gone (const Reading *reading, const MappeKind *kind, GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) all = mappe_snapshot_deleted (reading->oparl->snapshot, kind, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!see (reading, ((MappeListed *) g_ptr_array_index (all, i))->row, rows, error))
      return FALSE;
  return all != NULL;
}

/* --- documents are papers and files --- */

static void
sort_documents (GPtrArray *documents, GPtrArray **rows)
{
  for (guint i = 0; i < documents->len; i++)
    {
      MappeRow *row = g_ptr_array_index (documents, i);
      gboolean paper = mappe_oparl_is_paper (row);

      if (is_of (row, "minutes_nonpublic"))
        continue;
      if (paper)
        g_ptr_array_add (rows[MAPPE_OPARL_PAPER], mappe_row_ref (row));
      if (paper && !mappe_row_is_null (row, MAPPE_DOCUMENT_AGENDA_ITEM))
        g_ptr_array_add (rows[MAPPE_OPARL_CONSULTATION], mappe_row_ref (row));
      if (!mappe_row_is_null (row, MAPPE_DOCUMENT_CONTENT))
        g_ptr_array_add (rows[MAPPE_OPARL_FILE], mappe_row_ref (row));
    }
}

static gboolean
read_documents (const Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) here = new_rows ();
  g_autoptr (GPtrArray) gone = new_rows ();

  if (!see_all (reading, &mappe_document_kind, MAPPE_FIELD_REFERENCE, here, error)
      || !see_gone (reading, &mappe_document_kind, gone, error))
    return FALSE;
  sort_documents (here, reading->oparl->rows);
  sort_documents (gone, reading->oparl->gone);
  return TRUE;
}

/* --- who sits in public bodies --- */

static gboolean
read_open_bodies (const Reading *reading, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_body_kind);
  g_autoptr (GPtrArray) bodies = NULL;

  mappe_query_where (query, MAPPE_BODY_DEFAULT_PUBLIC, MAPPE_OP_EQUAL, "1");
  bodies = mappe_snapshot_rows (reading->oparl->snapshot, query, error);
  for (guint i = 0; bodies != NULL && i < bodies->len; i++)
    g_hash_table_add (reading->open_bodies,
                      g_memdup2 (&((MappeRow *) g_ptr_array_index (bodies, i))->id, sizeof (gint64)));
  return bodies != NULL;
}

static gboolean
is_seat (const Reading *reading, const MappeRow *membership)
{
  gint64 body = mappe_row_get_int (membership, MAPPE_MEMBERSHIP_BODY);

  return g_hash_table_contains (reading->open_bodies, &body);
}

static gboolean
is_held (const Reading *reading, const MappeRow *membership)
{
  const char *to = mappe_row_get_text (membership, MAPPE_MEMBERSHIP_VALID_TO);

  return to == NULL || g_strcmp0 (to, reading->oparl->today) >= 0;
}

static gboolean
add_person (const Reading *reading, gint64 id, GError **error)
{
  MappeOparl *oparl = reading->oparl;
  MappeRow *person;

  if (mappe_oparl_find (oparl, MAPPE_OPARL_PERSON, id) != NULL)
    return TRUE;
  person = mappe_snapshot_load (oparl->snapshot, &mappe_person_kind, id, error);
  if (person != NULL)
    g_ptr_array_add (oparl->rows[MAPPE_OPARL_PERSON], person);
  return person != NULL;
}

static gboolean
read_seats (const Reading *reading, GError **error)
{
  MappeOparl *oparl = reading->oparl;
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_membership_kind);
  g_autoptr (GPtrArray) all = mappe_snapshot_rows (oparl->snapshot, query, error);
  g_autoptr (GPtrArray) gone = all != NULL ? mappe_snapshot_deleted (oparl->snapshot, &mappe_membership_kind, error)
                                           : NULL;

  for (guint i = 0; gone != NULL && i < all->len; i++)
    {
      MappeRow *row = g_ptr_array_index (all, i);

      if (!is_seat (reading, row) || !is_held (reading, row))
        continue;
      g_ptr_array_add (oparl->rows[MAPPE_OPARL_MEMBERSHIP], mappe_row_ref (row));
      if (!add_person (reading, mappe_row_get_int (row, MAPPE_MEMBERSHIP_PERSON), error))
        return FALSE;
    }
  for (guint i = 0; gone != NULL && i < gone->len; i++)
    {
      MappeRow *row = ((MappeListed *) g_ptr_array_index (gone, i))->row;

      if (is_seat (reading, row))
        g_ptr_array_add (oparl->gone[MAPPE_OPARL_MEMBERSHIP], mappe_row_ref (row));
    }
  return gone != NULL;
}

/* --- the whole --- */

static gboolean
read_council (const Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) councils = new_rows ();

  if (!see_all (reading, &mappe_council_kind, MAPPE_FIELD_REFERENCE, councils, error))
    return FALSE;
  if (councils->len > 0)
    reading->oparl->council = mappe_row_ref (g_ptr_array_index (councils, 0));
  return TRUE;
}

static gboolean
read_all (const Reading *reading, GError **error)
{
  const struct { MappeOparlType type; const MappeKind *kind; guint order; } sources[] = {
    { MAPPE_OPARL_ORGANIZATION, &mappe_body_kind, MAPPE_FIELD_REFERENCE },
    { MAPPE_OPARL_MEETING, &mappe_meeting_kind, MAPPE_MEETING_HELD_ON },
    { MAPPE_OPARL_AGENDA_ITEM, &mappe_agenda_item_kind, MAPPE_AGENDA_ITEM_POSITION },
  };
  MappeOparl *oparl = reading->oparl;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (!see_all (reading, sources[i].kind, sources[i].order, oparl->rows[sources[i].type], error)
        || !see_gone (reading, sources[i].kind, oparl->gone[sources[i].type], error))
      return FALSE;
  return read_council (reading, error)
         && see_all (reading, &mappe_decision_kind, MAPPE_DECISION_NUMBER, oparl->decisions, error)
         && read_documents (reading, error) && read_open_bodies (reading, error) && read_seats (reading, error);
}

static gboolean
read_codes (MappeOparl *self, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (self->snapshot, query, error);

  self->codes = rows != NULL ? mappe_codes_new (rows) : NULL;
  self->uids = rows != NULL ? mappe_uids_new (self->snapshot, error) : NULL;
  return self->uids != NULL;
}

/** mappe_oparl_read: Returns: (transfer full) (nullable): the public part, valid as long as @snapshot */
MappeOparl *
mappe_oparl_read (MappeSnapshot *snapshot, const MappeExchangeOrder *order, const char *base, GError **error)
{
  const MappeRegisterOrder anybody = { .profile = MAPPE_PROFILE_PUBLIC };
  g_autoptr (MappeOparl) self = g_new0 (MappeOparl, 1);
  g_autoptr (MappeVeil) view = mappe_veil_new (snapshot, &anybody, error);
  g_autoptr (GHashTable) bodies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const Reading reading = { self, view, bodies };

  self->snapshot = snapshot;
  self->language = order->language != NULL ? order->language : mappe_language_get ("de");
  self->base = base;
  self->today = order->today;
  self->decisions = new_rows ();
  for (guint i = 0; i < MAPPE_OPARL_N_TYPES; i++)
    {
      self->rows[i] = new_rows ();
      self->gone[i] = new_rows ();
    }
  if (view == NULL || !read_codes (self, error) || !read_all (&reading, error))
    return NULL;
  return g_steal_pointer (&self);
}
