/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-edit.h"

const MappeKind *
mappe_test_kind (const char *name)
{
  return mappe_kind_lookup (name, NULL);
}

char *
mappe_test_text_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* --- edits --- */

MappeEdit *
mappe_test_insertion (MappeRow *row)
{
  MappeEdit *edit = mappe_edit_new ("insert");

  mappe_edit_insert (edit, row);
  return edit;
}

MappeEdit *
mappe_test_deletion (const char *kind, const char *id)
{
  MappeEdit *edit = mappe_edit_new ("delete");

  mappe_edit_delete (edit, mappe_test_kind (kind), g_ascii_strtoll (id, NULL, 10), 0);
  return edit;
}

MappeEdit *
mappe_test_change (MappeStore *store, MappeEdit *edit, const char *kind, const char *id, ...)
{
  MappeRow *base = mappe_store_load (store, mappe_test_kind (kind), g_ascii_strtoll (id, NULL, 10), NULL);
  MappeRow *mine = mappe_row_copy (base);
  const char *name;
  va_list pairs;

  va_start (pairs, id);
  while ((name = va_arg (pairs, const char *)) != NULL)
    g_assert_true (mappe_row_set_canonical (mine, (guint) mappe_kind_find_field (mine->kind, name),
                                            va_arg (pairs, const char *), NULL));
  va_end (pairs);
  if (edit == NULL)
    edit = mappe_edit_new ("change");
  mappe_edit_update (edit, base, mine);
  return edit;
}

/* --- what the store says --- */

GArray *
mappe_test_accepted (MappeStore *store, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (store, edit, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (applied);
  return g_array_ref (applied->ids);
}

void
mappe_test_accept (MappeStore *store, MappeEdit *edit)
{
  g_array_unref (mappe_test_accepted (store, edit));
}

void
mappe_test_refuse_at (MappeStore *store, MappeEdit *edit, const char *kind, const char *field)
{
  g_autoptr (MappeApplied) fault = mappe_test_refuse (store, edit, MAPPE_STORE_ERROR_REFUSED);

  g_assert_cmpstr (fault->fault_kind->name, ==, kind);
  g_assert_cmpstr (fault->fault_field >= 0 ? fault->fault_kind->fields[fault->fault_field].name : "-", ==, field);
}

/* --- a meeting --- */

void
mappe_test_meeting_set_up (MappeTestMeeting *self, gconstpointer data)
{
  mappe_test_store_set_up (&self->test, data);
  self->body = ADD (self, "body", "name", "Plenary");
  self->meeting =
      ADD (self, "meeting", "title", "Spring", "body", self->body, "held_on", "2026-05-19", "state", "held");
  self->item = ADD (self, "agenda-item", "title", "Lamps", "meeting", self->meeting);
  self->person = ADD (self, "person", "last_name", "Ahorn");
  self->other = ADD (self, "person", "last_name", "Buche");
}

void
mappe_test_meeting_tear_down (MappeTestMeeting *self, gconstpointer data)
{
  g_free (self->body);
  g_free (self->meeting);
  g_free (self->item);
  g_free (self->person);
  g_free (self->other);
  mappe_test_store_tear_down (&self->test, data);
}

char *
mappe_test_meeting_seal (MappeTestMeeting *self)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("text", 4);
  MappeEdit *edit = mappe_edit_new ("minutes");
  g_autofree char *hash = mappe_edit_add_blob (edit, content);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *id = NULL;

  mappe_edit_insert (edit, ROW ("minutes", "meeting", self->meeting, "content", hash, "state", "approved",
                                "approved_on", "2026-06-01", "signed_on", "2026-06-02", "signed_chair", "A",
                                "signed_minute_taker", "B"));
  ids = mappe_test_accepted (self->test.store, edit);
  id = mappe_test_text_of (g_array_index (ids, gint64, 0));
  mappe_test_accept (self->test.store, mappe_test_change (self->test.store, NULL, "minutes", id, "sealed_at",
                                                          "2026-06-02T10:00", "state", "sealed", NULL));
  return g_steal_pointer (&id);
}
