/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-report.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-format.h"
#include "mappe-number.h"
#include "mappe-text.h"

#define MOST_NAMED 12  /* parts that are listed */

static void
gather (const MappeNode *node, MappeClass above, MappeClass wanted, GPtrArray *names, guint *n)
{
  if (node->class == wanted && above < wanted)
    {
      g_autofree char *heading = mappe_node_get_heading (node);
      g_autofree char *text = *heading != '\0' ? g_steal_pointer (&heading) : mappe_node_get_text (node);

      (*n)++;
      if (names->len < MOST_NAMED && *text != '\0')
        g_ptr_array_add (names, mappe_text_ellipsize (text, 60));
    }
  for (guint i = 0; i < node->children->len; i++)
    gather (g_ptr_array_index (node->children, i), MAX (node->class, above), wanted, names, n);
}

static void
tell (GString *out, const MappeNode *document, MappeClass class, const char *label)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  gather (document, MAPPE_CLASS_PUBLIC, class, names, &n);
  if (n == 0)
    return;
  g_string_append (out, out->len > 0 ? "\n" : "");
  g_string_append_printf (out, "%s: %u", label, n);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (out, "\n• %s", (const char *) g_ptr_array_index (names, i));
  if (names->len < n)
    g_string_append (out, "\n…");
}

/**
 * mappe_share_report:
 * @document: as it will go out
 *
 * Returns: (transfer full): which parts of it are not for everybody
 */
char *
mappe_share_report (const MappeNode *document)
{
  GString *out = g_string_new (NULL);

  tell (out, document, MAPPE_CLASS_MEMBERS, _("Parts for members only"));
  tell (out, document, MAPPE_CLASS_CONFIDENTIAL, _("Confidential parts"));
  if (out->len == 0)
    g_string_append (out, _("Everything in it is public."));
  if (mappe_format_lacks_signs (document))
    g_string_append_printf (out, "\n⚠ %s", _("The fonts of this computer lack a character of it; boxes are printed."));
  return g_string_free (out, FALSE);
}

/**
 * mappe_share_report_entries:
 * @text: a file, or how it begins
 * @mark: what each entry begins with
 * @whole: whether it is all of the file
 *
 * Returns: (transfer full): how many entries it has
 */
char *
mappe_share_report_entries (const char *text, const char *mark, gboolean whole)
{
  g_autofree char *number = NULL;
  gint64 n = 0;

  for (const char *at = strstr (text, mark); at != NULL; at = strstr (at + 1, mark))
    n++;
  number = mappe_int_format (n);
  return whole ? g_strdup_printf (ngettext ("%s entry", "%s entries", (gulong) n), number)
               : g_strdup_printf (_("More than %s entries"), number);
}

static void
sum (const GArray *counts, gint64 *records, gint64 *withheld)
{
  *records = *withheld = 0;
  for (guint i = 0; i < counts->len; i++)
    {
      *records += g_array_index (counts, MappeRegisterCount, i).records;
      *withheld += g_array_index (counts, MappeRegisterCount, i).withheld;
    }
}

/** mappe_share_report_register: Returns: (transfer full): how much of the council is in it */
char *
mappe_share_report_register (const GArray *counts, MappeProfile reader)
{
  g_autofree char *all = NULL, *hidden = NULL;
  GString *out = g_string_new (NULL);
  gint64 records, withheld;

  sum (counts, &records, &withheld);
  all = mappe_int_format (records);
  hidden = mappe_int_format (withheld);
  g_string_append_printf (out, ngettext ("%s record", "%s records", (gulong) records), all);
  if (withheld > 0)
    g_string_append_printf (out, ngettext (", %s of them withheld", ", %s of them withheld", (gulong) withheld),
                            hidden);
  if (reader == MAPPE_PROFILE_FULL)
    g_string_append_printf (out, "\n%s", _("Confidential records and contact data are in it."));
  else if (reader == MAPPE_PROFILE_ARCHIVE)
    g_string_append_printf (out, "\n%s", _("Confidential matters that are closed are in it, contact data are not."));
  return g_string_free (out, FALSE);
}

/** mappe_share_list_register: Returns: (transfer full): a line for each kind that has records */
char *
mappe_share_list_register (const GArray *counts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const MappeRegisterCount *count = &g_array_index (counts, MappeRegisterCount, i);
      g_autofree char *number = mappe_int_format (count->records);
      g_autofree char *hidden = mappe_int_format (count->withheld);

      g_string_append_printf (out, "%s: %s", _(count->kind->label_plural), number);
      if (count->withheld > 0)
        g_string_append_printf (out, _(" (%s withheld)"), hidden);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
