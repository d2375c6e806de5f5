#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeRecordError:
 * @MAPPE_RECORD_ERROR_UNKNOWN_KIND: no kind of that name
 * @MAPPE_RECORD_ERROR_UNKNOWN_FIELD: the kind has no field of that name
 * @MAPPE_RECORD_ERROR_TYPE: the text is not a value of the field's type
 * @MAPPE_RECORD_ERROR_REQUIRED: a required field is empty
 * @MAPPE_RECORD_ERROR_RANGE: a number outside minimum and maximum
 * @MAPPE_RECORD_ERROR_TOO_LONG: more text than the field may hold
 * @MAPPE_RECORD_ERROR_ENCODING: not UTF-8, or control characters
 * @MAPPE_RECORD_ERROR_RULE: two fields contradict each other (an end before its begin, votes that do not add up …)
 *
 * The message names the field by its untranslated name; callers translate by code.
 */
typedef enum {
  MAPPE_RECORD_ERROR_UNKNOWN_KIND,
  MAPPE_RECORD_ERROR_UNKNOWN_FIELD,
  MAPPE_RECORD_ERROR_TYPE,
  MAPPE_RECORD_ERROR_REQUIRED,
  MAPPE_RECORD_ERROR_RANGE,
  MAPPE_RECORD_ERROR_TOO_LONG,
  MAPPE_RECORD_ERROR_ENCODING,
  MAPPE_RECORD_ERROR_RULE,
} MappeRecordError;

#define MAPPE_RECORD_ERROR (mappe_record_error_quark ())
GQuark mappe_record_error_quark (void);

G_END_DECLS
