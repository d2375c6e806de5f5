#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeBaseError:
 * @MAPPE_BASE_ERROR_DATE: a typed text is not a date or time
 * @MAPPE_BASE_ERROR_NUMBER: a typed text is not a number
 */
typedef enum {
  MAPPE_BASE_ERROR_DATE,
  MAPPE_BASE_ERROR_NUMBER,
} MappeBaseError;

#define MAPPE_BASE_ERROR (mappe_base_error_quark ())
GQuark mappe_base_error_quark (void);

G_END_DECLS
