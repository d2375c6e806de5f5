#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/* A copy that was proven: opened, integrity checked, row counts compared. Never leaves a partial file behind. */
gboolean   mappe_store_backup            (MappeStore *self, const char *path, GError **error);
void       mappe_store_backup_async      (MappeStore *self, const char *path, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer data);
gboolean   mappe_store_backup_finish     (MappeStore *self, GAsyncResult *result, GError **error);
/* Rotating copies in @folder, the newest @keep are kept; a damaged council never pushes a sound copy out. */
char      *mappe_store_backup_rotate     (MappeStore *self, const char *folder, guint keep, GError **error);
void       mappe_store_backup_rotate_async (MappeStore *self, const char *folder, guint keep,
                                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
char      *mappe_store_backup_rotate_finish (MappeStore *self, GAsyncResult *result, GError **error);
/* Puts @backup in the place of @path: journals moved away, checked, then swapped; the replaced file is kept beside
 * it as "NAME.before-restore". */
gboolean   mappe_backup_restore          (const char *backup, const char *path, GError **error);

/* What is wrong with a council file: (element-type MappeFinding) */
typedef struct {
  char            *rule;     /* stable word: "integrity", "reference", "required", "votes", … */
  const MappeKind *kind;     /* (nullable) */
  gint64           id;
  char            *reference;
  int              field;    /* or -1 */
  char            *detail;   /* canonical values, English */
} MappeFinding;
GPtrArray *mappe_store_check             (MappeStore *self, GError **error);

/* Canonical text of all records: kinds by name, records by reference, fields in table order, references as
 * reference texts; no ids, no versions, no log. Equal for equal content. */
gboolean   mappe_store_dump              (MappeStore *self, GOutputStream *out, GError **error);

G_END_DECLS
