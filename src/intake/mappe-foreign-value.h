/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"

G_BEGIN_DECLS

/**
 * MappeForeignWriting: how the other program, or the people who used it, write values
 * @codes: the code lists of the council
 * @mark: '.' or ',': the decimal mark where the writing of a number leaves it open
 * @today: "YYYY-MM-DD": from which days without a year are counted
 */
typedef struct {
  MappeCodes *codes;
  char        mark;
  const char *today;
} MappeForeignWriting;

char *mappe_foreign_unguard  (const char *cell);
char *mappe_foreign_guard    (const char *cell);
char *mappe_foreign_key      (const char *text);
char *mappe_foreign_value    (const MappeForeignWriting *writing, const MappeFieldSpec *field, const char *cell,
                              GError **error);
char  mappe_foreign_mark_of  (const char *cell);

G_END_DECLS
