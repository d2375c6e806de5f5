/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-demo.h"

#include <string.h>

#include "mappe-language.h"
#include "mappe-meeting.h"
#include "mappe-sample.h"

void
mappe_test_demo_set_up (MappeTestStore *self, gconstpointer data)
{
  g_autofree char *folder = mappe_sample_find_folder ();
  g_autoptr (GError) error = NULL;

  mappe_test_store_set_up (self, NULL);
  mappe_sample_load (self->store, folder, data != NULL ? data : "de", &error);
  g_assert_no_error (error);
}

MappeSitting *
mappe_test_sitting (MappeStore *store, const char *reference)
{
  g_autoptr (GError) error = NULL;
  gint64 id = mappe_store_find (store, &mappe_meeting_kind, reference, &error);
  MappeSitting *sitting = id > 0 ? mappe_sitting_load (store, id, &error) : NULL;

  g_assert_no_error (error);
  return sitting;
}

MappeSitting *
mappe_test_act (MappeStore *store, MappeSitting *sitting, MappeEdit *edit, GError *error)
{
  gint64 id = sitting->meeting->id;
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) cause = error;
  MappeSitting *after;

  g_assert_no_error (cause);
  g_assert_nonnull (edit);
  applied = mappe_store_apply (store, edit, NULL, &cause);
  g_assert_no_error (cause);
  mappe_sitting_unref (sitting);
  after = mappe_sitting_load (store, id, &cause);
  g_assert_no_error (cause);
  return after;
}

void
mappe_test_refused (MappeEdit *edit, GError *error, MappeMeetingError code)
{
  g_autoptr (GError) cause = error;

  g_assert_null (edit);
  g_assert_error (cause, MAPPE_MEETING_ERROR, (int) code);
  g_assert_cmpuint (strlen (cause->message), >, 10);
}

gint64
mappe_test_id (MappeStore *store, const char *kind, const char *reference)
{
  g_autoptr (GError) error = NULL;
  gint64 id = mappe_store_find (store, mappe_kind_lookup (kind, NULL), reference, &error);

  g_assert_no_error (error);
  return id;
}

void
mappe_test_use_catalogues (void)
{
  g_autofree char *catalogues = g_build_filename (g_getenv ("MAPPE_BUILD"), "po", NULL);

  mappe_language_set_folder (catalogues);
}

const MappeParticipant *
mappe_test_participant (const MappeSitting *sitting, const char *reference)
{
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      if (g_strcmp0 (mappe_row_get_text (participant->row, MAPPE_FIELD_REFERENCE), reference) == 0)
        return participant;
    }
  g_error ("%s takes no part", reference);
}

const MappeSittingItem *
mappe_test_item (const MappeSitting *sitting, const char *number)
{
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (g_strcmp0 (item->number, number) == 0)
        return item;
    }
  g_error ("there is no item %s", number);
}
