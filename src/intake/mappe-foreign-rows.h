/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-foreign-file.h"

G_BEGIN_DECLS

/**
 * MappeForeignRow: one record of another program
 * @line: of the file, from 1, at which it begins
 * @cells: (array zero-terminated=1): one a column; "" where it says nothing
 * @fault: (nullable): why it is no record, translated
 * @note: (nullable): what of it could not be read, translated
 * @is_organisation: the card is one of an organisation, not of a person
 * @uid: (nullable): what the other program calls it in the world
 * @cancelled: the appointment was called off
 */
typedef struct {
  guint64     line;
  char      **cells;
  const char *fault;
  const char *note;
  gboolean    is_organisation;
  const char *uid;
  gboolean    cancelled;
} MappeForeignRow;

/**
 * MappeForeignRows:
 *
 * The records of a file one after the other, never more than one in memory: those of cards and appointments stand in
 * columns like those of a table, so that all further is the same.
 */
typedef struct _MappeForeignRows MappeForeignRows;

/* Columns of cards and of appointments, see mappe_foreign_rows_columns(). */
enum {
  MAPPE_CARD_TITLE, MAPPE_CARD_FIRST_NAME, MAPPE_CARD_LAST_NAME, MAPPE_CARD_ORGANISATION, MAPPE_CARD_UNIT,
  MAPPE_CARD_POSITION, MAPPE_CARD_FUNCTION, MAPPE_CARD_EMAIL, MAPPE_CARD_MORE_EMAIL, MAPPE_CARD_PHONE,
  MAPPE_CARD_ADDRESS, MAPPE_CARD_NOTE, MAPPE_CARD_N,
};
enum {
  MAPPE_APPOINTMENT_TITLE, MAPPE_APPOINTMENT_START_ON, MAPPE_APPOINTMENT_START_AT, MAPPE_APPOINTMENT_END_ON,
  MAPPE_APPOINTMENT_END_AT, MAPPE_APPOINTMENT_PLACE, MAPPE_APPOINTMENT_NOTE, MAPPE_APPOINTMENT_N,
};

MappeForeignRows      *mappe_foreign_rows_open     (const MappeForeignFile *file, gboolean has_head,
                                                    GCancellable *cancellable, GError **error);
void                   mappe_foreign_rows_free     (MappeForeignRows *self);
const char *const     *mappe_foreign_rows_columns  (MappeForeignRows *self);
guint                  mappe_foreign_rows_n_columns (MappeForeignRows *self);
const MappeForeignRow *mappe_foreign_rows_next     (MappeForeignRows *self, GError **error);
guint                  mappe_foreign_rows_permille (MappeForeignRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeForeignRows, mappe_foreign_rows_free)

G_END_DECLS
