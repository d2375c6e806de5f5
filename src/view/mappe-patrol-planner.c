/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-planner.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-patrol-acts.h"
#include "mappe-patrol-day.h"
#include "mappe-patrol-figures.h"
#include "mappe-patrol-grid.h"
#include "mappe-patrol-text.h"
#include "mappe-patrol-unreported.h"
#include "mappe-patrol.h"
#include "mappe-record-window.h"
#include "mappe-wrap-layout.h"

struct _MappePatrolPlanner {
  AdwBin parent_instance;

  GtkStack           *stack;
  GtkLabel           *title;
  GtkToggleButton    *all_areas;
  MappePatrolGrid    *grid;
  MappePatrolDay     *day;
  MappePatrolFigures *figures;
  MappePatrolUnreported *unreported;

  MappeStore         *store;
  MappePatrolWeek    *week;
  GCancellable       *cancellable;
  guint               refresh_id;
  char               *monday;
  char               *today;
};

G_DEFINE_FINAL_TYPE (MappePatrolPlanner, mappe_patrol_planner, ADW_TYPE_BIN)

/* --- showing --- */

static void
fill_day (MappePatrolPlanner *self)
{
  if (self->week != NULL && mappe_patrol_grid_get_area (self->grid) != 0)
    mappe_patrol_day_fill (self->day, self->week, mappe_display_get (self->store),
                           mappe_patrol_grid_get_area (self->grid), mappe_patrol_grid_get_day (self->grid),
                           self->today);
}

static void
fill (MappePatrolPlanner *self)
{
  gboolean all;

  if (self->week == NULL)
    return;
  /* Where nothing was ever planned, there is a place to begin. */
  all = gtk_toggle_button_get_active (self->all_areas) || self->week->listed->len == 0;
  gtk_stack_set_visible_child_name (self->stack, self->week->areas->len > 0 ? "week" : "empty");
  mappe_patrol_grid_fill (self->grid, self->week, mappe_display_get (self->store), all, self->today);
  fill_day (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePatrolPlanner) self = data;
  g_autoptr (GError) error = NULL;
  MappePatrolWeek *week = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  if (week == NULL || self->grid == NULL)
    {
      g_clear_pointer (&week, mappe_patrol_week_free);
      if (self->grid != NULL)
        mappe_feedback_error (GTK_WIDGET (self), error, _("The patrols could not be read"));
      return;
    }
  mappe_patrol_figures_fill (self->figures, week);
  g_clear_pointer (&self->week, mappe_patrol_week_free);
  self->week = week;
  fill (self);
}

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer day, GError **error)
{
  return mappe_patrol_week_load (snapshot, day, error);
}

static void
fetch (MappePatrolPlanner *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->today);
  self->today = mappe_date_today ();
  mappe_patrol_unreported_load (self->unreported, self->store);
  mappe_store_read_async (self->store, MAPPE_PRIORITY_PAGE, load_cb, g_strdup (self->monday), g_free,
                          (GDestroyNotify) mappe_patrol_week_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  MappePatrolPlanner *self = data;

  self->refresh_id = 0;
  fetch (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MappePatrolPlanner *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
update_acts (MappePatrolPlanner *self)
{
  static const char *const acts[] = { "patrols.held", "patrols.cancel", "patrols.new", "patrols.copy" };
  gboolean writable = mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i], writable);
}

/** mappe_patrol_planner_show: @day: any day. Shows its week. */
void
mappe_patrol_planner_show (MappePatrolPlanner *self, const char *day)
{
  g_autofree char *monday = NULL, *title = NULL;

  g_return_if_fail (MAPPE_IS_PATROL_PLANNER (self));
  if (!mappe_patrol_week_exists (day))
    return;
  monday = mappe_patrol_monday (day);
  g_free (self->monday);
  self->monday = g_steal_pointer (&monday);
  title = mappe_patrol_text_week (self->monday);
  gtk_label_set_label (self->title, title);
  fetch (self);
}

static void
turn_cb (MappePatrolPlanner *self, int weeks)
{
  g_autofree char *monday = mappe_date_add_days (self->monday, weeks * MAPPE_WEEK_DAYS);

  if (monday != NULL)
    mappe_patrol_planner_show (self, monday);
}

/* --- acts --- */

typedef struct {
  MappePatrolPlanner *planner;
  char               *done, *what_failed;
} Act;

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Act *act = data;
  g_autoptr (MappePatrolPlanner) self = act->planner;
  g_autofree char *done = act->done, *what_failed = act->what_failed;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (applied != NULL)
    mappe_feedback_undoable (GTK_WIDGET (self), done);
  else
    mappe_feedback_error (GTK_WIDGET (self), error, what_failed);
}

/**
 * mappe_patrol_planner_apply:
 * @edit: (transfer full) (nullable): an act; %NULL when it was refused
 * @done: translated, said when it is done
 * @what_failed: translated, said when the store refuses it
 *
 * Returns: whether there was something to carry out
 */
gboolean
mappe_patrol_planner_apply (MappePatrolPlanner *self, MappeEdit *edit, const char *done, const char *what_failed)
{
  Act *act;

  if (edit == NULL)
    return FALSE;
  act = g_new (Act, 1);
  *act = (Act) { g_object_ref (self), g_strdup (done), g_strdup (what_failed) };
  mappe_store_apply_async (self->store, edit, NULL, applied_cb, act);
  return TRUE;
}

/** mappe_patrol_planner_find: Returns: (transfer none) (nullable): a patrol that is on show */
const MappeListed *
mappe_patrol_planner_find (MappePatrolPlanner *self, gint64 id)
{
  for (guint i = 0; self->week != NULL && i < self->week->listed->len; i++)
    {
      const MappeListed *patrol = g_ptr_array_index (self->week->listed, i);

      if (patrol->row->id == id)
        return patrol;
    }
  return NULL;
}

/* Patrols of the cell that is selected. */
static GPtrArray *
selected_patrols (MappePatrolPlanner *self)
{
  const char *day = mappe_patrol_grid_get_day (self->grid);
  gint64 area = mappe_patrol_grid_get_area (self->grid);

  return self->week != NULL && area != 0 && day != NULL ? mappe_patrol_week_find (self->week, area, day, day)
                                                        : g_ptr_array_new ();
}

/* Times, services and staff are mostly those of the last patrol of the area, or of any. */
static void
preset_from (MappePatrolPlanner *self, MappeRow *preset, gint64 area)
{
  static const guint fields[] = {
    MAPPE_PATROL_START_AT, MAPPE_PATROL_END_AT, MAPPE_PATROL_POLICE_ORGANISATION, MAPPE_PATROL_POLICE_STAFF,
    MAPPE_PATROL_MUNICIPAL_ORGANISATION, MAPPE_PATROL_MUNICIPAL_STAFF, MAPPE_PATROL_CLAUSE, MAPPE_PATROL_MEASURE,
  };
  GPtrArray *rows = self->week->patrols->rows;
  const MappeRow *last = rows->len > 0 ? g_ptr_array_index (rows, rows->len - 1) : NULL;

  for (guint i = 0; i < rows->len; i++)
    if (mappe_row_get_int (g_ptr_array_index (rows, i), MAPPE_PATROL_AREA) == area)
      last = g_ptr_array_index (rows, i);
  for (guint i = 0; last != NULL && i < G_N_ELEMENTS (fields); i++)
    mappe_value_copy (&preset->values[fields[i]], &last->values[fields[i]]);
}

/** mappe_patrol_planner_plan: Starts a new patrol in the cell selected. */
void
mappe_patrol_planner_plan (MappePatrolPlanner *self)
{
  g_autoptr (MappeRow) preset = mappe_row_new_preset (&mappe_patrol_kind);
  gint64 area = mappe_patrol_grid_get_area (self->grid);

  if (self->week == NULL || mappe_store_get_state (self->store) != MAPPE_STORE_WRITABLE)
    return;
  if (area != 0)
    {
      mappe_value_set_int (&preset->values[MAPPE_PATROL_AREA], area);
      mappe_row_set_canonical (preset, MAPPE_PATROL_DATE, mappe_patrol_grid_get_day (self->grid), NULL);
    }
  preset_from (self, preset, area);
  mappe_record_window_new_record (GTK_WIDGET (self), self->store, preset);
}

/* The first one of a cell that the act is for: what is open, else any. */
static gint64
first_of (MappePatrolPlanner *self, gboolean to_cancel)
{
  g_autoptr (GPtrArray) patrols = selected_patrols (self);
  gint64 id = 0;

  for (guint i = patrols->len; i > 0; i--)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (patrols, i - 1))->row;
      const char *status = mappe_row_get_text (row, MAPPE_PATROL_STATUS);

      if (g_strcmp0 (status, "planned") == 0 || (id == 0 && !(to_cancel && g_strcmp0 (status, "cancelled") == 0)))
        id = row->id;
    }
  return id;
}

static void
asked_cb (MappePatrolPlanner *self, int letter)
{
  gint64 id = first_of (self, letter == 'c');

  if (letter == 'n')
    mappe_patrol_planner_plan (self);
  else if (id == 0)
    mappe_feedback_toast (GTK_WIDGET (self), _("There is no patrol here. N plans one."));
  else if (letter == 'h')
    gtk_widget_activate_action (GTK_WIDGET (self), "patrols.held", "x", id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "patrols.cancel", "x", id);
}

/* The planned one of the cell selected, or the one that was dragged; the cursor goes along. */
static void
move_cb (MappePatrolPlanner *self, gint64 id, gint64 area, const char *day)
{
  const MappeListed *patrol = mappe_patrol_planner_find (self, id != 0 ? id : first_of (self, FALSE));
  g_autoptr (GError) error = NULL;
  g_autofree char *where = mappe_date_format_long (day), *done = NULL;
  MappeEdit *edit;

  if (mappe_store_get_state (self->store) != MAPPE_STORE_WRITABLE)
    return;
  edit = patrol != NULL ? mappe_patrol_move (patrol->row, area, day, &error) : NULL;
  if (edit == NULL)
    {
      mappe_feedback_toast (GTK_WIDGET (self), error != NULL ? error->message
                                                             : _("There is no patrol here. N plans one."));
      return;
    }
  /* Translators: the day that a patrol was moved to */
  done = g_strdup_printf (_("Patrol moved: %s"), where);
  mappe_patrol_planner_apply (self, edit, done, _("The patrol was not moved"));
  mappe_patrol_grid_select (self->grid, area, day);
  if (strcmp (day, self->week->days[0]) < 0 || strcmp (day, self->week->days[MAPPE_WEEK_DAYS - 1]) > 0)
    mappe_patrol_planner_show (self, day);
}

static void
unreported_cb (MappePatrolPlanner *self, gint64 area, const char *day)
{
  mappe_patrol_grid_select (self->grid, area, day);
  mappe_patrol_planner_show (self, day);
  mappe_patrol_grid_focus (self->grid);
}

static void
opened_cb (MappePatrolPlanner *self)
{
  g_autoptr (GPtrArray) patrols = selected_patrols (self);

  if (patrols->len == 0)
    mappe_patrol_planner_plan (self);
  else
    mappe_record_window_open (GTK_WIDGET (self), self->store, &mappe_patrol_kind,
                              ((MappeListed *) g_ptr_array_index (patrols, 0))->row->id);
}

static void
held_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePatrolPlanner *self = MAPPE_PATROL_PLANNER (widget);
  gint64 id = g_variant_get_int64 (parameter);
  const MappeListed *patrol = mappe_patrol_planner_find (self, id);

  if (patrol != NULL && strcmp (mappe_row_get_text (patrol->row, MAPPE_PATROL_DATE), self->today) > 0)
    mappe_feedback_toast (widget, _("This patrol is still to come"));
  else
    mappe_patrol_forms_held (self, id);
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_patrol_forms_cancel (MAPPE_PATROL_PLANNER (widget), g_variant_get_int64 (parameter));
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_record_window_open (widget, MAPPE_PATROL_PLANNER (widget)->store, &mappe_patrol_kind,
                            g_variant_get_int64 (parameter));
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_patrol_planner_plan (MAPPE_PATROL_PLANNER (widget));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePatrolPlanner *self = MAPPE_PATROL_PLANNER (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  MappeEdit *edit;
  guint n = 0;

  if (self->week == NULL)
    return;
  edit = mappe_patrol_copy_week (self->week, &n, &error);
  if (edit == NULL)
    {
      mappe_feedback_toast (widget, error->message);
      return;
    }
  done = g_strdup_printf (ngettext ("%u patrol copied from last week", "%u patrols copied from last week", n), n);
  mappe_patrol_planner_apply (self, edit, done, _("The patrols were not copied"));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_patrol_forms_save (MAPPE_PATROL_PLANNER (widget), g_variant_get_string (parameter, NULL));
}

static void
before_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_cb (MAPPE_PATROL_PLANNER (widget), -1);
}

static void
after_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_cb (MAPPE_PATROL_PLANNER (widget), 1);
}

static void
today_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePatrolPlanner *self = MAPPE_PATROL_PLANNER (widget);
  g_autofree char *today = mappe_date_today ();

  mappe_patrol_grid_select (self->grid, mappe_patrol_grid_get_area (self->grid), today);
  mappe_patrol_planner_show (self, today);
}

static void
week_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_patrol_forms_week (MAPPE_PATROL_PLANNER (widget));
}

/* --- for the page --- */

/** mappe_patrol_planner_get_monday: Returns: (transfer none): first day of the week on show */
const char *
mappe_patrol_planner_get_monday (MappePatrolPlanner *self)
{
  return self->monday;
}

/** mappe_patrol_planner_get_store: Returns: (transfer none): its store */
MappeStore *
mappe_patrol_planner_get_store (MappePatrolPlanner *self)
{
  return self->store;
}

/** mappe_patrol_planner_get_week: Returns: (transfer none) (nullable): what is on show */
const MappePatrolWeek *
mappe_patrol_planner_get_week (MappePatrolPlanner *self)
{
  return self->week;
}

/** mappe_patrol_planner_focus: Puts the focus on the cell selected. */
void
mappe_patrol_planner_focus (MappePatrolPlanner *self)
{
  mappe_patrol_grid_focus (self->grid);
}

/* --- GObject --- */

static void
mappe_patrol_planner_dispose (GObject *object)
{
  MappePatrolPlanner *self = MAPPE_PATROL_PLANNER (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->figures != NULL)
    mappe_patrol_figures_fill (self->figures, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_PATROL_PLANNER);
  G_OBJECT_CLASS (mappe_patrol_planner_parent_class)->dispose (object);
}

static void
mappe_patrol_planner_finalize (GObject *object)
{
  MappePatrolPlanner *self = MAPPE_PATROL_PLANNER (object);

  g_clear_pointer (&self->week, mappe_patrol_week_free);
  g_clear_object (&self->store);
  g_free (self->monday);
  g_free (self->today);
  G_OBJECT_CLASS (mappe_patrol_planner_parent_class)->finalize (object);
}

static void
mappe_patrol_planner_class_init (MappePatrolPlannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_patrol_planner_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_patrol_planner_finalize;
  g_type_ensure (MAPPE_TYPE_PATROL_DAY);
  g_type_ensure (MAPPE_TYPE_PATROL_FIGURES);
  g_type_ensure (MAPPE_TYPE_PATROL_GRID);
  g_type_ensure (MAPPE_TYPE_PATROL_UNREPORTED);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-patrol-planner.ui");
  gtk_widget_class_bind_template_child (widget_class, MappePatrolPlanner, stack);
  gtk_widget_class_bind_template_child (widget_class, MappePatrolPlanner, title);
  gtk_widget_class_bind_template_child (widget_class, MappePatrolPlanner, all_areas);
  gtk_widget_class_bind_template_child (widget_class, MappePatrolPlanner, grid);
  gtk_widget_class_bind_template_child (widget_class, MappePatrolPlanner, day);
  gtk_widget_class_bind_template_child (widget_class, MappePatrolPlanner, figures);
  gtk_widget_class_bind_template_child (widget_class, MappePatrolPlanner, unreported);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, fill_day);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, unreported_cb);
  gtk_widget_class_install_action (widget_class, "patrols.before", NULL, before_cb);
  gtk_widget_class_install_action (widget_class, "patrols.after", NULL, after_cb);
  gtk_widget_class_install_action (widget_class, "patrols.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "patrols.week", NULL, week_cb);
  gtk_widget_class_install_action (widget_class, "patrols.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "patrols.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "patrols.held", "x", held_cb);
  gtk_widget_class_install_action (widget_class, "patrols.cancel", "x", cancel_cb);
  gtk_widget_class_install_action (widget_class, "patrols.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "patrols.save", "s", save_cb);
}

static void
mappe_patrol_planner_init (MappePatrolPlanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** mappe_patrol_planner_new: Returns: (transfer floating): the week of today */
GtkWidget *
mappe_patrol_planner_new (MappeStore *store)
{
  MappePatrolPlanner *self = g_object_new (MAPPE_TYPE_PATROL_PLANNER, NULL);
  g_autofree char *today = mappe_date_today ();

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mappe_display_get (store), "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  update_acts (self);
  mappe_patrol_planner_show (self, today);
  return GTK_WIDGET (self);
}
