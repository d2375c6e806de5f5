#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeValueType:
 *
 * The four ways a value is held, in memory and in the file. What a value means (a date, a code, an amount) is
 * said by the field specification, not by the value.
 */
typedef enum {
  MAPPE_VALUE_NULL,
  MAPPE_VALUE_INT,
  MAPPE_VALUE_REAL,
  MAPPE_VALUE_TEXT,
} MappeValueType;

typedef struct {
  MappeValueType type;
  union {
    gint64 integer;
    double real;
    char  *text;
  };
} MappeValue;

#define MAPPE_VALUE_INIT { MAPPE_VALUE_NULL, { 0 } }

void      mappe_value_clear      (MappeValue *value);
void      mappe_value_copy       (MappeValue *target, const MappeValue *source);
gboolean  mappe_value_equal      (const MappeValue *left, const MappeValue *right);
void      mappe_value_set_int    (MappeValue *value, gint64 integer);
void      mappe_value_set_real   (MappeValue *value, double real);
void      mappe_value_set_text   (MappeValue *value, const char *text);
void      mappe_value_take_text  (MappeValue *value, char *text);

static inline gboolean
mappe_value_is_null (const MappeValue *value)
{
  return value->type == MAPPE_VALUE_NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MappeValue, mappe_value_clear)

G_END_DECLS
