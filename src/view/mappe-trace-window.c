/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-trace-window.h"

#include <glib/gi18n.h>

#include "mappe-evaluation-trace.h"
#include "mappe-feedback.h"
#include "mappe-outcome-report.h"

#define WIDTH 620
#define HEIGHT 560
#define LABEL_CHARS 26

struct _MappeTraceWindow {
  AdwWindow parent_instance;

  MappeStore      *store;
  GCancellable    *cancellable;
  const MappeKind *kind;
  gint64           id;
  MappeEvaluation *evaluation;
  GPtrArray       *lines;      /* (element-type MappeTrace): as shown */
  GtkListBox      *list;
  GtkLabel        *answer;
  GtkWidget       *toasts;
};

G_DEFINE_FINAL_TYPE (MappeTraceWindow, mappe_trace_window, ADW_TYPE_WINDOW)

/* --- the table --- */

static GtkWidget *
cell_new (const char *text, gboolean label)
{
  GtkWidget *cell = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (cell), 0);
  gtk_label_set_yalign (GTK_LABEL (cell), 0);
  if (label)
    {
      gtk_label_set_width_chars (GTK_LABEL (cell), LABEL_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (cell), LABEL_CHARS);
      gtk_widget_add_css_class (cell, "dim-label");
    }
  else
    {
      gtk_widget_add_css_class (cell, "numeric");
      gtk_widget_set_hexpand (cell, TRUE);
    }
  return cell;
}

static GtkWidget *
row_new (const MappeTrace *line)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = g_strdup_printf ("%s: %s", line->label, line->value);

  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 8, "margin-bottom", 8, NULL);
  gtk_box_append (GTK_BOX (box), cell_new (line->label, TRUE));
  gtk_box_append (GTK_BOX (box), cell_new (line->value, FALSE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
fill (MappeTraceWindow *self)
{
  self->lines = mappe_evaluation_trace (self->evaluation, NULL);
  for (guint i = 0; i < self->lines->len; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (self->lines, i)));
}

/** mappe_trace_window_get_text: Returns: (transfer full): the table, a tab between its two columns */
char *
mappe_trace_window_get_text (MappeTraceWindow *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (MAPPE_IS_TRACE_WINDOW (self), NULL);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const MappeTrace *line = g_ptr_array_index (self->lines, i);

      g_string_append_printf (text, "%s\t%s\n", line->label, line->value);
    }
  return g_string_free (text, FALSE);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = mappe_trace_window_get_text (MAPPE_TRACE_WINDOW (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mappe_feedback_toast (GTK_WIDGET (MAPPE_TRACE_WINDOW (widget)->list), _("Table copied"));
}

/* --- reckoning anew --- */

static gint64
indicator_of (const MappeEvaluation *evaluation)
{
  return evaluation->of != NULL ? evaluation->of->series->indicator->id : 0;
}

static const MappeEvaluation *
find_same (MappeTraceWindow *self, const MappeOutcomeReport *report)
{
  gint64 measure = self->evaluation->outcome->measure != NULL ? self->evaluation->outcome->measure->id : 0;

  for (guint i = 0; i < report->measures->len; i++)
    {
      const MappeReportMeasure *each = g_ptr_array_index (report->measures, i);

      for (guint k = 0; k < each->parts->len; k++)
        {
          const MappeEvaluation *other = ((MappeReportPart *) g_ptr_array_index (each->parts, k))->evaluation;

          if (indicator_of (other) == indicator_of (self->evaluation) && other->kind == self->evaluation->kind
              && (other->outcome->measure != NULL ? other->outcome->measure->id : 0) == measure)
            return other;
        }
    }
  return NULL;
}

/* Returns: (transfer full): lines of @fresh that are not among those shown, with both values */
static char *
differences (MappeTraceWindow *self, const GPtrArray *fresh)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MAX (fresh->len, self->lines->len); i++)
    {
      const MappeTrace *now = i < fresh->len ? g_ptr_array_index (fresh, i) : NULL;
      const MappeTrace *shown = i < self->lines->len ? g_ptr_array_index (self->lines, i) : NULL;

      if (now != NULL && shown != NULL && g_str_equal (now->label, shown->label)
          && g_str_equal (now->value, shown->value))
        continue;
      /* Translators: a line of a table; its value as shown; its value as reckoned anew */
      g_string_append_printf (text, _("\n%1$s: shown %2$s, now %3$s"), now != NULL ? now->label : shown->label,
                              shown != NULL ? shown->value : "–", now != NULL ? now->value : "–");
    }
  return g_string_free (text, FALSE);
}

static void
say (MappeTraceWindow *self, const char *text)
{
  gtk_label_set_label (self->answer, text);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answer), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
compare (MappeTraceWindow *self, const MappeOutcomeReport *report)
{
  const MappeEvaluation *same = find_same (self, report);
  g_autoptr (GPtrArray) fresh = same != NULL ? mappe_evaluation_trace (same, NULL) : NULL;
  g_autofree char *other = fresh != NULL ? differences (self, fresh) : NULL;
  g_autofree char *text = NULL;

  if (fresh == NULL)
    say (self, _("There is no such evaluation any more."));
  else if (*other == '\0')
    say (self, _("✓ Read and computed anew: all figures are the same."));
  else
    {
      text = g_strconcat (_("▲ Read and computed anew: the data have changed meanwhile."), other, NULL);
      say (self, text);
    }
}

static void
recomputed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeTraceWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeOutcomeReport) report = mappe_outcome_report_finish (MAPPE_STORE (source), result, &error);

  if (self->answer == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trace.recompute", TRUE);
  if (report != NULL)
    compare (self, report);
  else if (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
    say (self, _("There is no such evaluation any more."));
  else
    mappe_feedback_error (GTK_WIDGET (self->list), error, _("The figures were not computed anew"));
}

static void
recompute_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeTraceWindow *self = MAPPE_TRACE_WINDOW (widget);

  gtk_widget_action_set_enabled (widget, "trace.recompute", FALSE);
  mappe_outcome_report_async (self->store, self->kind, self->id, self->cancellable, recomputed_cb,
                              g_object_ref (self));
}

/** mappe_trace_window_get_answer: Returns: (nullable): what the reckoning anew said */
const char *
mappe_trace_window_get_answer (MappeTraceWindow *self)
{
  g_return_val_if_fail (MAPPE_IS_TRACE_WINDOW (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self->answer)) ? gtk_label_get_label (self->answer) : NULL;
}

/* --- GObject --- */

static void
mappe_trace_window_dispose (GObject *object)
{
  MappeTraceWindow *self = MAPPE_TRACE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  self->answer = NULL;
  G_OBJECT_CLASS (mappe_trace_window_parent_class)->dispose (object);
}

static void
mappe_trace_window_finalize (GObject *object)
{
  MappeTraceWindow *self = MAPPE_TRACE_WINDOW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->evaluation, mappe_evaluation_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (mappe_trace_window_parent_class)->finalize (object);
}

static void
mappe_trace_window_class_init (MappeTraceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_trace_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_trace_window_finalize;
  gtk_widget_class_install_action (widget_class, "trace.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "trace.recompute", NULL, recompute_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "trace.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "trace.recompute", NULL);
}

static GtkWidget *
button_new (const char *text, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_content (MappeTraceWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 12, "margin-bottom", 18, NULL);
  gtk_box_append (GTK_BOX (bar), button_new (_("_Copy"), _("Copy"), "trace.copy"));
  gtk_box_append (GTK_BOX (bar), button_new (_("Compute _anew"), _("Compute anew"), "trace.recompute"));
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (bar), _("Read the data again and compare (F5)"));
  self->answer = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->answer, TRUE);
  gtk_label_set_xalign (self->answer, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), FALSE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How was this computed?"), -1);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->answer));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  return box;
}

static void
mappe_trace_window_init (MappeTraceWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();

  self->cancellable = g_cancellable_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_content (self));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), box);
  adw_window_set_content (ADW_WINDOW (self), self->toasts);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * mappe_trace_window_show:
 * @near: a widget of the window concerned
 * @kind: what was evaluated: measure, indicator or project
 * @id: of it
 * @evaluation: one part of it
 */
void
mappe_trace_window_show (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id,
                         MappeEvaluation *evaluation)
{
  MappeTraceWindow *self = g_object_new (MAPPE_TYPE_TRACE_WINDOW, "title", _("How was this computed?"),
                                         "transient-for", gtk_widget_get_root (near), NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->id = id;
  self->evaluation = mappe_evaluation_ref (evaluation);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
