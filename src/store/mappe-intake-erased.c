/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-erase-private.h"
#include "mappe-intake-private.h"

/* What was erased does not come back. */

/* Returns: whether it could be read */
gboolean
mappe_intake_read_erased (MappeIntake *self, GError **error)
{
  self->erased = mappe_erased_read (self->apply.conn, error);
  self->erased_by_uid = self->erased != NULL ? mappe_erased_by_uid (self->erased) : NULL;
  return self->erased != NULL;
}

static const MappeErased *
find_erased (MappeIntake *self, const MappeUid *uid)
{
  char text[MAPPE_UID_LENGTH + 1];

  if (!mappe_uid_is_set (uid))
    return NULL;
  mappe_uid_format (uid, text);
  return g_hash_table_lookup (self->erased_by_uid, text);
}

static void
keep_out (MappeIntakeRecord *record, const MappeErasePart *part, gboolean name_kept)
{
  for (const int *field = part->fields; *field >= 0; field++)
    record->given[*field] = FALSE;
  for (const int *field = part->name; !name_kept && *field >= 0; field++)
    record->given[*field] = FALSE;
  mappe_erase_blank (part, record->row, name_kept);
}

/* Personal data that were erased here do not come back with a register from before: neither those of the record itself
 * nor those of what belongs to it. */
void
mappe_intake_keep_out (MappeIntake *self, MappeIntakeRecord *record)
{
  guint n_parts;
  const MappeErasePart *parts = mappe_erase_parts (&n_parts);

  for (guint i = 0; self->erased->len > 0 && i < n_parts; i++)
    {
      const MappeErased *erased = parts[i].kind != record->row->kind ? NULL
                                  : parts[i].link < 0 ? find_erased (self, &record->uid)
                                                      : find_erased (self, &record->targets[parts[i].link]);

      if (erased != NULL && erased->kind == parts[i].about)
        keep_out (record, &parts[i], erased->name_kept);
    }
}

/** mappe_intake_keep_erased: The same for a record that is there, whatever it was known by: what was erased of it stays
 * as it is in @before. */
void
mappe_intake_keep_erased (MappeIntake *self, const MappeRow *before, MappeRow *after)
{
  const MappeErasePart *part = self->erased->len > 0 ? mappe_erase_part_of (before->kind) : NULL;
  const MappeErased *erased;
  MappeUid uid;

  if (part == NULL || !mappe_uids_of (self->uids, before->kind, before->id, &uid, NULL))
    return;
  erased = find_erased (self, &uid);
  for (const int *field = part->fields; erased != NULL && *field >= 0; field++)
    mappe_value_copy (&after->values[*field], &before->values[*field]);
  for (const int *field = part->name; erased != NULL && !erased->name_kept && *field >= 0; field++)
    mappe_value_copy (&after->values[*field], &before->values[*field]);
}
