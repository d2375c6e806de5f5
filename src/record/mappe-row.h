#pragma once

#include "mappe-kind.h"

G_BEGIN_DECLS

/**
 * MappeRow:
 *
 * One record as a plain block: what crosses threads. Reference counted; once shared it is not changed.
 * @id is 0 before the first save; @version counts the saves and guards against lost updates.
 */
struct _MappeRow {
  const MappeKind *kind;
  gint64           id;
  gint64           version;
  gatomicrefcount  references;
  MappeValue       values[];
};

MappeRow   *mappe_row_new            (const MappeKind *kind);
MappeRow   *mappe_row_new_preset     (const MappeKind *kind);
MappeRow   *mappe_row_copy           (const MappeRow *row);
MappeRow   *mappe_row_ref            (MappeRow *row);
void        mappe_row_unref          (MappeRow *row);
gboolean    mappe_row_equal          (const MappeRow *left, const MappeRow *right);

const char *mappe_row_get_text       (const MappeRow *row, guint field);
gint64      mappe_row_get_int        (const MappeRow *row, guint field);
double      mappe_row_get_real       (const MappeRow *row, guint field);
gboolean    mappe_row_is_null        (const MappeRow *row, guint field);
char       *mappe_row_get_canonical  (const MappeRow *row, guint field);
gboolean    mappe_row_set_canonical  (MappeRow *row, guint field, const char *canonical, GError **error);
gboolean    mappe_row_validate       (const MappeRow *row, int *field, GError **error);
char       *mappe_row_get_title      (const MappeRow *row);
char       *mappe_row_make_title     (const MappeRow *row, char *const *shown);
char       *mappe_row_get_search     (const MappeRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeRow, mappe_row_unref)

G_END_DECLS
