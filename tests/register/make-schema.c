/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the schema of the register: "rnc" or "rng". For data/register.rnc and data/register.rng. */
#include <stdio.h>
#include <string.h>

#include "mappe-register.h"

int
main (int argc, char **argv)
{
  g_autofree char *schema = argc == 2 && strcmp (argv[1], "rnc") == 0   ? mappe_register_schema_rnc ()
                            : argc == 2 && strcmp (argv[1], "rng") == 0 ? mappe_register_schema_rng ()
                                                                        : NULL;

  return schema != NULL && fputs (schema, stdout) >= 0 ? 0 : 2;
}
