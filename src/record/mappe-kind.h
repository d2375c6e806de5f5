#pragma once

#include <glib-object.h>

#include "mappe-field.h"

G_BEGIN_DECLS

typedef struct _MappeRow MappeRow;

/**
 * MappeKind:
 * @name: command-line name, e.g. "agenda-item"
 * @table: name of the table, e.g. "agenda_item"
 * @label: English name of one record, marked for translation
 * @label_plural: English name of many, marked for translation
 * @prefix: start of references given by the program, e.g. "MTG"
 * @digits: least number of digits behind it
 * @fields: the field table; @fields[0] is always "reference"
 * @n_fields: their number
 * @title_fields: field numbers that name the record for people, ended by -1 (references are followed one step)
 * @check: (nullable): rules between fields of one row
 * @get_type: type of the record class
 */
struct _MappeKind {
  const char           *name;
  const char           *table;
  const char           *label;
  const char           *label_plural;
  const char           *prefix;
  guint                 digits;
  const MappeFieldSpec *fields;
  guint                 n_fields;
  const int            *title_fields;
  gboolean            (*check) (const MappeRow *row, int *field, GError **error);
  GType               (*get_type) (void);
};

enum { MAPPE_FIELD_REFERENCE = 0 };

const MappeKind * const *mappe_kinds             (guint *n_kinds);
const MappeKind         *mappe_kind_lookup       (const char *name, GError **error);
guint                    mappe_kind_index        (const MappeKind *kind);
int                      mappe_kind_find_field   (const MappeKind *kind, const char *name);
int                      mappe_kind_require_field (const MappeKind *kind, const char *name, GError **error);
int                      mappe_kind_owner_field  (const MappeKind *kind);

G_END_DECLS
