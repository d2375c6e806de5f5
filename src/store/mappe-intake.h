/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-uid.h"

G_BEGIN_DECLS

/**
 * MappeIntake:
 *
 * Records of another file on their way into this one: all in one transaction of the writer and one step of undo. What
 * is known already, by its UUID, is changed; what is not is added. Lives on the writer's thread for the length of the
 * job only.
 */
typedef struct _MappeIntake MappeIntake;

/**
 * MappeIntakeRecord:
 * @uid: what it is called in the world
 * @row: its values; those of references are empty
 * @targets: for each field, of a reference the UUID of the record it refers to, or zero
 * @given: for each field, whether the other file says something of it; the others stay as they are
 */
typedef struct {
  MappeUid  uid;
  MappeRow *row;
  MappeUid *targets;
  gboolean *given;
} MappeIntakeRecord;

/**
 * MappeIntakeResult:
 * @MAPPE_INTAKE_NEW: added
 * @MAPPE_INTAKE_CHANGED: was there, and is changed
 * @MAPPE_INTAKE_SAME: was there, and is as it was
 * @MAPPE_INTAKE_REFUSED: cannot be taken; the error says why, and one may go on with the next
 * @MAPPE_INTAKE_FAILED: the file is at fault; with an error
 */
typedef enum {
  MAPPE_INTAKE_NEW,
  MAPPE_INTAKE_CHANGED,
  MAPPE_INTAKE_SAME,
  MAPPE_INTAKE_REFUSED,
  MAPPE_INTAKE_FAILED,
} MappeIntakeResult;

/** Does the work on the writer's thread. */
typedef gboolean (*MappeIntakeFunc) (MappeIntake *intake, gpointer data, GError **error);

/** Is told of each rule that is broken: @rule is a word of mappe_store_check(), or "guard", or "reference". */
typedef void (*MappeIntakeComplain) (gpointer data, const char *rule, const MappeKind *kind, gint64 id, int field,
                                     const char *detail);

gboolean          mappe_store_take_in     (MappeStore *self, const char *label, MappeIntakeFunc func, gpointer data,
                                           GError **error);

gboolean          mappe_intake_is_empty   (MappeIntake *self);
MappeIntakeResult mappe_intake_put        (MappeIntake *self, MappeIntakeRecord *record, int *field, GError **error);
gboolean          mappe_intake_settle     (MappeIntake *self, MappeIntakeComplain complain, gpointer data,
                                           GError **error);
gboolean          mappe_intake_judge      (MappeIntake *self, MappeIntakeComplain complain, gpointer data,
                                           GError **error);
gboolean          mappe_intake_uid_of     (MappeIntake *self, const MappeKind *kind, gint64 id, MappeUid *uid,
                                           GError **error);
gboolean          mappe_intake_has_file   (MappeIntake *self, const char *hash, gboolean *has, GError **error);
gboolean          mappe_intake_put_file   (MappeIntake *self, const char *hash, GBytes *content, GError **error);
gboolean          mappe_intake_count_on   (MappeIntake *self, const MappeKind *kind, gint64 number, GError **error);
gboolean          mappe_intake_put_extra  (MappeIntake *self, guint position, const char *name, const char *content,
                                           GError **error);
void              mappe_intake_discard    (MappeIntake *self);
void              mappe_intake_set_label  (MappeIntake *self, const char *label);

/* mappe-intake-rows.c: records of programs that know nothing of this one, row by row */

/** Is told of a record that is there; ends the visit by returning %FALSE. @title: (transfer none) */
typedef gboolean (*MappeIntakeVisit) (gpointer data, const MappeRow *row, const char *title);

gint64            mappe_intake_find        (MappeIntake *self, const MappeKind *kind, const char *reference,
                                            GError **error);
gint64            mappe_intake_find_uid    (MappeIntake *self, const MappeKind *kind, const MappeUid *uid,
                                            GError **error);
MappeRow         *mappe_intake_load        (MappeIntake *self, const MappeKind *kind, gint64 id, GError **error);
char             *mappe_intake_title       (MappeIntake *self, const MappeRow *row, GError **error);
gboolean          mappe_intake_visit       (MappeIntake *self, const MappeKind *kind, MappeIntakeVisit visit,
                                            gpointer data, GError **error);
MappeIntakeResult mappe_intake_add         (MappeIntake *self, MappeRow *row, const MappeUid *uid, int *field,
                                            GError **error);
MappeIntakeResult mappe_intake_change      (MappeIntake *self, const MappeRow *before, MappeRow *after, int *field,
                                            GError **error);
gboolean          mappe_intake_is_changed  (MappeIntake *self, const MappeRow *row);
gboolean          mappe_intake_judge_edits (MappeIntake *self, MappeIntakeComplain complain, gpointer data,
                                            GError **error);

/* The last number that the program gave to a kind, in references; paper remembers it when the record is gone. */
gint64            mappe_snapshot_last_number (MappeSnapshot *snapshot, const MappeKind *kind, GError **error);
/* What other programs put into a register, kept for the next one: pairs of name and content. */
GStrv             mappe_snapshot_extras   (MappeSnapshot *snapshot, GError **error);

G_END_DECLS
