/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-retention.h"

#include "mappe-archive-offer-item.h"
#include "mappe-archive-offer.h"
#include "mappe-retention-class.h"

static void
set_text (MappeRow *row, guint field, const char *text)
{
  if (text != NULL && *text != '\0')
    mappe_value_set_text (&row->values[field], text);
}

/**
 * mappe_retention_set:
 * @rule: what shall hold
 * @present: (nullable): the council's record of it, %NULL while the program's own rule holds
 * @label: of the step
 *
 * Returns: (transfer full): the edit that makes a rule one of the council's own
 */
MappeEdit *
mappe_retention_set (const MappeRetentionRule *rule, const MappeRow *present, const char *label)
{
  static const char *const follows[] = { "keep", "delete", "blank" };
  MappeRow *row = present != NULL ? mappe_row_copy (present) : mappe_row_new (&mappe_retention_class_kind);
  MappeEdit *edit = mappe_edit_new (label);

  set_text (row, MAPPE_RETENTION_CLASS_SCOPE, rule->scope);
  set_text (row, MAPPE_RETENTION_CLASS_COUNTS_FROM, rule->year_end ? "year_end" : "day");
  set_text (row, MAPPE_RETENTION_CLASS_FOLLOW, follows[rule->follow]);
  set_text (row, MAPPE_RETENTION_CLASS_FILE_PLAN, rule->file_plan);
  set_text (row, MAPPE_RETENTION_CLASS_BASIS, rule->basis);
  mappe_value_set_int (&row->values[MAPPE_RETENTION_CLASS_OFFER], rule->offer);
  if (rule->follow == MAPPE_RETENTION_KEEP)
    mappe_value_clear (&row->values[MAPPE_RETENTION_CLASS_YEARS]);
  else
    mappe_value_set_int (&row->values[MAPPE_RETENTION_CLASS_YEARS], rule->years);
  if (present != NULL)
    mappe_edit_update (edit, mappe_row_copy (present), row);
  else
    mappe_edit_insert (edit, row);
  return edit;
}

static MappeRow *
item_of (const MappeRetentionDue *due, gint64 offer, const char *place)
{
  MappeRow *row = mappe_row_new (&mappe_archive_offer_item_kind);

  mappe_value_set_int (&row->values[MAPPE_ARCHIVE_OFFER_ITEM_OFFER], offer);
  set_text (row, MAPPE_ARCHIVE_OFFER_ITEM_SCOPE, due->rule->scope);
  set_text (row, MAPPE_ARCHIVE_OFFER_ITEM_RECORD, due->reference);
  set_text (row, MAPPE_ARCHIVE_OFFER_ITEM_UID, due->uid);
  set_text (row, MAPPE_ARCHIVE_OFFER_ITEM_TITLE, due->title);
  set_text (row, MAPPE_ARCHIVE_OFFER_ITEM_FILE_PLAN, due->rule->file_plan);
  set_text (row, MAPPE_ARCHIVE_OFFER_ITEM_BEGINS_ON, due->begins_on);
  set_text (row, MAPPE_ARCHIVE_OFFER_ITEM_ENDS_ON, due->ends_on);
  set_text (row, MAPPE_ARCHIVE_OFFER_ITEM_FORM, "electronic");
  set_text (row, MAPPE_ARCHIVE_OFFER_ITEM_PLACE, place);
  mappe_value_set_int (&row->values[MAPPE_ARCHIVE_OFFER_ITEM_FILES], due->files);
  if (due->pages > 0)
    mappe_value_set_int (&row->values[MAPPE_ARCHIVE_OFFER_ITEM_PAGES], due->pages);
  return row;
}

/**
 * mappe_retention_offer:
 * @title: of the offer
 * @archive: (nullable): name of the archive in charge
 * @place: (nullable): where the records lie
 * @today: "YYYY-MM-DD"
 * @label: of the step
 *
 * Returns: (transfer full) (nullable): the edit that makes an offer of all that is to be offered; %NULL when nothing is
 */
MappeEdit *
mappe_retention_offer (const MappeRetention *self, const char *title, const char *archive, const char *place,
                       const char *today, const char *label)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (label);
  MappeRow *offer = mappe_row_new (&mappe_archive_offer_kind);
  gint64 id;

  set_text (offer, MAPPE_ARCHIVE_OFFER_TITLE, title);
  set_text (offer, MAPPE_ARCHIVE_OFFER_ARCHIVE, archive);
  set_text (offer, MAPPE_ARCHIVE_OFFER_OFFERED_ON, today);
  id = mappe_edit_insert (edit, offer);
  for (guint i = 0; i < self->due->len; i++)
    {
      const MappeRetentionDue *due = g_ptr_array_index (self->due, i);

      if (due->state == MAPPE_RETENTION_TO_OFFER)
        mappe_edit_insert (edit, item_of (due, id, place));
    }
  return mappe_edit_size (edit) > 1 ? g_steal_pointer (&edit) : NULL;
}

/**
 * mappe_retention_delete:
 *
 * Returns: (transfer full) (nullable): the edit that deletes what may be deleted; %NULL when nothing may
 */
MappeEdit *
mappe_retention_delete (const MappeRetention *self, const char *label)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (label);

  for (guint i = 0; i < self->due->len; i++)
    {
      const MappeRetentionDue *due = g_ptr_array_index (self->due, i);

      if (due->state == MAPPE_RETENTION_TO_DELETE)
        mappe_edit_delete (edit, due->rule->kind, due->id, 0);
    }
  return mappe_edit_size (edit) > 0 ? g_steal_pointer (&edit) : NULL;
}
