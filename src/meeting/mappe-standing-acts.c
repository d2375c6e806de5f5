/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-standing.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-acts.h"
#include "mappe-agenda-item.h"
#include "mappe-agenda-part.h"
#include "mappe-council.h"
#include "mappe-meeting-error.h"
#include "mappe-meeting.h"

/* Usual minutes of a standing item. */
#define SHORT 5
#define LONG 15

/* The agenda speaks the language of the council. */
static const MappeLanguage *
language_of (const MappeSitting *sitting)
{
  const char *code = sitting->council != NULL ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE) : NULL;

  return mappe_language_get (code);
}

static MappeRow *
new_item (const MappeRow *meeting, const char *standing, const char *kind, const char *title, int minutes)
{
  MappeRow *row = mappe_row_new_preset (&mappe_agenda_item_kind);

  if (meeting->id != 0)
    mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_MEETING], meeting->id);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_STANDING], standing);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_KIND], kind);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_TITLE], title);
  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_PLANNED_MINUTES], minutes);
  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_PUBLIC],
                       mappe_row_get_int (meeting, MAPPE_MEETING_PUBLIC_PART) != 0);
  if (!mappe_row_is_null (meeting, MAPPE_MEETING_CHAIR))
    mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_RAPPORTEUR], mappe_row_get_int (meeting, MAPPE_MEETING_CHAIR));
  return row;
}

static MappeRow *
approval_item (const MappeRow *meeting, const MappeRow *former, const MappeLanguage *language)
{
  g_autofree char *day = mappe_language_date (language, mappe_row_get_text (former, MAPPE_MEETING_HELD_ON));
  /* Translators: a day */
  g_autofree char *title = g_strdup_printf (L_("Approval of the minutes of %s"), day);
  /* Translators: a day */
  g_autofree char *draft = g_strdup_printf (L_("The minutes of %s are approved."), day);
  MappeRow *row = new_item (meeting, "approval", "formal", title, SHORT);

  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_SUBJECT_MEETING], former->id);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_DRAFT_DECISION], draft);
  return row;
}

static MappeRow *
deferred_item (const MappeRow *meeting, const MappeRow *former, const MappeLanguage *language)
{
  const guint copied[] = { MAPPE_AGENDA_ITEM_TITLE, MAPPE_AGENDA_ITEM_KIND, MAPPE_AGENDA_ITEM_PUBLIC,
                           MAPPE_AGENDA_ITEM_PUBLIC_TITLE, MAPPE_AGENDA_ITEM_CONFIDENTIALITY_GROUND,
                           MAPPE_AGENDA_ITEM_RAPPORTEUR, MAPPE_AGENDA_ITEM_PROJECT, MAPPE_AGENDA_ITEM_PLANNED_MINUTES,
                           MAPPE_AGENDA_ITEM_DRAFT_DECISION };
  const char *result = mappe_row_get_text (former, MAPPE_AGENDA_ITEM_RESULT);
  gboolean second = mappe_row_get_int (meeting, MAPPE_MEETING_SECOND_INVITATION) != 0 &&
                    g_strcmp0 (result, "deferred_no_quorum") == 0;
  MappeRow *row = new_item (meeting, "deferred", "decision", "", LONG);

  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    if (!mappe_row_is_null (former, copied[i]))
      mappe_value_copy (&row->values[copied[i]], &former->values[copied[i]]);
  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_CARRIED_FROM], former->id);
  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_SECOND_READING], second ? 1 : 0);
  mappe_agenda_suit_meeting (row, meeting, language);
  return row;
}

static gboolean
has_standing (GPtrArray *there, const char *standing, guint field, gint64 value)
{
  for (guint i = 0; there != NULL && i < there->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (there, i);

      if (g_strcmp0 (mappe_row_get_text (row, MAPPE_AGENDA_ITEM_STANDING), standing) == 0 &&
          (field == 0 || mappe_row_get_int (row, field) == value))
        return TRUE;
    }
  return FALSE;
}

static void
add_rows (GPtrArray *rows, const MappeStandingItems *self, const MappeRow *meeting, GPtrArray *there,
          const MappeLanguage *language)
{
  if (!has_standing (there, "opening", 0, 0))
    g_ptr_array_add (rows, new_item (meeting, "opening", "formal", L_("Opening, due invitation and quorum"), SHORT));
  for (guint i = 0; i < self->approvals->len; i++)
    {
      const MappeRow *former = g_ptr_array_index (self->approvals, i);

      if (!has_standing (there, "approval", MAPPE_AGENDA_ITEM_SUBJECT_MEETING, former->id))
        g_ptr_array_add (rows, approval_item (meeting, former, language));
    }
  if (self->objections > 0 && !has_standing (there, "objections", 0, 0))
    g_ptr_array_add (rows, new_item (meeting, "objections", "decision", L_("Objections to the minutes"), SHORT));
  if (self->unfinished > 0 && !has_standing (there, "follow_up", 0, 0))
    g_ptr_array_add (rows, new_item (meeting, "follow_up", "report", L_("Decision tracking"), LONG));
  for (guint i = 0; i < self->deferred->len; i++)
    {
      const MappeRow *former = g_ptr_array_index (self->deferred, i);

      if (!has_standing (there, "deferred", MAPPE_AGENDA_ITEM_CARRIED_FROM, former->id))
        g_ptr_array_add (rows, deferred_item (meeting, former, language));
    }
}

/**
 * mappe_standing_rows:
 * @meeting: the meeting; its id may still be that of an edit
 * @there: (nullable) (element-type MappeRow): items that are on the agenda already
 * @language: (nullable): language of their titles
 *
 * Returns: (transfer full) (element-type MappeRow): the standing items that are missing, in their usual order
 */
GPtrArray *
mappe_standing_rows (const MappeStandingItems *self, const MappeRow *meeting, GPtrArray *there,
                     const MappeLanguage *language)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);

  add_rows (rows, self, meeting, there, language);
  return rows;
}

static GPtrArray *
missing_rows (const MappeSitting *sitting, const MappeStandingItems *standing)
{
  g_autoptr (GPtrArray) there = g_ptr_array_new ();

  for (guint i = 0; i < sitting->items->len; i++)
    g_ptr_array_add (there, ((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->row);
  return mappe_standing_rows (standing, sitting->meeting, there, language_of (sitting));
}

/** mappe_agenda_missing_standing: Returns: how many standing items the agenda lacks */
guint
mappe_agenda_missing_standing (const MappeSitting *sitting, const MappeStandingItems *standing)
{
  g_autoptr (GPtrArray) rows = missing_rows (sitting, standing);

  return rows->len;
}

/**
 * mappe_agenda_add_standing:
 *
 * Puts the standing items that are missing onto the agenda: opening, approval of minutes, objections, follow-up,
 * deferred items. After the invitation they are changes of the agenda, and say so.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_agenda_add_standing (const MappeSitting *sitting, const MappeStandingItems *standing, GError **error)
{
  g_autoptr (GPtrArray) rows = missing_rows (sitting, standing);
  g_autoptr (MappeAgendaOrder) order = mappe_agenda_order_new (sitting);
  MappeEdit *edit;

  if (!mappe_agenda_may_change (sitting, error))
    return NULL;
  if (rows->len == 0)
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_STATE,
                           _("All standing items are on the agenda"));
      return NULL;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);

      if (mappe_agenda_is_sent (sitting))
        mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_CHANGE_NOTE], _("Added after the invitation"));
      mappe_agenda_order_insert_standing (order, mappe_row_ref (row));
    }
  edit = mappe_edit_new (_("Standing items"));
  mappe_agenda_order_write (order, edit);
  return edit;
}
