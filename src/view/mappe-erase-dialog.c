/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-erase-dialog.h"

#include <glib/gi18n.h>

#include "mappe-draft.h"
#include "mappe-erase.h"
#include "mappe-feedback.h"
#include "mappe-window-frame.h"

#define WIDTH 640
#define HEIGHT 620

/* The window in which personal data are erased for good: first it says what goes, what stays and why, and where else
 * the name stands; then the reference is typed, because nothing of it can be undone. Belongs to the window. */
typedef struct {
  GtkWidget       *near;      /* for the toast afterwards */
  MappeStore      *store;
  const MappeKind *kind;
  gint64           id;
  MappeErasePlan  *plan;      /* (nullable): while it is read */
  GtkWidget       *content, *accept;
  AdwComboRow     *reason;
  GtkEditable     *typed;
  gboolean         period_over, busy;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_pointer (&self->plan, mappe_erase_plan_free);
  g_object_unref (self->near);
  g_object_unref (self->store);
  g_free (self);
}

/* Returns: (transfer none) (nullable): %NULL once the window was closed */
static Dialog *
dialog_of (AdwWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "mappe-erase");
}

/* --- what it says --- */

static void
add_row (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *plain = g_markup_escape_text (title, -1);
  g_autofree char *below = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (below != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_group (Dialog *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (self->content), group);
  return group;
}

/* "E-mail, Telephone" of a record, all in one row. */
static void
add_erased (Dialog *self)
{
  GtkWidget *group = add_group (self, _("What is erased"), NULL);
  GPtrArray *erased = self->plan->erased;

  for (guint i = 0; i < erased->len;)
    {
      const MappeEraseValue *first = g_ptr_array_index (erased, i);
      g_autoptr (GString) fields = g_string_new (NULL);
      g_autofree char *record = g_strdup_printf ("%s %s", _(first->kind->label), first->reference);

      for (; i < erased->len; i++)
        {
          const MappeEraseValue *value = g_ptr_array_index (erased, i);

          if (value->kind != first->kind || value->id != first->id)
            break;
          g_string_append_printf (fields, "%s%s", fields->len > 0 ? ", " : "",
                                  _(value->kind->fields[value->field].label));
        }
      add_row (group, fields->str, record);
    }
  if (self->plan->n_log > 0)
    {
      g_autofree char *values = g_strdup_printf (g_dngettext (NULL, "%d earlier value", "%d earlier values",
                                                              (gulong) self->plan->n_log), (int) self->plan->n_log);

      add_row (group, values, _("What these fields held before, in the history"));
    }
  add_row (group, _("The search index"), _("It is made anew without them"));
}

static void
add_kept (Dialog *self)
{
  GtkWidget *group = add_group (self, _("What stays"), NULL);
  g_autofree char *meetings = g_strdup_printf (
      g_dngettext (NULL, "%d record of a meeting tells it; minutes stay true (Art. 17 (3) GDPR)",
                   "%d records of meetings tell it; minutes stay true (Art. 17 (3) GDPR)",
                   (gulong) self->plan->n_meetings), (int) self->plan->n_meetings);
  g_autofree char *sealed = g_strdup_printf (
      g_dngettext (NULL, "%d sealed minutes", "%d sealed minutes", (gulong) self->plan->n_sealed),
      (int) self->plan->n_sealed);

  if (self->plan->name_kept)
    add_row (group, _("The name"), meetings);
  if (self->plan->n_sealed > 0)
    add_row (group, sealed, _("Not a byte of them is changed"));
  add_row (group, _("That something was erased, and when"),
           _("So that neither a backup nor an import brings it back. Backups from before still hold everything until"
             " you delete them."));
}

static void
add_mentions (Dialog *self)
{
  const MappeErasePlan *plan = self->plan;
  g_autofree char *seats = g_strdup_printf (
      g_dngettext (NULL, "Still a member of %d body", "Still a member of %d bodies", (gulong) plan->n_seats),
      (int) plan->n_seats);
  GtkWidget *group;

  if (plan->mentions->len == 0 && plan->copies->len == 0)
    return;
  group = add_group (self, _("Please look through"),
                     _("The program does not change free text, and no file beside it."));
  if (plan->n_seats > 0)
    add_row (group, seats, _("Without an address nobody can be invited; end the memberships of somebody who left"));
  for (guint i = 0; i < plan->mentions->len; i++)
    {
      const MappeEraseMention *mention = g_ptr_array_index (plan->mentions, i);
      g_autofree char *record =
          mention->page > 0 ? g_strdup_printf (_("%1$s %2$s: the name stands on page %3$u of the file"),
                                               _(mention->kind->label), mention->reference, mention->page)
                            : g_strdup_printf (_("%1$s %2$s: the name stands in it"), _(mention->kind->label),
                                               mention->reference);

      add_row (group, mention->title, record);
    }
  for (guint i = 0; i < plan->copies->len; i++)
    {
      g_autofree char *name = g_filename_display_name (g_ptr_array_index (plan->copies, i));

      add_row (group, name, _("An older copy, which still holds everything"));
    }
}

/* --- deciding --- */

static void
typed_cb (Dialog *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->typed)));

  gtk_widget_set_sensitive (self->accept,
                            self->plan != NULL && !self->busy
                                && g_strcmp0 (typed, mappe_row_get_text (self->plan->row, MAPPE_FIELD_REFERENCE)) == 0);
}

static void
add_decision (Dialog *self)
{
  const char *const reasons[] = { _("The person asked for it (Art. 17 GDPR)"), _("The retention period is over"),
                                  NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (reasons);
  g_autofree char *title = g_strdup_printf (_("Type %s to erase"),
                                            mappe_row_get_text (self->plan->row, MAPPE_FIELD_REFERENCE));
  GtkWidget *group = add_group (self, _("Erase for good"),
                                _("This cannot be undone, and neither can anything that was done before it."));
  GtkWidget *entry = adw_entry_row_new ();

  self->reason = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), _("Reason"));
  adw_combo_row_set_use_subtitle (self->reason, TRUE);
  adw_combo_row_set_model (self->reason, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->reason, self->period_over ? 1 : 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->reason));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  self->typed = GTK_EDITABLE (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
}

/* Input that was typed and not saved yet holds the same data. */
static void
remove_drafts (MappeStore *store, const MappeKind *kind, gint64 id)
{
  g_autofree char *slot = g_strdup_printf ("%s-%" G_GINT64_FORMAT, kind->name, id);

  mappe_draft_remove (store, slot);
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = data;
  g_autoptr (GError) error = NULL;
  gboolean erased = mappe_store_erase_finish (MAPPE_STORE (source), result, &error);
  Dialog *self = dialog_of (window);
  g_autoptr (GtkWidget) near = g_object_ref (self->near);

  self->busy = FALSE;
  if (!erased)
    {
      typed_cb (self);
      mappe_feedback_error (GTK_WIDGET (window), error, _("The data were not erased"));
      return;
    }
  remove_drafts (self->store, self->kind, self->id);
  gtk_window_destroy (GTK_WINDOW (window));
  if (gtk_widget_get_root (near) != NULL)
    mappe_feedback_toast (near, _("Personal data erased"));
}

static void
accept_cb (AdwWindow *window)
{
  Dialog *self = dialog_of (window);

  self->busy = TRUE;
  gtk_widget_set_sensitive (self->accept, FALSE);
  mappe_store_erase_async (self->store, self->kind, self->id,
                           adw_combo_row_get_selected (self->reason) == 1 ? "period" : "request",
                           _("Erase personal data"), erased_cb, g_object_ref (window));
}

static gboolean
close_cb (AdwWindow *window)
{
  return dialog_of (window)->busy;
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = data;
  g_autoptr (GError) error = NULL;
  MappeErasePlan *plan = mappe_store_erase_plan_finish (MAPPE_STORE (source), result, &error);
  Dialog *self = dialog_of (window);
  GtkWidget *name;

  if (self == NULL || plan == NULL)
    {
      g_clear_pointer (&plan, mappe_erase_plan_free);
      if (self != NULL)
        mappe_feedback_error (GTK_WIDGET (window), error, _("The record could not be read"));
      return;
    }
  self->plan = plan;
  name = gtk_label_new (plan->title);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "title-2");
  gtk_box_append (GTK_BOX (self->content), name);
  add_erased (self);
  add_kept (self);
  add_mentions (self);
  add_decision (self);
}

/**
 * mappe_erase_dialog_open:
 * @near: widget in the window to be modal for
 * @kind: a kind that mappe_erase_covers()
 * @period_over: whether it is asked because the retention period is over
 *
 * Opens the window in which the personal data of a record are erased for good.
 */
void
mappe_erase_dialog_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id, gboolean period_over)
{
  Dialog *self = g_new0 (Dialog, 1);
  AdwWindow *window;

  self->near = g_object_ref (near);
  self->store = g_object_ref (store);
  self->kind = kind;
  self->id = id;
  self->period_over = period_over;
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  window = mappe_window_frame_new (near, _("Erase personal data"), _("Erase"), self->content, &self->accept);
  gtk_widget_remove_css_class (self->accept, "suggested-action");
  gtk_widget_add_css_class (self->accept, "destructive-action");
  gtk_widget_set_sensitive (self->accept, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  g_object_set_data_full (G_OBJECT (window), "mappe-erase", self, dialog_free);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect (window, "close-request", G_CALLBACK (close_cb), NULL);
  mappe_store_erase_plan_async (store, kind, id, NULL, planned_cb, g_object_ref (window));
  gtk_window_present (GTK_WINDOW (window));
}
