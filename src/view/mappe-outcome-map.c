/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-map.h"

#include <glib/gi18n.h>

#include "mappe-area-chart.h"
#include "mappe-feedback.h"
#include "mappe-focus-child.h"
#include "mappe-outcome-print.h"
#include "mappe-outcome-report.h"

#define WIDEST 1100

struct _MappeOutcomeMap {
  AdwBin parent_instance;

  MappeStore     *store;
  GCancellable   *cancellable;
  guint           refresh_id;
  gboolean        stale;
  GPtrArray      *places;      /* (element-type MappeAreaPlace); NULL until they are read */
  gint64          wanted;      /* area to select as soon as it is listed */
  gboolean        want_focus;
  GtkStack       *stack;
  MappeChartPane *pane;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (MappeOutcomeMap, mappe_outcome_map, ADW_TYPE_BIN)

enum { OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- on the reader's thread --- */

typedef struct {
  GPtrArray  *places;
  MappeChart *chart;
} Map;

static void
map_free (Map *self)
{
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->chart, mappe_chart_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Map, map_free)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) places = mappe_area_places (snapshot, error);
  Map *map;

  if (places == NULL)
    return NULL;
  map = g_new0 (Map, 1);
  map->chart = mappe_area_chart_of (places, NULL);
  map->places = g_steal_pointer (&places);
  return map;
}

/* --- the list --- */

static const MappeAreaPlace *
place_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "place") : NULL;
}

static char *
deficits_of (const MappeAreaPlace *place)
{
  if (!mappe_area_place_on_map (place))
    return g_strdup (_("not assessed"));
  /* Translators: deficits of an area from 0, none, to 4, very high */
  return g_strdup_printf (_("deficit recorded %1$d, perceived %2$d"), place->recorded, place->perceived);
}

static const char *
series_of (const MappeAreaPlace *place)
{
  if (place->has_recorded && place->has_perceived)
    return _("recorded and perceived over time");
  if (place->has_recorded)
    return _("recorded over time, nothing of what is perceived");
  return place->has_perceived ? _("perceived over time, nothing of what is recorded") : _("nothing over time");
}

static GtkWidget *
row_new (MappeAreaPlace *place)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *deficits = deficits_of (place);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", deficits, series_of (place));
  g_autofree char *name = g_strdup_printf ("%s, %s", place->name, subtitle);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "place", place);
  return row;
}

static void
empty_list (MappeOutcomeMap *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

static GtkListBoxRow *
find_row (MappeOutcomeMap *self, gint64 area)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (place_of (row)->id == area)
      return row;
  return NULL;
}

static void
select_wanted (MappeOutcomeMap *self)
{
  GtkListBoxRow *row = self->wanted > 0 ? find_row (self, self->wanted) : NULL;

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  self->wanted = 0;
}

static void
fill (MappeOutcomeMap *self, Map *map)
{
  gboolean focused = (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (self->wanted == 0)
    self->wanted = mappe_outcome_map_get_selected (self);
  empty_list (self);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = g_steal_pointer (&map->places);
  for (guint i = 0; i < self->places->len; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (self->places, i)));
  mappe_chart_pane_set_chart (self->pane, map->chart);
  select_wanted (self);
  gtk_stack_set_visible_child_name (self->stack, self->places->len > 0 ? "map" : "empty");
  if (self->want_focus || focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->want_focus = FALSE;
}

/* --- reading --- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeOutcomeMap) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Map) map = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  if (self->list == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (map != NULL)
    fill (self, map);
  else
    mappe_feedback_error (GTK_WIDGET (self), error, _("The areas could not be read"));
}

static gboolean
refresh_cb (gpointer data)
{
  MappeOutcomeMap *self = data;

  self->refresh_id = 0;
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_store_read_async (self->store, MAPPE_PRIORITY_PAGE, load_job, NULL, NULL, (GDestroyNotify) map_free,
                          self->cancellable, loaded_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
read_stale (MappeOutcomeMap *self)
{
  if (self->stale && self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
changed_cb (MappeOutcomeMap *self, GArray *touched)
{
  self->stale = self->stale || mappe_outcome_report_concerns (touched);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_stale (self);
}

/* --- opening --- */

static void
activated_cb (MappeOutcomeMap *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPENED], 0, place_of (row)->id);
}

/* The points of the map are those places that are assessed, in their order. */
static void
point_activated_cb (MappeOutcomeMap *self, guint panel, guint series, guint point)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const MappeAreaPlace *place = g_ptr_array_index (self->places, i);

      if (!mappe_area_place_on_map (place) || n++ != point)
        continue;
      g_signal_emit (self, signals[OPENED], 0, place->id);
      return;
    }
}

/** mappe_outcome_map_is_loaded: Returns: whether the areas are read */
gboolean
mappe_outcome_map_is_loaded (MappeOutcomeMap *self)
{
  g_return_val_if_fail (MAPPE_IS_OUTCOME_MAP (self), FALSE);
  return self->places != NULL;
}

/** mappe_outcome_map_get_pane: Returns: (transfer none): where the map is */
MappeChartPane *
mappe_outcome_map_get_pane (MappeOutcomeMap *self)
{
  g_return_val_if_fail (MAPPE_IS_OUTCOME_MAP (self), NULL);
  return self->pane;
}

/** mappe_outcome_map_select: @area: id; selected as soon as it is listed */
void
mappe_outcome_map_select (MappeOutcomeMap *self, gint64 area)
{
  g_return_if_fail (MAPPE_IS_OUTCOME_MAP (self));
  self->wanted = area;
  if (self->places != NULL)
    select_wanted (self);
}

/** mappe_outcome_map_get_selected: Returns: id of the area selected in the list, or 0 */
gint64
mappe_outcome_map_get_selected (MappeOutcomeMap *self)
{
  const MappeAreaPlace *place;

  g_return_val_if_fail (MAPPE_IS_OUTCOME_MAP (self), 0);
  place = place_of (gtk_list_box_get_selected_row (self->list));
  return place != NULL ? place->id : 0;
}

/** mappe_outcome_map_print: Prints the map. */
void
mappe_outcome_map_print (MappeOutcomeMap *self)
{
  MappeChart *chart;

  g_return_if_fail (MAPPE_IS_OUTCOME_MAP (self));
  chart = mappe_chart_area_get_chart (mappe_chart_pane_get_area (self->pane));
  if (chart != NULL)
    mappe_outcome_print_chart (GTK_WIDGET (self), chart, _("Places"));
}

/* --- GObject --- */

static gboolean
mappe_outcome_map_grab_focus (GtkWidget *widget)
{
  MappeOutcomeMap *self = MAPPE_OUTCOME_MAP (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->want_focus = self->places == NULL;
  if (row != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return gtk_widget_grab_focus (GTK_WIDGET (mappe_chart_pane_get_area (self->pane)));
}

static void
mappe_outcome_map_dispose (GObject *object)
{
  MappeOutcomeMap *self = MAPPE_OUTCOME_MAP (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->list = NULL;
  G_OBJECT_CLASS (mappe_outcome_map_parent_class)->dispose (object);
}

static void
mappe_outcome_map_finalize (GObject *object)
{
  MappeOutcomeMap *self = MAPPE_OUTCOME_MAP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  G_OBJECT_CLASS (mappe_outcome_map_parent_class)->finalize (object);
}

static void
mappe_outcome_map_class_init (MappeOutcomeMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_outcome_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_outcome_map_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_outcome_map_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = mappe_focus_child;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkWidget *
make_page (MappeOutcomeMap *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->pane = MAPPE_CHART_PANE (mappe_chart_pane_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Areas"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mappe_chart_pane_get_area (self->pane), "point-activated",
                           G_CALLBACK (point_activated_cb), self, G_CONNECT_SWAPPED);
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 24, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pane));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
mappe_outcome_map_init (MappeOutcomeMap *self)
{
  GtkWidget *empty = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "mark-location-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("No areas yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _("As soon as an area is written down, what is recorded there stands here beside "
                                     "what people perceive."));
  gtk_widget_add_css_class (empty, "compact");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, adw_bin_new (), "wait");
  gtk_stack_add_named (self->stack, make_page (self), "map");
  gtk_stack_add_named (self->stack, empty, "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/** mappe_outcome_map_new: Returns: (transfer floating): the map of all areas */
GtkWidget *
mappe_outcome_map_new (MappeStore *store)
{
  MappeOutcomeMap *self = g_object_new (MAPPE_TYPE_OUTCOME_MAP, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (read_stale), NULL);
  self->stale = TRUE;
  return GTK_WIDGET (self);
}
