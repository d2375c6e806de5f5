/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeForeignError:
 * @MAPPE_FOREIGN_ERROR_FORM: not a file of its form: a quotation mark that never ends, a card without an end
 * @MAPPE_FOREIGN_ERROR_ENCODING: not a text, or not one of the encoding it is read in
 * @MAPPE_FOREIGN_ERROR_LIMIT: larger than anything that is accepted, or too much of it rejected
 * @MAPPE_FOREIGN_ERROR_ORDER: what is asked for cannot be done: a field that is not there, a value that is none
 *
 * Messages are for people, translated, and begin with "name:line:" where a place is known.
 */
typedef enum {
  MAPPE_FOREIGN_ERROR_FORM,
  MAPPE_FOREIGN_ERROR_ENCODING,
  MAPPE_FOREIGN_ERROR_LIMIT,
  MAPPE_FOREIGN_ERROR_ORDER,
} MappeForeignError;

#define MAPPE_FOREIGN_ERROR (mappe_foreign_error_quark ())
GQuark mappe_foreign_error_quark (void);

G_END_DECLS
