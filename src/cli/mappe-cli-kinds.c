/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>

static const char *
type_name (const MappeFieldSpec *field)
{
  static const char * const names[] = {
    [MAPPE_FIELD_TEXT] = "text", [MAPPE_FIELD_LONGTEXT] = "longtext", [MAPPE_FIELD_INT] = "int",
    [MAPPE_FIELD_DECIMAL] = "decimal", [MAPPE_FIELD_REAL] = "real", [MAPPE_FIELD_BOOL] = "bool",
    [MAPPE_FIELD_DATE] = "date", [MAPPE_FIELD_TIME] = "time", [MAPPE_FIELD_DATETIME] = "datetime",
    [MAPPE_FIELD_CODE] = "code", [MAPPE_FIELD_REF] = "reference", [MAPPE_FIELD_BLOB] = "file",
  };

  return names[field->type];
}

/** mappe_cli_kinds: Lists the kinds of records. */
gboolean
mappe_cli_kinds (MappeCli *cli, char **arguments, GError **error)
{
  g_auto (GStrv) rest = NULL;
  guint n_kinds;
  const MappeKind * const *kinds = mappe_kinds (&n_kinds);

  if (!mappe_cli_parse (cli, NULL, arguments, 0, 0, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  for (guint i = 0; i < n_kinds; i++)
    if (!mappe_cli_print (cli, error, "%s\t%s\n", kinds[i]->name, _(kinds[i]->label)))
      return FALSE;
  return TRUE;
}

/** mappe_cli_fields: Lists the fields of a kind: name, type, what it is limited to, label. */
gboolean
mappe_cli_fields (MappeCli *cli, char **arguments, GError **error)
{
  g_auto (GStrv) rest = NULL;
  const MappeKind *kind;

  if (!mappe_cli_parse (cli, NULL, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  kind = mappe_cli_kind (rest[0], error);
  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      const MappeFieldSpec *field = &kind->fields[i];
      const char *among = field->type == MAPPE_FIELD_REF ? field->target : field->code_list;

      if (!mappe_cli_print (cli, error, "%s\t%s%s%s\t%s\n", field->name, type_name (field),
                            among != NULL ? " " : "", among != NULL ? among : "", _(field->label)))
        return FALSE;
    }
  return kind != NULL;
}
