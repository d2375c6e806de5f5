/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the field tables: kind, field, type, target, and whether it is personal or confidential. */
#include "mappe-kind.h"

int
main (void)
{
  static const char *const types[] = { "text", "longtext", "int", "decimal", "real", "bool", "date", "time", "datetime",
                                       "code", "reference", "blob" };
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const MappeFieldSpec *field = &kinds[i]->fields[j];

        g_print ("%s\t%s\t%s\t%s\t%s%s%s\n", kinds[i]->name, field->name, types[field->type],
                 field->target != NULL ? field->target : "", (field->flags & MAPPE_FIELD_REQUIRED) != 0 ? "R" : "",
                 (field->flags & MAPPE_FIELD_PERSONAL) != 0 ? "P" : "",
                 (field->flags & MAPPE_FIELD_CONFIDENTIAL) != 0 ? "C" : "");
      }
  return 0;
}
