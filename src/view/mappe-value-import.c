/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value-import.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-value-preview.h"

/* How a table is read, what it would change, and what of it is rejected: nothing is entered before somebody has seen
 * it. */

static const char separators[] = { '\t', ';', ',', '\0' };
static const char marks[] = { ',', '.' };

/**
 * Import:
 * @columns: one a field of a value
 * @filling: the choices are being filled, their signals are not the user's
 */
typedef struct {
  GtkWidget      *window, *overlay, *enter_button, *reject_button, *mark_row, *summary;
  GtkWidget      *columns[MAPPE_LINE_N_FIELDS], *separator_row, *head_switch, *preview;
  MappeIntake    *intake;
  MappeIntakeFunc take;
  gpointer        data;
  GDestroyNotify  data_free;
  gboolean        filling;
} Import;

static void
import_free (Import *self)
{
  mappe_intake_free (self->intake);
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self);
}

/* --- what is shown --- */

static void
fill_columns (Import *self)
{
  for (guint field = 0; field < MAPPE_LINE_N_FIELDS; field++)
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      gtk_string_list_append (names, field == MAPPE_LINE_PERIOD ? _("One after the other") : _("Not in the table"));
      for (guint column = 0; column < self->intake->cells->n_columns; column++)
        gtk_string_list_take (names, mappe_intake_column_name (self->intake, column));
      adw_combo_row_set_model (ADW_COMBO_ROW (self->columns[field]), G_LIST_MODEL (names));
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->columns[field]),
                                  (guint) (self->intake->plan.columns[field] + 1));
    }
}

static void
fill_reading (Import *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i] == self->intake->separator)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->separator_row), i);
  gtk_switch_set_active (GTK_SWITCH (self->head_switch), self->intake->plan.has_head);
}

/* The first of three entries is "please choose" as long as the marks are in doubt. */
static void
fill_mark (Import *self)
{
  const MappeValuePlan *plan = &self->intake->plan;
  g_autofree char *example = NULL;

  gtk_widget_set_visible (self->mark_row, plan->doubtful != NULL);
  if (plan->doubtful == NULL)
    return;
  example = g_strdup_printf (_("“%s” can be read in two ways"), plan->doubtful);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->mark_row), example);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->mark_row), plan->mark == ',' ? 1 : plan->mark == '.' ? 2 : 0);
}

static void
refresh (Import *self)
{
  g_autofree char *summary = mappe_intake_summary (self->intake);
  guint n = self->intake->n_added + self->intake->n_changed;
  g_autofree char *enter = g_strdup_printf (ngettext ("Enter %u value", "Enter %u values", n), n);

  self->filling = TRUE;
  fill_columns (self);
  fill_reading (self);
  fill_mark (self);
  self->filling = FALSE;
  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  gtk_button_set_label (GTK_BUTTON (self->enter_button), enter);
  gtk_widget_set_sensitive (self->enter_button, n > 0 && self->intake->plan.mark != '?');
  gtk_widget_set_visible (self->reject_button, self->intake->n_faults > 0);
  mappe_value_preview_fill (self->preview, self->intake);
}

/* --- choices --- */

static void
column_cb (Import *self, GParamSpec *pspec, GtkWidget *row)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  for (guint field = 0; !self->filling && field < MAPPE_LINE_N_FIELDS; field++)
    if (self->columns[field] == row && selected != GTK_INVALID_LIST_POSITION)
      {
        mappe_intake_set_column (self->intake, field, (int) selected - 1);
        refresh (self);
        return;
      }
}

static void
separator_cb (Import *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->separator_row));

  if (self->filling || selected >= G_N_ELEMENTS (separators) || separators[selected] == self->intake->separator)
    return;
  mappe_intake_set_separator (self->intake, separators[selected]);
  refresh (self);
}

static void
head_cb (Import *self)
{
  if (self->filling)
    return;
  mappe_intake_set_head (self->intake, gtk_switch_get_active (GTK_SWITCH (self->head_switch)));
  refresh (self);
}

static void
mark_cb (Import *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->mark_row));

  if (self->filling || selected == 0 || selected > G_N_ELEMENTS (marks))
    return;
  mappe_intake_set_mark (self->intake, marks[selected - 1]);
  refresh (self);
}

/* --- the end --- */

static void
enter_cb (Import *self)
{
  self->take (self->intake, self->data);
  gtk_window_close (GTK_WINDOW (self->window));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) overlay = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    mappe_feedback_toast (overlay, _("The rejected lines are saved"));
  else
    mappe_feedback_error (overlay, error, _("The rejected lines were not saved"));
}

/* The text goes along with the question, because the window may be closed before it is answered. */
typedef struct {
  GtkWidget *overlay;
  GBytes    *text;
} Rejected;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Rejected *rejected = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, rejected->text, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                         written_cb, g_object_ref (rejected->overlay));
  g_object_unref (rejected->overlay);
  g_bytes_unref (rejected->text);
  g_free (rejected);
}

static void
reject_cb (Import *self)
{
  static const MappeDialogsFilter filter = { N_("Tables (CSV)"), "*.csv" };
  MappeDialogsFilter shown = { _(filter.name), filter.pattern };
  Rejected *rejected = g_new0 (Rejected, 1);
  char *text = mappe_value_lines_reject (self->intake->lines);

  rejected->overlay = g_object_ref (self->overlay);
  rejected->text = g_bytes_new_take (text, strlen (text));
  mappe_dialogs_choose_async (self->window, MAPPE_DIALOGS_SAVE, _("Save rejected lines"), &shown,
                              _("Rejected lines.csv"), chosen_cb, rejected);
}

/* --- building --- */

static GtkWidget *
new_choice (Import *self, const char *title, const char *const *names, GCallback chosen)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (names != NULL)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (names);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
    }
  g_signal_connect_swapped (row, "notify::selected", chosen, self);
  return row;
}

static GtkWidget *
make_reading (Import *self)
{
  const char *names[] = { _("Tab"), _("Semicolon"), _("Comma"), _("None: one column"), NULL };
  const char *writings[] = { _("Please choose"), _("Comma: 1.234,5"), _("Point: 1,234.5"), NULL };
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *head = adw_action_row_new ();
  g_autofree char *about = g_strdup_printf (_("Encoding %s. Columns and writing are a guess; please check."),
                                            self->intake->encoding);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("How the table is read"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), about);
  self->mark_row = new_choice (self, _("Decimal mark"), writings, G_CALLBACK (mark_cb));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->mark_row);
  for (guint field = 0; field < MAPPE_LINE_N_FIELDS; field++)
    {
      self->columns[field] = new_choice (self, mappe_line_field_name (field), NULL, G_CALLBACK (column_cb));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->columns[field]);
    }
  self->separator_row = new_choice (self, _("Between the columns"), names, G_CALLBACK (separator_cb));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->separator_row);
  self->head_switch = gtk_switch_new ();
  gtk_widget_set_valign (self->head_switch, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->head_switch, "notify::active", G_CALLBACK (head_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (head), _("The first line names the columns"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (head), self->head_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (head), self->head_switch);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), head);
  return group;
}

static GtkWidget *
make_bar (Import *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->enter_button = gtk_button_new ();
  self->reject_button = gtk_button_new_with_label (_("Save rejected lines…"));
  gtk_widget_add_css_class (self->enter_button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cancel), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cancel"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->enter_button, "clicked", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (self->reject_button, "clicked", G_CALLBACK (reject_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->enter_button);
  return bar;
}

static GtkWidget *
make_result (Import *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->summary, "heading");
  gtk_box_append (GTK_BOX (line), self->summary);
  gtk_box_append (GTK_BOX (line), self->reject_button);
  self->preview = mappe_value_preview_new ();
  gtk_widget_set_vexpand (self->preview, TRUE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->preview);
  gtk_widget_set_size_request (box, -1, 200);
  return box;
}

static gboolean
escape_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

static void
build (Import *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_box_append (GTK_BOX (all), make_bar (self));
  g_object_set (content, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 18, NULL);
  gtk_box_append (GTK_BOX (content), make_result (self));
  gtk_box_append (GTK_BOX (content), make_reading (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), scroller);
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), all);
  adw_window_set_content (ADW_WINDOW (self->window), self->overlay);
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->enter_button);
  add_escape (self->window);
}

/**
 * mappe_value_import_run:
 * @near: a widget of the window concerned
 * @title: what is done, translated
 * @intake: (transfer full): the table
 * @take: called when the user agrees
 * @data_free: (nullable): for @data
 *
 * Shows how the table is read and what it would change.
 */
void
mappe_value_import_run (GtkWidget *near, const char *title, MappeIntake *intake, MappeIntakeFunc take, gpointer data,
                        GDestroyNotify data_free)
{
  Import *self = g_new0 (Import, 1);

  self->intake = intake;
  self->take = take;
  self->data = data;
  self->data_free = data_free;
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE, "default-width", 680,
                               "default-height", 600, "transient-for", gtk_widget_get_root (near), NULL);
  build (self);
  g_object_set_data_full (G_OBJECT (self->window), "import", self, (GDestroyNotify) import_free);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
