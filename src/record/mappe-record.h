#pragma once

#include "mappe-row.h"

G_BEGIN_DECLS

/**
 * MappeRecord:
 *
 * A record as an object of the UI thread: its properties are the fields of its kind, made from the field table.
 * It shows one #MappeRow and is notified when a commit brings a newer one. A record without a row is "loading".
 */
#define MAPPE_TYPE_RECORD (mappe_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (MappeRecord, mappe_record, MAPPE, RECORD, GObject)

struct _MappeRecordClass {
  GObjectClass     parent_class;
  const MappeKind *kind;
  /*< private >*/
  GParamSpec     **properties;  /* one a field, in the order of the table */
};

MappeRecord     *mappe_record_new           (const MappeKind *kind, gint64 id);
const MappeKind *mappe_record_get_kind      (MappeRecord *self);
gint64           mappe_record_get_id        (MappeRecord *self);
gboolean         mappe_record_is_loading    (MappeRecord *self);
MappeRow        *mappe_record_get_row       (MappeRecord *self);
void             mappe_record_set_row       (MappeRecord *self, MappeRow *row);
const char      *mappe_record_get_text      (MappeRecord *self, guint field);
gint64           mappe_record_get_int       (MappeRecord *self, guint field);
double           mappe_record_get_real      (MappeRecord *self, guint field);
const char      *mappe_record_get_shown     (MappeRecord *self, guint field);
void             mappe_record_set_shown     (MappeRecord *self, guint field, const char *text);

void             mappe_record_class_set_kind (MappeRecordClass *klass, const MappeKind *kind);

/**
 * MAPPE_DEFINE_RECORD:
 *
 * Defines type, class and kind descriptor from the field table @fields_ and the title fields @titles_.
 */
#define MAPPE_DEFINE_RECORD(TypeName, type_name, kind_name, table_name, label_, plural_, prefix_, digits_,        \
                            fields_, titles_, check_)                                                             \
  typedef struct { MappeRecord parent_instance; } TypeName;                                                       \
  typedef struct { MappeRecordClass parent_class; } TypeName##Class;                                              \
  GType type_name##_get_type (void);                                                                              \
  G_DEFINE_TYPE (TypeName, type_name, MAPPE_TYPE_RECORD)                                                          \
  const MappeKind type_name##_kind = { kind_name, table_name, label_, plural_, prefix_, digits_, fields_,         \
                                       G_N_ELEMENTS (fields_), titles_, check_, type_name##_get_type };           \
  static void type_name##_class_init (TypeName##Class *klass)                                                     \
  {                                                                                                               \
    mappe_record_class_set_kind (MAPPE_RECORD_CLASS (klass), &type_name##_kind);                                  \
  }                                                                                                               \
  static void type_name##_init (TypeName *self) { }

G_END_DECLS
