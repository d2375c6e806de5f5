/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-view.h"

#include <glib/gi18n.h>

#include "mappe-evaluation-section.h"
#include "mappe-feedback.h"
#include "mappe-focus-child.h"
#include "mappe-measure-context.h"
#include "mappe-measure.h"
#include "mappe-outcome-print.h"
#include "mappe-project.h"
#include "mappe-trace-window.h"

#define WIDEST 1400
#define FIRST_PIECES 4   /* with them a window is full */

struct _MappeEvaluationView {
  AdwBin parent_instance;

  MappeStore         *store;
  GCancellable       *cancellable;
  guint               refresh_id;
  gboolean            stale;        /* something changed since it was read */
  const MappeKind    *kind;
  gint64              id;           /* 0: nothing is shown yet */
  MappeOutcomeReport *report;       /* NULL until it is read */
  GtkStack           *stack;
  GtkScrolledWindow  *scroller;
  GtkWidget          *box;
  GtkWidget          *old;          /* first piece of what was shown before, to be replaced; NULL: no more */
  guint               measure, part;  /* what comes next */
  guint               pieces_id;
  AdwStatusPage      *status;
};

G_DEFINE_FINAL_TYPE (MappeEvaluationView, mappe_evaluation_view, ADW_TYPE_BIN)

enum { LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- pieces: each takes the place of what stood there before --- */

static void
take_over (MappeEvaluationSection *section, MappeEvaluationSection *old)
{
  mappe_evaluation_section_set_kind (section, mappe_evaluation_section_get_kind (old));
  if ((gtk_widget_get_state_flags (GTK_WIDGET (old)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_child_focus (GTK_WIDGET (section), GTK_DIR_TAB_FORWARD);
}

/* So the page stays where it is when the file changed, and which chart was looked at. */
static void
add_piece (MappeEvaluationView *self, GtkWidget *piece)
{
  GtkWidget *old = self->old;

  if (old == NULL)
    {
      gtk_box_append (GTK_BOX (self->box), piece);
      return;
    }
  self->old = gtk_widget_get_next_sibling (old);
  gtk_box_insert_child_after (GTK_BOX (self->box), piece, old);
  if (MAPPE_IS_EVALUATION_SECTION (piece) && MAPPE_IS_EVALUATION_SECTION (old))
    take_over (MAPPE_EVALUATION_SECTION (piece), MAPPE_EVALUATION_SECTION (old));
  gtk_box_remove (GTK_BOX (self->box), old);
}

static void
remove_old (MappeEvaluationView *self)
{
  while (self->old != NULL)
    {
      GtkWidget *old = self->old;

      self->old = gtk_widget_get_next_sibling (old);
      gtk_box_remove (GTK_BOX (self->box), old);
    }
}

/* --- what they are --- */

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
trace_cb (MappeEvaluationView *self, MappeEvaluationSection *section)
{
  mappe_trace_window_show (GTK_WIDGET (self), self->store, self->kind, self->id,
                           mappe_evaluation_section_get_evaluation (section));
}

static GtkWidget *
link_new (const char *text, const MappeKind *kind, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", kind->name, id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

/* To the measures beside this one. */
static GtkWidget *
project_link_new (const MappeRow *project)
{
  GtkWidget *button = gtk_button_new_with_label (mappe_row_get_text (project, MAPPE_PROJECT_TITLE));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-outcome");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", mappe_project_kind.name, project->id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "outcome-project");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Outcomes of all measures of the project"));
  return button;
}

static GtkWidget *
icon_button_new (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_head (MappeEvaluationView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (names), text_new (self->report->title, "title-2"));
  if (self->report->project != NULL && self->kind != &mappe_project_kind)
    gtk_box_append (GTK_BOX (names), project_link_new (self->report->project));
  gtk_box_append (GTK_BOX (line), names);
  gtk_box_append (GTK_BOX (line), link_new (_("Open record"), self->kind, self->id));
  gtk_box_append (GTK_BOX (line), icon_button_new ("document-save-symbolic", _("Save as PDF…"), "evaluation.pdf"));
  gtk_box_append (GTK_BOX (line), icon_button_new ("document-print-symbolic", _("Print (Ctrl+P)"),
                                                   "evaluation.print"));
  add_piece (self, line);
}

static void
add_section (MappeEvaluationView *self, const MappeReportMeasure *measure, guint part)
{
  GtkWidget *section = mappe_evaluation_section_new (self->report, g_ptr_array_index (measure->parts, part),
                                                     self->measure == 0 && part == 0);

  g_signal_connect_object (section, "trace", G_CALLBACK (trace_cb), self, G_CONNECT_SWAPPED);
  add_piece (self, section);
}

static void
add_rest (MappeEvaluationView *self, const MappeReportMeasure *measure)
{
  if (measure->parts->len == 0)
    add_piece (self, text_new (_("No indicators and no goals yet."), "dim-label"));
  if (measure->outcome->measure == NULL)
    return;
  add_piece (self, text_new (_("What else was examined (EMMIE)"), "heading"));
  add_piece (self, mappe_emmie_boxes_new (measure->outcome->measure));
}

static void
add_strip (MappeEvaluationView *self)
{
  GtkWidget *strip = mappe_beccaria_strip_new (self->report->codes, self->report->project);

  if (strip != NULL)
    add_piece (self, strip);
}

static void
empty_box (MappeEvaluationView *self)
{
  self->old = gtk_widget_get_first_child (self->box);
  remove_old (self);
}

/* Of a measure its title, one result after the other, then what else was examined. Returns: whether there is more */
static gboolean
add_next (MappeEvaluationView *self)
{
  const MappeReportMeasure *measure;

  if (self->measure >= self->report->measures->len)
    return FALSE;
  measure = g_ptr_array_index (self->report->measures, self->measure);
  if (self->part == 0 && self->kind == &mappe_project_kind)
    add_piece (self, text_new (mappe_outcome_get_title (measure->outcome), "title-3"));
  if (self->part < measure->parts->len)
    add_section (self, measure, self->part++);
  if (self->part >= measure->parts->len)
    {
      add_rest (self, measure);
      self->part = 0;
      self->measure++;
    }
  return self->measure < self->report->measures->len;
}

/* A measure may have dozens of results: those further down come while the first ones are read. */
static gboolean
more_pieces_cb (gpointer data)
{
  MappeEvaluationView *self = data;

  if (add_next (self))
    return G_SOURCE_CONTINUE;
  remove_old (self);
  self->pieces_id = 0;
  return G_SOURCE_REMOVE;
}

static void
fill (MappeEvaluationView *self, gboolean again)
{
  gboolean more = TRUE;

  g_clear_handle_id (&self->pieces_id, g_source_remove);
  if (!again)
    empty_box (self);
  self->old = gtk_widget_get_first_child (self->box);
  self->measure = self->part = 0;
  add_head (self);
  add_strip (self);
  if (self->report->measures->len == 0)
    add_piece (self, text_new (_("No measure of this project has indicators or goals yet."), "dim-label"));
  for (guint i = 0; i < FIRST_PIECES && more; i++)
    more = add_next (self);
  if (more)
    self->pieces_id = g_idle_add_full (G_PRIORITY_LOW, more_pieces_cb, self, NULL);
  else
    remove_old (self);
  if (!again)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "report");
}

/* --- reading --- */

static void
show_gone (MappeEvaluationView *self)
{
  g_clear_handle_id (&self->pieces_id, g_source_remove);
  g_clear_pointer (&self->report, mappe_outcome_report_unref);
  empty_box (self);
  gtk_stack_set_visible_child_name (self->stack, "gone");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeEvaluationView) self = data;
  g_autoptr (GError) error = NULL;
  MappeOutcomeReport *report = mappe_outcome_report_finish (MAPPE_STORE (source), result, &error);
  gboolean again;

  if (self->box == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&report, mappe_outcome_report_unref);
      return;
    }
  if (report == NULL)
    {
      show_gone (self);
      if (!g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
        mappe_feedback_error (GTK_WIDGET (self), error, _("The evaluation could not be read"));
      return;
    }
  again = self->report != NULL && self->report->kind == report->kind && self->report->id == report->id;
  g_clear_pointer (&self->report, mappe_outcome_report_unref);
  self->report = report;
  fill (self, again);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
fetch (MappeEvaluationView *self)
{
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_outcome_report_async (self->store, self->kind, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  MappeEvaluationView *self = data;

  self->refresh_id = 0;
  if (self->id > 0)
    fetch (self);
  return G_SOURCE_REMOVE;
}

static void
read_stale (MappeEvaluationView *self)
{
  if (self->stale && self->refresh_id == 0 && self->id > 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
changed_cb (MappeEvaluationView *self, GArray *touched)
{
  self->stale = self->stale || mappe_outcome_report_concerns (touched);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_stale (self);
}

/* --- for the page --- */

/** mappe_evaluation_view_show: Shows what is said of a measure, an indicator or a project. */
void
mappe_evaluation_view_show (MappeEvaluationView *self, const MappeKind *kind, gint64 id)
{
  g_return_if_fail (MAPPE_IS_EVALUATION_VIEW (self));
  g_return_if_fail (mappe_outcome_report_allows (kind));
  if (self->kind != kind || self->id != id)
    gtk_stack_set_visible_child_name (self->stack, "wait");
  self->kind = kind;
  self->id = id;
  fetch (self);
}

/** mappe_evaluation_view_get_title: Returns: (nullable): of what is shown, as soon as it is read */
const char *
mappe_evaluation_view_get_title (MappeEvaluationView *self)
{
  g_return_val_if_fail (MAPPE_IS_EVALUATION_VIEW (self), NULL);
  return self->report != NULL && self->report->id == self->id && self->report->kind == self->kind
             ? self->report->title : NULL;
}

/** mappe_evaluation_view_get: @kind: (out): of what is shown. Returns: its id, or 0 */
gint64
mappe_evaluation_view_get (MappeEvaluationView *self, const MappeKind **kind)
{
  g_return_val_if_fail (MAPPE_IS_EVALUATION_VIEW (self), 0);
  *kind = self->kind;
  return self->id;
}

/** mappe_evaluation_view_is_filled: Returns: whether all of it stands there: what is further down comes later */
gboolean
mappe_evaluation_view_is_filled (MappeEvaluationView *self)
{
  g_return_val_if_fail (MAPPE_IS_EVALUATION_VIEW (self), FALSE);
  return mappe_evaluation_view_get_title (self) != NULL && self->pieces_id == 0;
}

/** mappe_evaluation_view_print: Prints what is shown: title, charts, sentences, level and limits. */
void
mappe_evaluation_view_print (MappeEvaluationView *self)
{
  g_return_if_fail (MAPPE_IS_EVALUATION_VIEW (self));
  if (self->report != NULL)
    mappe_outcome_print (GTK_WIDGET (self), self->report);
}

static void
pdf_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeEvaluationView *self = MAPPE_EVALUATION_VIEW (widget);

  if (self->report != NULL)
    mappe_outcome_print_pdf (widget, self->report);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mappe_evaluation_view_print (MAPPE_EVALUATION_VIEW (widget));
}

/* --- GObject --- */

static gboolean
mappe_evaluation_view_grab_focus (GtkWidget *widget)
{
  MappeEvaluationView *self = MAPPE_EVALUATION_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child; child = gtk_widget_get_next_sibling (child))
    if (MAPPE_IS_EVALUATION_SECTION (child))
      {
        MappeChartPane *pane = mappe_evaluation_section_get_pane (MAPPE_EVALUATION_SECTION (child));

        if (gtk_widget_get_visible (GTK_WIDGET (pane)))
          return gtk_widget_grab_focus (GTK_WIDGET (mappe_chart_pane_get_area (pane)));
      }
  return gtk_widget_child_focus (GTK_WIDGET (self->scroller), GTK_DIR_TAB_FORWARD)
         || gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
mappe_evaluation_view_dispose (GObject *object)
{
  MappeEvaluationView *self = MAPPE_EVALUATION_VIEW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->pieces_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->box = NULL;
  G_OBJECT_CLASS (mappe_evaluation_view_parent_class)->dispose (object);
}

static void
mappe_evaluation_view_finalize (GObject *object)
{
  MappeEvaluationView *self = MAPPE_EVALUATION_VIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->report, mappe_outcome_report_unref);
  G_OBJECT_CLASS (mappe_evaluation_view_parent_class)->finalize (object);
}

static void
mappe_evaluation_view_class_init (MappeEvaluationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_evaluation_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_evaluation_view_finalize;
  widget_class->grab_focus = mappe_evaluation_view_grab_focus;
  widget_class->focus = mappe_focus_child;
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "evaluation.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "evaluation.pdf", NULL, pdf_action);
}

static void
mappe_evaluation_view_init (MappeEvaluationView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_object_set (self->box, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 24, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, clamp);
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->status, "document-properties-symbolic");
  adw_status_page_set_title (self->status, _("There is nothing to evaluate any more"));
  adw_status_page_set_description (self->status, _("The record was deleted. Undo brings it back."));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, adw_bin_new (), "wait");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->scroller), "report");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "gone");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/** mappe_evaluation_view_new: Returns: (transfer floating): a view that shows nothing yet */
GtkWidget *
mappe_evaluation_view_new (MappeStore *store)
{
  MappeEvaluationView *self = g_object_new (MAPPE_TYPE_EVALUATION_VIEW, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (read_stale), NULL);
  return GTK_WIDGET (self);
}
