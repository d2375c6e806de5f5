/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-event-area.h"
#include "mappe-event-steps.h"
#include "mappe-event-words.h"
#include "mappe-event.h"

/* The file: core data, other events on the same days, further areas, the series. */

#define MAPPE_TYPE_EVENT_CORE_STEP (mappe_event_core_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventCoreStep, mappe_event_core_step, MAPPE, EVENT_CORE_STEP, MappeEventStep)

struct _MappeEventCoreStep {
  MappeEventStep parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeEventCoreStep, mappe_event_core_step, MAPPE_TYPE_EVENT_STEP)

static const int fields[] = { MAPPE_EVENT_AREA_AREA, MAPPE_EVENT_AREA_NOTE, -1 };
static const MappeEventPart part = { &mappe_event_area_kind, MAPPE_EVENT_AREA_EVENT, fields };

static void
edit_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_step_open (self, mappe_event_step_get_file (self)->event->row);
}

static void
add_area_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_step_new (self);
}

/* --- core data --- */

static char *
number_words (const MappeRow *event, guint field)
{
  return mappe_row_is_null (event, field)
             ? NULL : g_strdup_printf ("%'" G_GINT64_FORMAT, mappe_row_get_int (event, field));
}

static void
add_fact (GtkGrid *grid, const char *name, const char *value)
{
  GtkWidget *label, *text;
  int line = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (grid), "lines"));

  if (value == NULL || *value == '\0')
    return;
  label = gtk_label_new (name);
  text = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_selectable (GTK_LABEL (text), FALSE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_grid_attach (grid, label, 0, line, 1, 1);
  gtk_grid_attach (grid, text, 1, line, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data (G_OBJECT (grid), "lines", GINT_TO_POINTER (line + 1));
}

static void
add_core (MappeEventStep *self, const MappeEventFile *file)
{
  const MappeListed *event = file->event;
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *days = mappe_event_words_days (event->row, NULL);
  g_autofree char *expected = number_words (event->row, MAPPE_EVENT_EXPECTED_VISITORS);
  g_autofree char *actual = number_words (event->row, MAPPE_EVENT_ACTUAL_VISITORS);
  const char *risk = mappe_row_get_text (event->row, MAPPE_EVENT_RISK_CLASS);
  const char *kind = mappe_row_get_text (event->row, MAPPE_EVENT_KIND);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  add_fact (GTK_GRID (grid), _("Days"), days);
  add_fact (GTK_GRID (grid), _("Kind"), mappe_event_words_code (file->codes, "event_kind", kind, NULL));
  add_fact (GTK_GRID (grid), _("Risk class"),
            risk != NULL ? mappe_event_words_code (file->codes, "risk_class", risk, NULL) : NULL);
  add_fact (GTK_GRID (grid), _("Warning level"), mappe_row_get_text (event->row, MAPPE_EVENT_WARNING_LEVEL));
  add_fact (GTK_GRID (grid), _("Area"), event->shown[MAPPE_EVENT_AREA]);
  add_fact (GTK_GRID (grid), _("Lead"), event->shown[MAPPE_EVENT_LEAD_ORGANISATION]);
  add_fact (GTK_GRID (grid), _("Organiser"), event->shown[MAPPE_EVENT_ORGANISER_ORGANISATION]);
  add_fact (GTK_GRID (grid), _("Coordinating body"), event->shown[MAPPE_EVENT_COORDINATING_ORGANISATION]);
  add_fact (GTK_GRID (grid), _("Visitors expected"), expected);
  add_fact (GTK_GRID (grid), _("Visitors counted"), actual);
  add_fact (GTK_GRID (grid), _("Clause"), event->shown[MAPPE_EVENT_CLAUSE]);
  add_fact (GTK_GRID (grid), _("Project"), event->shown[MAPPE_EVENT_PROJECT]);
  add_fact (GTK_GRID (grid), _("Note"), mappe_row_get_text (event->row, MAPPE_EVENT_NOTE));
  gtk_box_append (mappe_event_step_get_body (self), grid);
}

/* --- what else --- */

static void
add_parallel (MappeEventStep *self, const MappeEventFile *file)
{
  GtkWidget *list;

  if (file->parallel->len == 0)
    {
      mappe_event_part_text (self, _("No other event is on the same days."));
      return;
    }
  list = mappe_event_part_group (self, _("Other events on the same days"), NULL);
  for (guint i = 0; i < file->parallel->len; i++)
    {
      const MappeParallelEvent *parallel = g_ptr_array_index (file->parallel, i);
      gboolean collides = mappe_parallel_event_collides (parallel);
      g_autofree char *words = mappe_event_words_parallel (parallel, NULL);
      GtkWidget *row = mappe_event_part_row (self, list, parallel->event->row, parallel->event->title, words);

      mappe_event_part_light (row, collides ? MAPPE_STATE_OVERDUE : MAPPE_STATE_WAITING,
                              collides ? _("Collides") : _("Elsewhere"));
    }
}

static void
add_areas (MappeEventStep *self, const MappeEventFile *file)
{
  GtkWidget *list;

  if (file->areas->len == 0)
    return;
  list = mappe_event_part_group (self, _("Further areas"), NULL);
  for (guint i = 0; i < file->areas->len; i++)
    {
      const MappeListed *area = g_ptr_array_index (file->areas, i);

      mappe_event_part_row (self, list, area->row, area->shown[MAPPE_EVENT_AREA_AREA],
                            mappe_row_get_text (area->row, MAPPE_EVENT_AREA_NOTE));
    }
}

static void
add_series (MappeEventStep *self, const MappeEventFile *file)
{
  GtkWidget *list;

  if (file->series->len < 2)
    return;
  list = mappe_event_part_group (self, file->event->shown[MAPPE_EVENT_SERIES], _("Events of the same series"));
  for (guint i = file->series->len; i > 0; i--)
    {
      const MappeListed *other = g_ptr_array_index (file->series, i - 1);
      g_autofree char *days = mappe_event_words_days (other->row, NULL);

      if (other->row->id != file->event->row->id)
        mappe_event_part_row (self, list, other->row, other->title, days);
    }
}

static void
mappe_event_core_step_build (MappeEventStep *self)
{
  const MappeEventFile *file = mappe_event_step_get_file (self);
  GtkWidget *bar;

  add_core (self, file);
  bar = mappe_event_part_bar (self);
  mappe_event_part_act (self, bar, _("Edit core data…"), FALSE, edit_act);
  mappe_event_part_act (self, bar, _("Add area…"), FALSE, add_area_act);
  add_parallel (self, file);
  add_areas (self, file);
  add_series (self, file);
}

static void
mappe_event_core_step_class_init (MappeEventCoreStepClass *klass)
{
  MAPPE_EVENT_STEP_CLASS (klass)->part = &part;
  MAPPE_EVENT_STEP_CLASS (klass)->build = mappe_event_core_step_build;
}

static void
mappe_event_core_step_init (MappeEventCoreStep *self)
{
}
