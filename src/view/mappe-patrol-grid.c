/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-grid.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "mappe-area.h"
#include "mappe-date.h"
#include "mappe-patrol-text.h"
#include "mappe-patrol.h"

struct _MappePatrolGrid {
  GtkWidget  parent_instance;

  GtkWidget *grid;
  GPtrArray *cells;   /* of one area after the other, seven each */
  GArray    *areas;   /* gint64 */
  char      *days[MAPPE_WEEK_DAYS];
  gint64     area;    /* selected */
  char      *day;
  gboolean   choosing;
};

G_DEFINE_FINAL_TYPE (MappePatrolGrid, mappe_patrol_grid, GTK_TYPE_WIDGET)

enum { SELECTED, OPENED, ASKED, TURN, MOVE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- selection --- */

static int
row_of (MappePatrolGrid *self, gint64 area)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (g_array_index (self->areas, gint64, i) == area)
      return (int) i;
  return -1;
}

static int
column_of (MappePatrolGrid *self, const char *day)
{
  for (int i = 0; i < MAPPE_WEEK_DAYS; i++)
    if (g_strcmp0 (self->days[i], day) == 0)
      return i;
  return -1;
}

static GtkWidget *
selected_cell (MappePatrolGrid *self)
{
  int row = row_of (self, self->area), column = column_of (self, self->day);

  return row >= 0 && column >= 0 ? g_ptr_array_index (self->cells, row * MAPPE_WEEK_DAYS + column) : NULL;
}

static void
choose (MappePatrolGrid *self, int row, int column)
{
  g_autofree char *day = g_strdup (self->days[column]);

  self->area = g_array_index (self->areas, gint64, row);
  g_free (self->day);
  self->day = g_steal_pointer (&day);
  self->choosing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (selected_cell (self)), TRUE);
  self->choosing = FALSE;
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
toggled_cb (GtkToggleButton *cell, MappePatrolGrid *self)
{
  guint n;

  if (!self->choosing && gtk_toggle_button_get_active (cell) && g_ptr_array_find (self->cells, cell, &n))
    choose (self, (int) n / MAPPE_WEEK_DAYS, (int) n % MAPPE_WEEK_DAYS);
}

/* --- keys --- */

static void
turn (MappePatrolGrid *self, int weeks)
{
  g_signal_emit (self, signals[TURN], 0, weeks);
}

static void
step (MappePatrolGrid *self, int rows, int days)
{
  int row = row_of (self, self->area) + rows, column = column_of (self, self->day) + days;

  if (row < 0 || row >= (int) self->areas->len || self->areas->len == 0)
    return;
  if (column >= 0 && column < MAPPE_WEEK_DAYS)
    {
      choose (self, row, column);
      gtk_widget_grab_focus (selected_cell (self));
      return;
    }
  g_free (self->day);
  self->day = mappe_date_add_days (self->days[column < 0 ? 0 : MAPPE_WEEK_DAYS - 1], days);
  turn (self, days);
}

/* The patrol goes along; the area is one that is shown, the day may be of the week beside. */
static gboolean
carry (MappePatrolGrid *self, guint keyval)
{
  int rows = keyval == GDK_KEY_Up ? -1 : keyval == GDK_KEY_Down ? 1 : 0;
  int days = keyval == GDK_KEY_Left ? -1 : keyval == GDK_KEY_Right ? 1 : 0;
  int row = row_of (self, self->area) + rows;
  g_autofree char *day = self->day != NULL ? mappe_date_add_days (self->day, days) : NULL;

  if ((rows == 0 && days == 0) || day == NULL)
    return FALSE;
  if (row >= 0 && row < (int) self->areas->len)
    g_signal_emit (self, signals[MOVE], 0, (gint64) 0, g_array_index (self->areas, gint64, row), day);
  return TRUE;
}

static gboolean
ask (MappePatrolGrid *self, guint keyval)
{
  guint32 letter = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  if (letter != 'n' && letter != 'h' && letter != 'c')
    return FALSE;
  g_signal_emit (self, signals[ASKED], 0, (int) letter);
  return TRUE;
}

static gboolean
key_cb (MappePatrolGrid *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType pressed = state & gtk_accelerator_get_default_mod_mask ();

  if (pressed == GDK_CONTROL_MASK)
    return carry (self, keyval);
  if (pressed != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
      step (self, 0, -1);
      return TRUE;
    case GDK_KEY_Right:
      step (self, 0, 1);
      return TRUE;
    case GDK_KEY_Up:
      step (self, -1, 0);
      return TRUE;
    case GDK_KEY_Down:
      step (self, 1, 0);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      turn (self, keyval == GDK_KEY_Page_Up ? -1 : 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[OPENED], 0);
      return TRUE;
    default:
      return ask (self, keyval);
    }
}

/* The planner is one stop of Tab, at the cell selected; the arrows go from cell to cell. */
static gboolean
mappe_patrol_grid_focus_in (GtkWidget *widget, GtkDirectionType direction)
{
  MappePatrolGrid *self = MAPPE_PATROL_GRID (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = selected_cell (self);

  if (cell == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return gtk_widget_grab_focus (cell);
}

/* --- filling --- */

static GtkWidget *
make_label (const char *text, const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "width-chars", 0, "max-width-chars", 1, "hexpand", TRUE, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "lines", 2, NULL);

  gtk_widget_add_css_class (label, css);
  return label;
}

/* --- dragging --- */

static void
add_drag (GtkWidget *widget, const MappeRow *patrol)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GdkContentProvider *content = gdk_content_provider_new_typed (G_TYPE_INT64, patrol->id);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drag_source_set_content (source, content);
  g_object_unref (content);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MappePatrolGrid *self)
{
  guint n;
  g_autofree char *day = NULL;

  if (!g_ptr_array_find (self->cells, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), &n))
    return FALSE;
  day = g_strdup (self->days[n % MAPPE_WEEK_DAYS]);
  g_signal_emit (self, signals[MOVE], 0, g_value_get_int64 (value),
                 g_array_index (self->areas, gint64, n / MAPPE_WEEK_DAYS), day);
  return TRUE;
}

static void
add_drop (MappePatrolGrid *self, GtkWidget *cell)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
make_patrol (MappeDisplay *display, const MappeListed *patrol, const char *today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *time = mappe_patrol_text_time (patrol->row);
  g_autofree char *numbers = mappe_patrol_text_numbers (patrol->row);

  mappe_state_show (GTK_IMAGE (image), mappe_patrol_text_state (patrol->row, today));
  gtk_box_append (GTK_BOX (head), image);
  gtk_box_append (GTK_BOX (head), make_label (mappe_patrol_text_status (display, patrol->row, today), "caption"));
  gtk_box_append (GTK_BOX (box), make_label (time, "caption-heading"));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_label (numbers, "caption"));
  if (g_strcmp0 (mappe_row_get_text (patrol->row, MAPPE_PATROL_STATUS), "planned") == 0)
    add_drag (box, patrol->row);
  return box;
}

static void
name_cell (GtkWidget *cell, const char *area, const char *day, GString *lines, guint n)
{
  g_autofree char *date = mappe_date_format_long (day);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", area, date, n > 0 ? lines->str : _("no patrol"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (cell, n > 0 ? lines->str : NULL);
}

static GtkWidget *
make_cell (MappePatrolGrid *self, const MappePatrolWeek *week, MappeDisplay *display, const MappeRow *area, int column,
           const char *today)
{
  GtkWidget *cell = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autoptr (GPtrArray) patrols = mappe_patrol_week_find (week, area->id, week->days[column], week->days[column]);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < patrols->len; i++)
    {
      const MappeListed *patrol = g_ptr_array_index (patrols, i);
      g_autofree char *line = mappe_patrol_text_line (display, patrol, today);

      gtk_box_append (GTK_BOX (box), make_patrol (display, patrol, today));
      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_button_set_child (GTK_BUTTON (cell), box);
  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "calendar-day");
  g_object_set (cell, "hexpand", TRUE, "width-request", 60, "height-request", 34, NULL);
  name_cell (cell, mappe_row_get_text (area, MAPPE_AREA_NAME), week->days[column], lines, patrols->len);
  if (self->cells->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (cell), g_ptr_array_index (self->cells, 0));
  g_signal_connect_object (cell, "toggled", G_CALLBACK (toggled_cb), self, 0);
  add_drop (self, cell);
  return cell;
}

static void
add_heads (MappePatrolGrid *self, const MappePatrolWeek *week, const char *today)
{
  static const char *const weekdays[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };

  for (int i = 0; i < MAPPE_WEEK_DAYS; i++)
    {
      /* Translators: short name of a weekday, day of the month */
      g_autofree char *text = g_strdup_printf (_("%s %d"), _(weekdays[i]), atoi (week->days[i] + strlen ("2026-11-")));
      gboolean is_today = g_str_equal (week->days[i], today);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, is_today ? "accent" : "dim-label");
      gtk_grid_attach (GTK_GRID (self->grid), label, i + 1, 0, 1, 1);
    }
}

static void
add_area (MappePatrolGrid *self, const MappePatrolWeek *week, MappeDisplay *display, const MappeRow *area,
          const char *today)
{
  int row = (int) self->areas->len + 1;
  const char *name = mappe_row_get_text (area, MAPPE_AREA_NAME);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2, "width-chars", 10,
                                   "max-width-chars", 17, "tooltip-text", name, NULL);

  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  for (int i = 0; i < MAPPE_WEEK_DAYS; i++)
    {
      GtkWidget *cell = make_cell (self, week, display, area, i, today);

      g_ptr_array_add (self->cells, cell);
      gtk_grid_attach (GTK_GRID (self->grid), cell, i + 1, row, 1, 1);
    }
  g_array_append_val (self->areas, area->id);
}

static void
clear (MappePatrolGrid *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->cells, 0);
  g_array_set_size (self->areas, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

/* What was selected stays so; in another week the day of its own week. */
static void
choose_again (MappePatrolGrid *self, const char *today)
{
  int row = row_of (self, self->area), column = column_of (self, self->day);

  if (self->areas->len == 0)
    return;
  if (column < 0)
    column = column_of (self, today);
  choose (self, MAX (row, 0), MAX (column, 0));
}

/**
 * mappe_patrol_grid_fill:
 * @all_areas: whether areas without a patrol in these weeks are shown too
 * @today: "YYYY-MM-DD"
 *
 * Shows a week.
 */
void
mappe_patrol_grid_fill (MappePatrolGrid *self, const MappePatrolWeek *week, MappeDisplay *display, gboolean all_areas,
                        const char *today)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  g_return_if_fail (MAPPE_IS_PATROL_GRID (self));
  clear (self);
  for (int i = 0; i < MAPPE_WEEK_DAYS; i++)
    {
      g_free (self->days[i]);
      self->days[i] = g_strdup (week->days[i]);
    }
  add_heads (self, week, today);
  for (guint i = 0; i < week->areas->len; i++)
    {
      const MappeRow *area = g_ptr_array_index (week->areas, i);

      if (all_areas || area->id == self->area || mappe_patrol_week_visits (week, area->id))
        add_area (self, week, display, area, today);
    }
  choose_again (self, today);
  if (inside)
    mappe_patrol_grid_focus (self);
}

/** mappe_patrol_grid_select: Selects a cell, at once or with the next week that has it. */
void
mappe_patrol_grid_select (MappePatrolGrid *self, gint64 area, const char *day)
{
  g_return_if_fail (MAPPE_IS_PATROL_GRID (self));
  if (row_of (self, area) >= 0 && column_of (self, day) >= 0)
    {
      choose (self, row_of (self, area), column_of (self, day));
      return;
    }
  self->area = area;
  g_free (self->day);
  self->day = g_strdup (day);
}

/** mappe_patrol_grid_get_area: Returns: id of the area selected, or 0 */
gint64
mappe_patrol_grid_get_area (MappePatrolGrid *self)
{
  return self->area;
}

/** mappe_patrol_grid_get_day: Returns: (transfer none) (nullable): the day selected */
const char *
mappe_patrol_grid_get_day (MappePatrolGrid *self)
{
  return self->day;
}

/** mappe_patrol_grid_focus: Puts the focus on the cell selected. */
void
mappe_patrol_grid_focus (MappePatrolGrid *self)
{
  GtkWidget *cell = selected_cell (self);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

/* --- GObject --- */

static void
mappe_patrol_grid_dispose (GObject *object)
{
  g_clear_pointer (&MAPPE_PATROL_GRID (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (mappe_patrol_grid_parent_class)->dispose (object);
}

static void
mappe_patrol_grid_finalize (GObject *object)
{
  MappePatrolGrid *self = MAPPE_PATROL_GRID (object);

  for (int i = 0; i < MAPPE_WEEK_DAYS; i++)
    g_free (self->days[i]);
  g_free (self->day);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->areas);
  G_OBJECT_CLASS (mappe_patrol_grid_parent_class)->finalize (object);
}

static void
mappe_patrol_grid_class_init (MappePatrolGridClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_patrol_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_patrol_grid_finalize;
  GTK_WIDGET_CLASS (klass)->focus = mappe_patrol_grid_focus_in;
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ASKED] = g_signal_new ("asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[TURN] = g_signal_new ("turn", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64,
                                G_TYPE_INT64, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mappe_patrol_grid_init (MappePatrolGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->areas = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->grid = gtk_grid_new ();
  g_object_set (self->grid, "column-spacing", 2, "row-spacing", 2, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Week planner"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}
