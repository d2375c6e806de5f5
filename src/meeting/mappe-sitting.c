/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-private.h"

#include "mappe-attendance.h"
#include "mappe-council.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-person.h"

/* --- parts --- */

static void
participant_free (MappeParticipant *self)
{
  g_free (self->name);
  g_free (self->sort_name);
  g_free (self->office);
  g_free (self->deputy);
  g_free (self->address);
  g_clear_pointer (&self->deputy_row, mappe_row_unref);
  g_clear_pointer (&self->row, mappe_row_unref);
  g_clear_pointer (&self->membership, mappe_row_unref);
  g_clear_pointer (&self->attendance, mappe_row_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->stays, g_array_unref);
  g_free (self);
}

static void
item_free (MappeSittingItem *self)
{
  g_clear_pointer (&self->row, mappe_row_unref);
  g_free (self->number);
  g_free (self->rapporteur);
  g_free (self->project);
  g_clear_pointer (&self->motions, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->subject, mappe_row_unref);
  g_clear_pointer (&self->subject_minutes, mappe_row_unref);
  g_clear_pointer (&self->subject_objections, g_ptr_array_unref);
  g_free (self);
}

/* --- the whole --- */

/* Returns: (transfer full): a meeting without anything. */
MappeSitting *
mappe_sitting_new (void)
{
  MappeSitting *self = g_atomic_rc_box_new0 (MappeSitting);

  self->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) participant_free);
  self->others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  return self;
}

static void
sitting_clear (gpointer data)
{
  MappeSitting *self = data;
  GPtrArray **arrays[] = { &self->participants, &self->items, &self->guests, &self->guest_items, &self->documents,
                           &self->objections, &self->minutes, &self->versions, &self->invitations,
                           &self->templates };
  MappeRow **rows[] = { &self->meeting, &self->body, &self->council, &self->previous, &self->next };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_clear_pointer (rows[i], mappe_row_unref);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_clear_pointer (&self->sent_agenda, g_bytes_unref);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_clear_pointer (&self->earlier_agenda, g_bytes_unref);
  g_clear_pointer (&self->decision_numbers, g_strfreev);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_free (self->chair);
  g_free (self->minute_taker);
}

/** mappe_sitting_ref: Returns: (transfer full): @self */
MappeSitting *
mappe_sitting_ref (MappeSitting *self)
{
  return g_atomic_rc_box_acquire (self);
}

/** mappe_sitting_unref: @self: (transfer full) */
void
mappe_sitting_unref (MappeSitting *self)
{
  g_atomic_rc_box_release_full (self, sitting_clear);
}

/* --- finding --- */

/** mappe_sitting_participant: Returns: (transfer none) (nullable): the entry of that person */
const MappeParticipant *
mappe_sitting_participant (const MappeSitting *self, gint64 person)
{
  for (guint i = 0; i < self->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (self->participants, i);

      if (participant->person == person)
        return participant;
    }
  return NULL;
}

/** mappe_sitting_item: Returns: (transfer none) (nullable): the agenda item with that id */
const MappeSittingItem *
mappe_sitting_item (const MappeSitting *self, gint64 id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (self->items, i);

      if (item->row->id == id)
        return item;
    }
  return NULL;
}

/** mappe_sitting_last_minutes: Returns: (transfer none) (nullable): the newest edition of the minutes */
const MappeRow *
mappe_sitting_last_minutes (const MappeSitting *self)
{
  return self->minutes->len > 0 ? g_ptr_array_index (self->minutes, self->minutes->len - 1) : NULL;
}

/** mappe_sitting_has_approved_minutes: Returns: whether the newest edition of the minutes is approved, or further */
gboolean
mappe_sitting_has_approved_minutes (const MappeSitting *self)
{
  static const char *const finished[] = { "approved", "sealed", "archived", NULL };
  const MappeRow *minutes = mappe_sitting_last_minutes (self);
  const char *state = minutes != NULL ? mappe_row_get_text (minutes, MAPPE_MINUTES_STATE)
                                      : mappe_row_get_text (self->meeting, MAPPE_MEETING_MINUTES_STATE);

  return state != NULL && g_strv_contains (finished, state);
}

/**
 * mappe_sitting_person_name:
 * @person: id of a person, or 0
 *
 * Returns: (transfer full) (nullable): "Dr. Amalia Ahornstein", of a participant or of who has a task of the
 *   meeting
 */
char *
mappe_sitting_person_name (const MappeSitting *self, gint64 person)
{
  const MappeParticipant *participant = mappe_sitting_participant (self, person);

  return g_strdup (participant != NULL ? participant->name : g_hash_table_lookup (self->others, &person));
}

/** mappe_sitting_zone: Returns: (transfer none): name of the time zone of the place, e.g. "Europe/Berlin" */
const char *
mappe_sitting_zone (const MappeSitting *self)
{
  const char *zone = mappe_row_get_text (self->meeting, MAPPE_MEETING_ZONE);

  if (zone == NULL && self->council != NULL)
    zone = mappe_row_get_text (self->council, MAPPE_COUNCIL_ZONE);
  return zone != NULL ? zone : "Europe/Berlin";
}

/**
 * mappe_sitting_code:
 * @list: name of a code list
 * @code: (nullable): a code
 * @language: (nullable): language of the label
 *
 * Returns: (transfer none): the label of the code; the code itself when the list has none; "" without a code
 */
const char *
mappe_sitting_code (const MappeSitting *self, const char *list, const char *code, const MappeLanguage *language)
{
  const char *label = mappe_codes_label (self->codes, list, code, mappe_language_is_german (language));

  return label != NULL ? label : code != NULL ? code : "";
}

/* --- names --- */

/* "Dr. Amalia Ahornstein" */
char *
mappe_person_display_name (const MappeRow *person)
{
  const guint fields[] = { MAPPE_PERSON_TITLE, MAPPE_PERSON_FIRST_NAME, MAPPE_PERSON_LAST_NAME };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!mappe_row_is_null (person, fields[i]))
      g_string_append_printf (name, name->len > 0 ? " %s" : "%s", mappe_row_get_text (person, fields[i]));
  return g_string_free (name, FALSE);
}

/* "Ahornstein, Dr. Amalia" */
char *
mappe_person_sort_name (const MappeRow *person)
{
  const char *title = mappe_row_get_text (person, MAPPE_PERSON_TITLE);
  const char *first = mappe_row_get_text (person, MAPPE_PERSON_FIRST_NAME);
  const char *last = mappe_row_get_text (person, MAPPE_PERSON_LAST_NAME);

  return g_strconcat (last != NULL ? last : "", title != NULL || first != NULL ? ", " : "",
                      title != NULL ? title : "", title != NULL && first != NULL ? " " : "",
                      first != NULL ? first : "", NULL);
}
