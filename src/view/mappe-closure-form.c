/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-closure-form.h"

#include <glib/gi18n.h>

#include "mappe-area.h"
#include "mappe-closures.h"
#include "mappe-event-error.h"
#include "mappe-feedback.h"
#include "mappe-field-input.h"
#include "mappe-organisation.h"
#include "mappe-road-closure.h"
#include "mappe-sitting-form.h"

/* A road closure at short notice: filed within a minute, from now on, what is not known stays empty. */

/* Times are typed in lines of their own. */
static const struct { const char *id; guint field; } times[] = {
  { "from", MAPPE_ROAD_CLOSURE_FROM_AT },
  { "to", MAPPE_ROAD_CLOSURE_TO_AT },
  { "requested", MAPPE_ROAD_CLOSURE_REQUESTED_AT },
};

typedef struct {
  GtkWidget *near;
  char      *road;
} Filed;

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Filed *filed = data;
  g_autoptr (GtkWidget) near = filed->near;
  g_autofree char *road = filed->road, *done = g_strdup_printf (_("Closure filed: %s"), road);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (gtk_widget_get_root (near) == NULL)
    return;
  if (applied == NULL)
    mappe_feedback_error (near, error, _("The closure was not filed"));
  else
    mappe_feedback_undoable (near, done);
}

static gboolean
refuse (GError **error, const char *message)
{
  mappe_event_refuse (error, MAPPE_EVENT_ERROR_MISSING, message);
  return FALSE;
}

/* A time as it is typed; what was not understood is said with its name. */
static gboolean
read_time (MappeSittingForm *form, MappeRow *row, const char *id, guint field, GError **error)
{
  const MappeFieldSpec *spec = &mappe_road_closure_kind.fields[field];
  const char *typed = mappe_sitting_form_get_text (form, id);
  g_autoptr (GError) cause = NULL;
  g_autofree char *canonical = NULL, *explained = NULL, *message = NULL;

  if (*typed == '\0')
    return TRUE;
  if (mappe_field_parse_typed (spec, typed, &canonical, &cause)
      && mappe_row_set_canonical (row, field, canonical, NULL))
    return TRUE;
  explained = cause != NULL ? mappe_field_explain (spec, cause) : NULL;
  message = g_strdup_printf ("%s: %s", _(spec->label), explained != NULL ? explained : typed);
  return refuse (error, message);
}

static gboolean
read_form (MappeSittingForm *form, MappeRow *row, GError **error)
{
  static const struct { const char *id; guint field; } records[] = {
    { "area", MAPPE_ROAD_CLOSURE_AREA },
    { "requested_by", MAPPE_ROAD_CLOSURE_REQUESTED_BY },
    { "ordered_by", MAPPE_ROAD_CLOSURE_ORDERED_BY },
  };
  const char *from, *to;

  mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_ROAD, mappe_sitting_form_get_text (form, "road"), NULL);
  mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_DIVERSION, mappe_sitting_form_get_text (form, "diversion"), NULL);
  mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_CAUSE, mappe_sitting_form_get_code (form, "cause"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (mappe_sitting_form_get_id (form, records[i].id) > 0)
      mappe_value_set_int (&row->values[records[i].field], mappe_sitting_form_get_id (form, records[i].id));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (!read_time (form, row, times[i].id, times[i].field, error))
      return FALSE;
  from = mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_FROM_AT);
  to = mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_TO_AT);
  if (mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_ROAD) == NULL || *mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_ROAD) == '\0')
    return refuse (error, _("The road is missing"));
  if (mappe_row_is_null (row, MAPPE_ROAD_CLOSURE_AREA))
    return refuse (error, _("The area is missing"));
  if (from == NULL)
    return refuse (error, _("The time from which the road is closed is missing"));
  return to == NULL || g_strcmp0 (from, to) <= 0 || refuse (error, _("The closure ends before it begins"));
}

static gboolean
done (MappeSittingForm *form, gpointer owner, GError **error)
{
  MappeStore *store = g_object_get_data (G_OBJECT (owner), "closure-store");
  g_autoptr (MappeRow) row = mappe_row_new_preset (&mappe_road_closure_kind);
  gint64 event = mappe_sitting_form_get_subject (form);
  g_autofree char *now = mappe_closures_now (), *label = NULL;
  MappeEdit *edit;
  Filed *filed;

  if (!read_form (form, row, error))
    return FALSE;
  if (event > 0)
    mappe_value_set_int (&row->values[MAPPE_ROAD_CLOSURE_EVENT], event);
  mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_STATUS,
                           g_strcmp0 (mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_FROM_AT), now) > 0 ? "planned"
                                                                                                     : "active", NULL);
  mappe_closure_complete (row);
  label = g_strdup_printf (_("File closure: %s"), mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_ROAD));
  filed = g_new (Filed, 1);
  *filed = (Filed) { g_object_ref (owner), g_strdup (mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_ROAD)) };
  edit = mappe_edit_new (label);
  mappe_edit_insert (edit, g_steal_pointer (&row));
  mappe_store_apply_async (store, edit, NULL, applied_cb, filed);
  return TRUE;
}

/**
 * mappe_closure_form_run:
 * @event: id of the event it is for, or 0
 * @area: id of the area that is there at first, or 0
 * @area_title: (nullable): its name
 *
 * Asks for a closure that begins now, and files it.
 */
void
mappe_closure_form_run (GtkWidget *near, MappeStore *store, gint64 event, gint64 area, const char *area_title)
{
  MappeSittingForm *form = mappe_sitting_form_new (near, store, _("Close a road"), _("_File closure"), done);
  g_autofree char *stamp = mappe_closures_now ();
  g_autofree char *now = mappe_field_format_typed (&mappe_road_closure_kind.fields[MAPPE_ROAD_CLOSURE_FROM_AT], stamp);

  g_object_set_data_full (G_OBJECT (near), "closure-store", g_object_ref (store), g_object_unref);
  mappe_sitting_form_set_subject (form, event);
  mappe_sitting_form_add_text (form, "road", _("Road"), NULL);
  mappe_sitting_form_add_record (form, "area", _("Area"), &mappe_area_kind);
  mappe_sitting_form_set_record (form, "area", area, area_title);
  mappe_sitting_form_add_codes (form, "cause", _("Cause"), "closure_cause", NULL, event > 0 ? "event" : "accident");
  mappe_sitting_form_add_text (form, "from", _("Closed from"), now);
  mappe_sitting_form_add_text (form, "to", _("Until (empty: until further notice)"), NULL);
  mappe_sitting_form_add_text (form, "requested", _("Requested at (gives the lead time)"), now);
  mappe_sitting_form_add_record (form, "requested_by", _("Requested by"), &mappe_organisation_kind);
  mappe_sitting_form_add_record (form, "ordered_by", _("Ordered by"), &mappe_organisation_kind);
  mappe_sitting_form_add_text (form, "diversion", _("Diversion"), NULL);
  mappe_sitting_form_present (form);
}
