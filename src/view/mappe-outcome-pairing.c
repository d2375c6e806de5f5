/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-pairing.h"

#include <glib/gi18n.h>

#include "mappe-area-chart.h"
#include "mappe-area.h"
#include "mappe-feedback.h"
#include "mappe-focus-child.h"
#include "mappe-indicator.h"
#include "mappe-outcome-print.h"
#include "mappe-outcome-report.h"
#include "mappe-wrap-layout.h"

#define WIDEST 1100

struct _MappeOutcomePairing {
  AdwBin parent_instance;

  MappeStore        *store;
  GCancellable      *cancellable;
  guint              refresh_id;
  gboolean           stale;
  gint64             area;     /* 0: nothing is shown yet */
  MappeAreaPairing  *pairing;  /* NULL until it is read, and for an area that has none */
  char              *title;    /* of the area; NULL until it is read */
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkLabel          *heading, *text;
  GtkWidget         *links;
  MappeChartPane    *pane;
  AdwStatusPage     *missing;
};

G_DEFINE_FINAL_TYPE (MappeOutcomePairing, mappe_outcome_pairing, ADW_TYPE_BIN)

enum { LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- on the reader's thread --- */

/* @pairing: NULL for an area that has not both kinds of series */
typedef struct {
  char             *name;
  MappeAreaPairing *pairing;
} Answer;

static void
answer_free (Answer *self)
{
  g_clear_pointer (&self->pairing, mappe_area_pairing_free);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  gint64 id = *(gint64 *) data;
  GError *cause = NULL;
  g_autoptr (MappeRow) row = mappe_snapshot_load (snapshot, &mappe_area_kind, id, &cause);
  Answer *answer = NULL;

  if (row == NULL && cause == NULL)
    g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "there is no area %" G_GINT64_FORMAT, id);
  if (row != NULL)
    {
      answer = g_new0 (Answer, 1);
      answer->name = g_strdup (mappe_row_get_text (row, MAPPE_AREA_NAME));
      answer->pairing = mappe_area_pairing_load (snapshot, id, NULL, &cause);
      if (g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
        g_clear_error (&cause);
    }
  if (cause == NULL)
    return answer;
  g_propagate_error (error, cause);
  g_clear_pointer (&answer, answer_free);
  return NULL;
}

/* --- filling --- */

static GtkWidget *
link_new (const char *text, const char *action, const MappeKind *kind, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", kind->name, id);
  return button;
}

static void
fill_links (MappeOutcomePairing *self)
{
  const MappeSeries *both[] = { self->pairing->recorded, self->pairing->perceived };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->links)))
    gtk_box_remove (GTK_BOX (self->links), child);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    gtk_box_append (GTK_BOX (self->links), link_new (mappe_series_name (both[i]), "win.open-outcome",
                                                     &mappe_indicator_kind, both[i]->indicator->id));
  gtk_box_append (GTK_BOX (self->links), link_new (_("Open record"), "win.open-record", &mappe_area_kind, self->area));
}

static void
show_missing (MappeOutcomePairing *self)
{
  adw_status_page_set_title (self->missing, self->title != NULL ? self->title : _("The area is not there any more"));
  adw_status_page_set_description (
      self->missing, self->title != NULL
                         ? _("Recorded and perceived safety stand beside each other here as soon as the area has an "
                             "indicator of each nature, objective and subjective, with figures.")
                         : _("The record was deleted. Undo brings it back."));
  adw_status_page_set_child (self->missing,
                             self->title != NULL
                                 ? link_new (_("Open record"), "win.open-record", &mappe_area_kind, self->area) : NULL);
  if (self->title != NULL)
    gtk_widget_set_halign (adw_status_page_get_child (self->missing), GTK_ALIGN_CENTER);
  gtk_stack_set_visible_child_name (self->stack, "missing");
}

static void
fill (MappeOutcomePairing *self)
{
  g_autofree char *summary = NULL;

  if (self->pairing == NULL)
    {
      show_missing (self);
      return;
    }
  summary = mappe_chart_get_summary (self->pairing->chart);
  gtk_label_set_label (self->heading, self->title);
  gtk_label_set_label (self->text, summary);
  mappe_chart_pane_set_chart (self->pane, self->pairing->chart);
  fill_links (self);
  gtk_stack_set_visible_child_name (self->stack, "pairing");
}

/* --- reading --- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeOutcomePairing) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  if (self->pane == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer == NULL && !g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The area could not be read"));
      return;
    }
  g_clear_pointer (&self->pairing, mappe_area_pairing_free);
  g_clear_pointer (&self->title, g_free);
  if (answer != NULL)
    {
      self->pairing = g_steal_pointer (&answer->pairing);
      self->title = g_steal_pointer (&answer->name);
    }
  fill (self);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
fetch (MappeOutcomePairing *self)
{
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_store_read_async (self->store, MAPPE_PRIORITY_PAGE, load_job, g_memdup2 (&self->area, sizeof self->area),
                          g_free, (GDestroyNotify) answer_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  MappeOutcomePairing *self = data;

  self->refresh_id = 0;
  fetch (self);
  return G_SOURCE_REMOVE;
}

static void
read_stale (MappeOutcomePairing *self)
{
  if (self->stale && self->refresh_id == 0 && self->area > 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
changed_cb (MappeOutcomePairing *self, GArray *touched)
{
  self->stale = self->stale || mappe_outcome_report_concerns (touched);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_stale (self);
}

/* --- for the page --- */

/** mappe_outcome_pairing_show: @area: id */
void
mappe_outcome_pairing_show (MappeOutcomePairing *self, gint64 area)
{
  g_return_if_fail (MAPPE_IS_OUTCOME_PAIRING (self));
  if (self->area != area)
    {
      gtk_stack_set_visible_child_name (self->stack, "wait");
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      g_clear_pointer (&self->title, g_free);
    }
  self->area = area;
  fetch (self);
}

/** mappe_outcome_pairing_get: Returns: id of the area shown, or 0 */
gint64
mappe_outcome_pairing_get (MappeOutcomePairing *self)
{
  g_return_val_if_fail (MAPPE_IS_OUTCOME_PAIRING (self), 0);
  return self->area;
}

/** mappe_outcome_pairing_get_title: Returns: (nullable): name of the area, as soon as it is read */
const char *
mappe_outcome_pairing_get_title (MappeOutcomePairing *self)
{
  g_return_val_if_fail (MAPPE_IS_OUTCOME_PAIRING (self), NULL);
  return self->title;
}

/** mappe_outcome_pairing_get_pane: Returns: (transfer none): where the chart is */
MappeChartPane *
mappe_outcome_pairing_get_pane (MappeOutcomePairing *self)
{
  g_return_val_if_fail (MAPPE_IS_OUTCOME_PAIRING (self), NULL);
  return self->pane;
}

/** mappe_outcome_pairing_print: Prints the chart with what it says, if there is one. */
void
mappe_outcome_pairing_print (MappeOutcomePairing *self)
{
  g_return_if_fail (MAPPE_IS_OUTCOME_PAIRING (self));
  if (self->pairing != NULL)
    mappe_outcome_print_chart (GTK_WIDGET (self), self->pairing->chart, self->title);
}

/* --- GObject --- */

static gboolean
mappe_outcome_pairing_grab_focus (GtkWidget *widget)
{
  MappeOutcomePairing *self = MAPPE_OUTCOME_PAIRING (widget);

  if (self->pairing != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (mappe_chart_pane_get_area (self->pane)));
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
mappe_outcome_pairing_dispose (GObject *object)
{
  MappeOutcomePairing *self = MAPPE_OUTCOME_PAIRING (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->pane = NULL;
  G_OBJECT_CLASS (mappe_outcome_pairing_parent_class)->dispose (object);
}

static void
mappe_outcome_pairing_finalize (GObject *object)
{
  MappeOutcomePairing *self = MAPPE_OUTCOME_PAIRING (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->pairing, mappe_area_pairing_free);
  g_free (self->title);
  G_OBJECT_CLASS (mappe_outcome_pairing_parent_class)->finalize (object);
}

static void
mappe_outcome_pairing_class_init (MappeOutcomePairingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_outcome_pairing_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_outcome_pairing_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_outcome_pairing_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = mappe_focus_child;
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static GtkLabel *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
mappe_outcome_pairing_init (MappeOutcomePairing *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *clamp = adw_clamp_new ();

  self->heading = label_new ("title-2");
  self->text = label_new (NULL);
  self->pane = MAPPE_CHART_PANE (mappe_chart_pane_new ());
  self->links = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->links, mappe_wrap_layout_new ());
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 24, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pane));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), self->links);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, clamp);
  self->missing = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->missing, "mark-location-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->missing), "compact");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, adw_bin_new (), "wait");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->scroller), "pairing");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->missing), "missing");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/** mappe_outcome_pairing_new: Returns: (transfer floating): a view that shows nothing yet */
GtkWidget *
mappe_outcome_pairing_new (MappeStore *store)
{
  MappeOutcomePairing *self = g_object_new (MAPPE_TYPE_OUTCOME_PAIRING, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (read_stale), NULL);
  return GTK_WIDGET (self);
}
