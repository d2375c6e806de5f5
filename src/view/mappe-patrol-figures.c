/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-figures.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mappe-area.h"
#include "mappe-number.h"
#include "mappe-patrol-text.h"

enum { SHADES = 4 };

struct _MappePatrolFigures {
  GtkBox                 parent_instance;

  GtkGrid               *sums;
  GtkGrid               *heat;
  GtkDropDown           *what;
  const MappePatrolWeek *week;   /* of the page; set anew before the old one is freed */
};

G_DEFINE_FINAL_TYPE (MappePatrolFigures, mappe_patrol_figures, GTK_TYPE_BOX)

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
attach (GtkGrid *grid, const char *text, int column, int row, const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", column == 0 ? 0.0 : 1.0, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

/* --- planned against held --- */

static void
add_sum (MappePatrolFigures *self, int row, const char *name, const MappePatrolSum *sum)
{
  double lost = mappe_patrol_sum_lost (sum);
  g_autofree char *hours = mappe_patrol_text_hours (sum->minutes);
  g_autofree char *share = isnan (lost) ? g_strdup ("–") : mappe_real_format (lost, 0);
  g_autofree char *percent = isnan (lost) ? g_strdup (share) : g_strdup_printf ("%s %%", share);
  g_autofree char *numbers[] = {
    mappe_int_format (sum->planned + sum->held + sum->cancelled), mappe_int_format (sum->held),
    mappe_int_format (sum->cancelled), mappe_int_format (sum->planned), g_steal_pointer (&percent),
    g_steal_pointer (&hours), mappe_int_format (sum->talks),
  };

  attach (self->sums, name, 0, row, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    attach (self->sums, numbers[i], (int) i + 1, row, NULL);
}

static void
fill_sums (MappePatrolFigures *self)
{
  const char *const heads[] = { "", _("Planned"), _("Held"), C_("patrol", "Cancelled"), C_("patrol", "Open"),
                                _("Share cancelled"), _("Hours"), _("Talks") };
  MappePatrolSum week = mappe_patrol_week_sum (self->week, 0, self->week->days[0]);
  MappePatrolSum all = mappe_patrols_sum (self->week->patrols, 0, self->week->mondays[0],
                                          self->week->days[MAPPE_WEEK_DAYS - 1]);
  g_autofree char *weeks = g_strdup_printf (_("%d weeks"), MAPPE_PATROL_WEEKS);

  clear (self->sums);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      GtkWidget *label = attach (self->sums, heads[i], (int) i, 0, "caption-heading");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
    }
  add_sum (self, 1, _("This week"), &week);
  add_sum (self, 2, weeks, &all);
}

/* --- areas by week --- */

static guint
number_of (MappePatrolFigures *self, const MappePatrolSum *sum)
{
  switch (gtk_drop_down_get_selected (self->what))
    {
    case 1:
      return sum->minutes;
    case 2:
      return (guint) sum->talks;
    case 0:
    default:
      return sum->held;
    }
}

static char *
text_of (MappePatrolFigures *self, guint number)
{
  return gtk_drop_down_get_selected (self->what) == 1 ? mappe_patrol_text_hours (number) : mappe_int_format (number);
}

static guint
largest (MappePatrolFigures *self)
{
  guint most = 0;

  for (guint a = 0; a < self->week->areas->len; a++)
    for (int w = 0; w < MAPPE_PATROL_WEEKS; w++)
      {
        const MappeRow *area = g_ptr_array_index (self->week->areas, a);
        MappePatrolSum sum = mappe_patrol_week_sum (self->week, area->id, self->week->mondays[w]);

        most = MAX (most, number_of (self, &sum));
      }
  return most;
}

/* The number says it; the shade only makes it quick to see. */
static void
add_heat_cell (MappePatrolFigures *self, const MappeRow *area, int row, int week, guint most)
{
  MappePatrolSum sum = mappe_patrol_week_sum (self->week, area->id, self->week->mondays[week]);
  guint number = number_of (self, &sum);
  g_autofree char *text = text_of (self, number);
  g_autofree char *name = mappe_patrol_text_week (self->week->mondays[week]);
  g_autofree char *all = g_strdup_printf ("%s, %s: %s", mappe_row_get_text (area, MAPPE_AREA_NAME), name, text);
  g_autofree char *shade = g_strdup_printf ("heat-%u", most > 0 ? (number * SHADES + most - 1) / most : 0);
  GtkWidget *label = attach (self->heat, text, week + 1, row, shade);

  g_object_set (label, "xalign", 0.5, "hexpand", TRUE, "tooltip-text", all, NULL);
  gtk_widget_add_css_class (label, "heat-cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

static void
add_heat_row (MappePatrolFigures *self, const MappeRow *area, int row, guint most)
{
  GtkWidget *name = attach (self->heat, mappe_row_get_text (area, MAPPE_AREA_NAME), 0, row, NULL);
  MappePatrolSum sum = mappe_patrols_sum (self->week->patrols, area->id, self->week->mondays[0],
                                          self->week->days[MAPPE_WEEK_DAYS - 1]);
  g_autofree char *total = text_of (self, number_of (self, &sum));

  g_object_set (name, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 12, "max-width-chars", 18, "tooltip-text",
                gtk_label_get_label (GTK_LABEL (name)), NULL);
  for (int w = 0; w < MAPPE_PATROL_WEEKS; w++)
    add_heat_cell (self, area, row, w, most);
  attach (self->heat, total, MAPPE_PATROL_WEEKS + 1, row, "heading");
}

static void
fill_heat (MappePatrolFigures *self)
{
  int row = 1;
  guint most;

  clear (self->heat);
  if (self->week == NULL)
    return;
  most = largest (self);
  attach (self->heat, _("Calendar week"), 0, 0, "caption-heading");
  for (int w = 0; w < MAPPE_PATROL_WEEKS; w++)
    {
      g_autofree char *name = mappe_patrol_week_name (self->week->mondays[w]);
      GtkWidget *label = attach (self->heat, strchr (name, 'W') + 1, w + 1, 0, "caption-heading");

      gtk_label_set_xalign (GTK_LABEL (label), 0.5);
    }
  /* Translators: head of a column: the sum of a line */
  attach (self->heat, _("Sum"), MAPPE_PATROL_WEEKS + 1, 0, "caption-heading");
  for (guint a = 0; a < self->week->areas->len; a++)
    {
      const MappeRow *area = g_ptr_array_index (self->week->areas, a);

      if (mappe_patrol_week_visits (self->week, area->id))
        add_heat_row (self, area, row++, most);
    }
}

/** mappe_patrol_figures_fill: @week: (nullable): stays the caller's and must live until the next call */
void
mappe_patrol_figures_fill (MappePatrolFigures *self, const MappePatrolWeek *week)
{
  g_return_if_fail (MAPPE_IS_PATROL_FIGURES (self));
  self->week = week;
  if (week != NULL)
    fill_sums (self);
  fill_heat (self);
}

/* --- GObject --- */

static void
mappe_patrol_figures_class_init (MappePatrolFiguresClass *klass)
{
}

static GtkWidget *
make_scrolled (GtkGrid *grid, const char *name)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (grid));
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return scrolled;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
mappe_patrol_figures_init (MappePatrolFigures *self)
{
  const char *const whats[] = { _("Patrols held"), _("Hours on patrol"), _("Talks with citizens"), NULL };
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  self->sums = GTK_GRID (gtk_grid_new ());
  self->heat = GTK_GRID (gtk_grid_new ());
  self->what = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (whats));
  g_object_set (self->sums, "column-spacing", 12, "row-spacing", 4, NULL);
  g_object_set (self->heat, "column-spacing", 2, "row-spacing", 2, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->what), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is counted"), -1);
  g_signal_connect_object (self->what, "notify::selected", G_CALLBACK (fill_heat), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), make_heading (_("Planned against held")));
  gtk_box_append (GTK_BOX (self), make_scrolled (self->sums, _("Planned against held")));
  gtk_box_append (GTK_BOX (head), make_heading (_("Areas by week")));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->what));
  gtk_widget_set_margin_top (head, 12);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), make_scrolled (self->heat, _("Areas by week")));
}
