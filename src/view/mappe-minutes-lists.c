/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-lists.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-minutes-acts.h"
#include "mappe-minutes-dialogs.h"
#include "mappe-objection.h"

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* --- what is missing --- */

/* @missing: (transfer none) (element-type MappeMissing): must live until the list is filled anew */
void
mappe_minutes_fill_missing (GtkListBox *list, GPtrArray *missing)
{
  clear (list);
  for (guint i = 0; i < missing->len; i++)
    {
      MappeMissing *each = g_ptr_array_index (missing, i);
      GtkWidget *row = row_new (each->text, each->advice);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data (G_OBJECT (row), "missing", each);
      gtk_list_box_append (list, row);
    }
}

const MappeMissing *
mappe_minutes_missing_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "missing");
}

/* --- objections --- */

static void
decide_cb (GtkButton *button, MappeMeetingStep *step)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);
  const gint64 *id = g_object_get_data (G_OBJECT (button), "objection");

  gtk_popover_popdown (GTK_POPOVER (popover));
  mappe_minutes_ask_outcome (step, *id);
}

/* The row does the same, so that Enter is enough. */
static void
add_decide (GtkWidget *row, MappeMeetingStep *step, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (_("Decide…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "objection", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (decide_cb), step, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

/* "item 5 · Xaver Xylophon · 20.11.2026 · Open" */
static char *
about_objection (const MappeSitting *sitting, const MappeListed *objection)
{
  const MappeSittingItem *item =
      mappe_sitting_item (sitting, mappe_row_get_int (objection->row, MAPPE_OBJECTION_AGENDA_ITEM));
  const char *outcome = mappe_row_get_text (objection->row, MAPPE_OBJECTION_OUTCOME);
  const char *note = mappe_row_get_text (objection->row, MAPPE_OBJECTION_NOTE);
  g_autofree char *day = mappe_date_format (mappe_row_get_text (objection->row, MAPPE_OBJECTION_RAISED_ON));
  g_autofree char *name =
      mappe_sitting_person_name (sitting, mappe_row_get_int (objection->row, MAPPE_OBJECTION_RAISED_BY));
  g_autofree char *number = item != NULL ? g_strdup_printf (_("Item %s"), item->number) : g_strdup ("");
  g_autofree char *person = g_strdup (name != NULL ? name : objection->shown[MAPPE_OBJECTION_RAISED_BY]);

  return g_strdup_printf ("%s%s%s · %s · %s%s%s", number, item != NULL ? " · " : "", person != NULL ? person : "", day,
                          mappe_sitting_code (sitting, "objection_outcome", outcome != NULL ? outcome : "open", NULL),
                          note != NULL ? " · " : "", note != NULL ? note : "");
}

void
mappe_minutes_fill_objections (GtkListBox *list, MappeMeetingStep *step)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (step);

  clear (list);
  for (guint i = 0; i < sitting->objections->len; i++)
    {
      const MappeListed *objection = g_ptr_array_index (sitting->objections, i);
      const char *outcome = mappe_row_get_text (objection->row, MAPPE_OBJECTION_OUTCOME);
      g_autofree char *about = about_objection (sitting, objection);
      GtkWidget *row = row_new (mappe_row_get_text (objection->row, MAPPE_OBJECTION_TEXT), about);

      if (outcome == NULL || g_str_equal (outcome, "open"))
        add_decide (row, step, objection->row->id);
      gtk_list_box_append (list, row);
    }
}

/* --- how far they have come --- */

static const struct { MappeMinutesStage stage; const char *title; } stages[] = {
  { MAPPE_MINUTES_DRAFT, N_("Draft") },
  { MAPPE_MINUTES_WITH_CHAIR, N_("With the chair") },
  { MAPPE_MINUTES_SENT, N_("Sent") },
  { MAPPE_MINUTES_OBJECTED, N_("Objected") },
  { MAPPE_MINUTES_APPROVED, N_("Approved") },
  { MAPPE_MINUTES_SEALED, N_("Signed and sealed") },
};

/* Returns: (transfer full): the stages as Pango markup, the present one bold, those before it with a check mark */
char *
mappe_minutes_stages_text (const MappeSitting *sitting)
{
  MappeMinutesStage now = mappe_minutes_stage (sitting);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      gboolean skipped = stages[i].stage == MAPPE_MINUTES_OBJECTED && sitting->objections->len == 0 &&
                         now != MAPPE_MINUTES_OBJECTED;
      g_autofree char *title = g_markup_escape_text (_(stages[i].title), -1);

      if (skipped)
        continue;
      if (text->len > 0)
        g_string_append (text, " › ");
      if (stages[i].stage == now)
        g_string_append_printf (text, "<b>%s</b>", title);
      else
        g_string_append_printf (text, stages[i].stage < now ? "✓ %s" : "%s", title);
    }
  return g_string_free (text, FALSE);
}
