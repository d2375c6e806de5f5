/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-plan-text.h"

#include "mappe-deployment-plan-item.h"

/* The frozen content of a deployment plan: canonical XML, so that the same plan is the same bytes. */

static const struct { const char *name; guint field; } parts[MAPPE_PLAN_N_PARTS] = {
  [MAPPE_PLAN_PHASE] = { "phase", MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE },
  [MAPPE_PLAN_FROM] = { "from", MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM },
  [MAPPE_PLAN_TO] = { "to", MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO },
  [MAPPE_PLAN_UNIT] = { "unit", MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION },
  [MAPPE_PLAN_TASK] = { "task", MAPPE_DEPLOYMENT_PLAN_ITEM_TASK },
  [MAPPE_PLAN_STRENGTH] = { "strength", MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH },
  [MAPPE_PLAN_CONTACT] = { "contact", MAPPE_DEPLOYMENT_PLAN_ITEM_CONTACT_ROLE },
  [MAPPE_PLAN_ROSTER] = { "roster", MAPPE_DEPLOYMENT_PLAN_ITEM_DUTY_ROSTER_REF },
};

static void
line_free (gpointer data)
{
  MappePlanLine *line = data;

  g_free (line->reference);
  for (guint i = 0; i < MAPPE_PLAN_N_PARTS; i++)
    g_free (line->parts[i]);
  g_free (line);
}

static MappePlanLine *
line_of (const MappeListed *listed)
{
  MappePlanLine *line = g_new0 (MappePlanLine, 1);

  line->reference = g_strdup (mappe_row_get_text (listed->row, MAPPE_FIELD_REFERENCE));
  for (guint i = 0; i < MAPPE_PLAN_N_PARTS; i++)
    line->parts[i] = i == MAPPE_PLAN_UNIT ? g_strdup (listed->shown[parts[i].field])
                                          : mappe_row_get_canonical (listed->row, parts[i].field);
  return line;
}

/** mappe_plan_lines: @listed: (element-type MappeListed): lines of a plan. Returns: (transfer full) (element-type
 * MappePlanLine): the same in plain words */
GPtrArray *
mappe_plan_lines (GPtrArray *listed)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (lines, line_of (g_ptr_array_index (listed, i)));
  return lines;
}

/* --- writing --- */

/* Takes over nothing; what is empty is left out. */
static void
add_attribute (GString *xml, const char *name, const char *value)
{
  g_autofree char *text = value != NULL ? g_markup_printf_escaped (" %s=\"%s\"", name, value) : NULL;

  if (text != NULL)
    g_string_append (xml, text);
}

/**
 * mappe_plan_write:
 * @head: what stands above it
 * @lines: (element-type MappePlanLine): in their order
 *
 * Returns: (transfer full): the plan as canonical XML: the same plan gives the same bytes
 */
char *
mappe_plan_write (const MappePlanHead *head, GPtrArray *lines)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<deployment-plan");
  g_autofree char *edition = g_strdup_printf ("%" G_GINT64_FORMAT, head->edition);

  add_attribute (xml, "event", head->event);
  add_attribute (xml, "title", head->title);
  add_attribute (xml, "edition", edition);
  add_attribute (xml, "released-on", head->released_on);
  add_attribute (xml, "released-by", head->released_by);
  add_attribute (xml, "classification", "confidential");
  g_string_append (xml, ">\n");
  for (guint i = 0; i < lines->len; i++)
    {
      const MappePlanLine *line = g_ptr_array_index (lines, i);

      g_string_append (xml, "  <line");
      add_attribute (xml, "reference", line->reference);
      for (guint p = 0; p < MAPPE_PLAN_N_PARTS; p++)
        add_attribute (xml, parts[p].name, line->parts[p]);
      g_string_append (xml, "/>\n");
    }
  g_string_append (xml, "</deployment-plan>\n");
  return g_string_free (xml, FALSE);
}

/* --- reading --- */

static int
part_of (const char *name)
{
  for (guint i = 0; i < MAPPE_PLAN_N_PARTS; i++)
    if (g_str_equal (parts[i].name, name))
      return (int) i;
  return -1;
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer data, GError **error)
{
  GPtrArray *lines = data;
  MappePlanLine *line;

  if (!g_str_equal (element, "line"))
    return;
  line = g_new0 (MappePlanLine, 1);
  g_ptr_array_add (lines, line);
  for (guint i = 0; names[i] != NULL; i++)
    {
      int part = part_of (names[i]);

      if (part >= 0)
        line->parts[part] = g_strdup (values[i]);
      else if (g_str_equal (names[i], "reference"))
        line->reference = g_strdup (values[i]);
    }
}

/** mappe_plan_read: @content: of a release. Returns: (transfer full) (nullable) (element-type MappePlanLine): its
 * lines; %NULL with an error of GMarkup when it is none */
GPtrArray *
mappe_plan_read (GBytes *content, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, lines, NULL);
  gsize size;
  const char *text = g_bytes_get_data (content, &size);

  if (!g_markup_parse_context_parse (context, text, (gssize) size, error)
      || !g_markup_parse_context_end_parse (context, error))
    return NULL;
  return g_steal_pointer (&lines);
}

/* --- comparing --- */

static const MappePlanLine *
find (GPtrArray *lines, const char *reference)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MappePlanLine *line = g_ptr_array_index (lines, i);

      if (g_strcmp0 (line->reference, reference) == 0)
        return line;
    }
  return NULL;
}

static guint
changes (const MappePlanLine *before, const MappePlanLine *after)
{
  guint changed = 0;

  for (guint i = 0; i < MAPPE_PLAN_N_PARTS; i++)
    changed |= g_strcmp0 (before->parts[i], after->parts[i]) != 0 ? 1u << i : 0;
  return changed;
}

static void
add_difference (GPtrArray *differences, const MappePlanLine *before, const MappePlanLine *after, guint changed)
{
  MappePlanDifference *difference = g_new (MappePlanDifference, 1);

  *difference = (MappePlanDifference) { before, after, changed };
  g_ptr_array_add (differences, difference);
}

/**
 * mappe_plan_compare:
 * @before: (element-type MappePlanLine): the release
 * @after: (element-type MappePlanLine): the plan as it is
 *
 * Returns: (transfer full) (element-type MappePlanDifference): new and changed lines in the order of @after, then those
 *   taken out; they point into both, which must live as long. The order of the lines is no difference.
 */
GPtrArray *
mappe_plan_compare (GPtrArray *before, GPtrArray *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < after->len; i++)
    {
      const MappePlanLine *line = g_ptr_array_index (after, i), *old = find (before, line->reference);
      guint changed = old != NULL ? changes (old, line) : 0;

      if (old == NULL || changed != 0)
        add_difference (differences, old, line, changed);
    }
  for (guint i = 0; i < before->len; i++)
    {
      const MappePlanLine *line = g_ptr_array_index (before, i);

      if (find (after, line->reference) == NULL)
        add_difference (differences, line, NULL, 0);
    }
  return differences;
}
