/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-series-parts.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-goal-ladder.h"
#include "mappe-indicator.h"
#include "mappe-measure-goal.h"
#include "mappe-measure.h"
#include "mappe-patrol-fill-act.h"
#include "mappe-patrol-fill.h"
#include "mappe-record-link.h"
#include "mappe-series-acts.h"
#include "mappe-series-mark.h"
#include "mappe-survey-result.h"
#include "mappe-value-load.h"

#define MOST_SHOWN 200

/**
 * Part: a list on the page of a record
 * @of: kind of the record
 * @kind: kind of what is listed
 * @field: that refers to the record
 * @order: field by which they are listed
 * @title: heading, marked for translation
 * @none: what the list says when it is empty, marked for translation
 */
typedef struct {
  const MappeKind *of, *kind;
  guint            field, order;
  const char      *title, *none;
} Part;

static const Part parts[] = {
  { &mappe_indicator_kind, &mappe_survey_result_kind, MAPPE_SURVEY_RESULT_INDICATOR, MAPPE_SURVEY_RESULT_HELD_ON,
    N_("Survey rounds"), N_("None yet. A round before the start and one after it make a comparison.") },
  { &mappe_indicator_kind, &mappe_series_mark_kind, MAPPE_SERIES_MARK_INDICATOR, MAPPE_SERIES_MARK_BEGINS_ON,
    N_("Marks in the series"), N_("None yet. A mark tells what happened: another way of counting, an event.") },
  { &mappe_measure_kind, &mappe_indicator_kind, MAPPE_INDICATOR_MEASURE, MAPPE_INDICATOR_REFERENCE, N_("Indicators"),
    N_("None yet. An indicator says by which figures the measure is judged.") },
  { &mappe_measure_kind, &mappe_measure_goal_kind, MAPPE_MEASURE_GOAL_MEASURE, MAPPE_MEASURE_GOAL_REFERENCE,
    N_("Goals"), N_("None yet. Write the five levels of a goal before the start.") },
  { &mappe_measure_kind, &mappe_series_mark_kind, MAPPE_SERIES_MARK_MEASURE, MAPPE_SERIES_MARK_BEGINS_ON,
    N_("Marks in the series"), N_("None yet. A mark tells what happened: start, roll-out, an event.") },
};

/**
 * MappeSeriesParts:
 * @boxes: one a part, in the order of @parts
 */
struct _MappeSeriesParts {
  GtkBox           parent_instance;
  MappeStore      *store;
  const MappeKind *kind;
  gint64           id;
  GCancellable    *cancellable;
  GtkWidget       *late, *fill, *boxes[G_N_ELEMENTS (parts)];
};

G_DEFINE_FINAL_TYPE (MappeSeriesParts, mappe_series_parts, GTK_TYPE_BOX)

/* --- lists --- */

/* "Before, 20.11.2021": the title of a round is made of a code and a day. */
static GtkWidget *
new_round (MappeSeriesParts *self, const Part *part, const MappeListed *listed)
{
  GtkWidget *row = mappe_record_link_row (self->store, listed, (int) part->field);
  g_autofree char *name = mappe_display_name (mappe_display_get (self->store), listed->row, listed->title,
                                             listed->shown);
  g_autofree char *title = g_markup_escape_text (name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static GtkWidget *
new_row (MappeSeriesParts *self, const Part *part, const MappeListed *listed)
{
  if (part->kind == &mappe_measure_goal_kind)
    return mappe_goal_ladder_new (self->store, listed);
  if (part->kind == &mappe_survey_result_kind)
    return new_round (self, part, listed);
  return mappe_record_link_row (self->store, listed, (int) part->field);
}

static void
fill_part (MappeSeriesParts *self, guint n, GPtrArray *found)
{
  const Part *part = &parts[n];
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *old = gtk_widget_get_first_child (self->boxes[n]);

  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->boxes[n]), old);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(part->title));
  if (found->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _(part->none));
  adw_preferences_group_set_header_suffix (
      ADW_PREFERENCES_GROUP (group),
      mappe_record_link_add_button (self->store, part->kind, part->field, self->id));
  for (guint i = 0; i < found->len; i++)
    {
      const MappeListed *listed = g_ptr_array_index (found, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (self, part, listed));
    }
  gtk_box_append (GTK_BOX (self->boxes[n]), group);
}

typedef struct {
  MappeSeriesParts *parts;
  guint             n;
} Request;

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (MappeSeriesParts) self = request->parts;
  g_autoptr (GPtrArray) found = mappe_store_list_finish (MAPPE_STORE (source), result, NULL);

  if (found != NULL && self->store != NULL)
    fill_part (self, request->n, found);
  g_free (request);
}

static void
load_part (MappeSeriesParts *self, guint n)
{
  g_autoptr (MappeQuery) query = mappe_query_new (parts[n].kind);
  Request *request = g_new0 (Request, 1);

  request->parts = g_object_ref (self);
  request->n = n;
  mappe_query_where_id (query, parts[n].field, self->id);
  mappe_query_order (query, parts[n].order, FALSE);
  mappe_query_limit (query, MOST_SHOWN);
  mappe_store_list_async (self->store, query, self->cancellable, listed_cb, request);
}

/* --- written down too late --- */

static gpointer
read_func (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_value_load_read (snapshot, *(gint64 *) data, error);
}

static void
show_late (MappeSeriesParts *self, const MappeValueLoad *load)
{
  int days = mappe_series_days_late (load->indicator, load->start);
  g_autofree char *start = load->start != NULL ? mappe_date_format (load->start) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->late, days > 0);
  if (days <= 0)
    return;
  text = g_strdup_printf (
      ngettext ("⚠ Written down %1$d day after the start (%2$s). What is chosen afterwards proves less.",
                "⚠ Written down %1$d days after the start (%2$s). What is chosen afterwards proves "
                "less.",
                (gulong) days),
      days, start);
  gtk_label_set_label (GTK_LABEL (self->late), text);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeSeriesParts) self = data;
  g_autoptr (MappeValueLoad) load = mappe_store_read_finish (MAPPE_STORE (source), result, NULL);

  if (load == NULL || self->store == NULL)
    return;
  show_late (self, load);
  gtk_widget_set_visible (self->fill, mappe_patrol_fill_counts (load->indicator)
                                      && mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE);
}

static void
fill_cb (MappeSeriesParts *self)
{
  mappe_patrol_fill_act_run (GTK_WIDGET (self), self->store, self->id);
}

/* --- GObject --- */

static void
withdraw (MappeSeriesParts *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
mappe_series_parts_dispose (GObject *object)
{
  MappeSeriesParts *self = MAPPE_SERIES_PARTS (object);

  withdraw (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_series_parts_parent_class)->dispose (object);
}

static void
mappe_series_parts_class_init (MappeSeriesPartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_series_parts_dispose;
}

static void
mappe_series_parts_init (MappeSeriesParts *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 18);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->late = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->late, "warning");
  gtk_box_append (GTK_BOX (self), self->late);
  self->fill = gtk_button_new_with_label (_("Fill from the patrol log…"));
  g_object_set (self->fill, "halign", GTK_ALIGN_START, "visible", FALSE, NULL);
  g_signal_connect_object (self->fill, "clicked", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->fill);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      self->boxes[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_box_append (GTK_BOX (self), self->boxes[i]);
    }
}

/** mappe_series_parts_new: Returns: (transfer floating): a view that shows nothing yet */
GtkWidget *
mappe_series_parts_new (MappeStore *store)
{
  MappeSeriesParts *self = g_object_new (MAPPE_TYPE_SERIES_PARTS, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

/** mappe_series_parts_show: Reads the parts of the record @id of @kind anew; hides for kinds without. */
void
mappe_series_parts_show (MappeSeriesParts *self, const MappeKind *kind, gint64 id)
{
  gboolean applies = FALSE;

  withdraw (self);
  self->kind = kind;
  self->id = id;
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (self->late, FALSE);
  gtk_widget_set_visible (self->fill, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gboolean wanted = id > 0 && parts[i].of == kind;

      gtk_widget_set_visible (self->boxes[i], wanted);
      applies = applies || wanted;
      if (wanted)
        load_part (self, i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), applies);
  if (id > 0 && kind == &mappe_indicator_kind)
    mappe_store_read_async (self->store, MAPPE_PRIORITY_PAGE, read_func, g_memdup2 (&id, sizeof id), g_free,
                            (GDestroyNotify) mappe_value_load_free, self->cancellable, read_cb, g_object_ref (self));
}
