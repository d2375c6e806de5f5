/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-record-link.h"

#include <glib/gi18n-lib.h>

#include "mappe-display.h"
#include "mappe-places.h"
#include "mappe-record-window.h"
#include "mappe-text.h"

#define MOST_FACTS 4
#define FACT_LENGTH 60

/* Returns: whether records of @kind have a place in the sidebar; others get a window */
static gboolean
has_page (const MappeKind *kind)
{
  return mappe_places_for_kind (kind) != NULL;
}

/** mappe_record_link_open: Shows the record @id of @kind, on its page or in a window of its own. */
void
mappe_record_link_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id)
{
  if (has_page (kind))
    gtk_widget_activate_action (near, "win.open-record", "(sx)", kind->name, id);
  else
    mappe_record_window_open (near, store, kind, id);
}

/* Starts a new record of @kind whose field number @field refers to the record @id. */
static void
add_record (GtkWidget *near, MappeStore *store, const MappeKind *kind, guint field, gint64 id)
{
  if (has_page (kind))
    {
      gtk_widget_activate_action (near, "win.new-record", "(ssx)", kind->name, kind->fields[field].name, id);
      return;
    }
  g_autoptr (MappeRow) preset = mappe_row_new_preset (kind);
  mappe_value_set_int (&preset->values[field], id);
  mappe_record_window_new_record (near, store, preset);
}

/** What a row opens. */
typedef struct {
  MappeStore      *store;
  const MappeKind *kind;
  gint64           id;
  guint            field;
} Target;

static void
target_free (Target *target)
{
  g_object_unref (target->store);
  g_free (target);
}

static Target *
attach_target (GtkWidget *widget, const char *key, MappeStore *store, const MappeKind *kind, gint64 id)
{
  Target *target = g_new0 (Target, 1);
  target->store = g_object_ref (store);
  target->kind = kind;
  target->id = id;
  g_object_set_data_full (G_OBJECT (widget), key, target, (GDestroyNotify) target_free);
  return target;
}

static void
open_cb (GtkWidget *widget)
{
  const Target *target = g_object_get_data (G_OBJECT (widget), "target");
  mappe_record_link_open (widget, target->store, target->kind, target->id);
}

static void
add_cb (GtkWidget *widget)
{
  const Target *target = g_object_get_data (G_OBJECT (widget), "target");
  add_record (widget, target->store, target->kind, target->field, target->id);
}

/* A record that only joins others is called by what it joins. */
static gboolean
is_nameless (const MappeKind *kind)
{
  return kind->title_fields[0] == MAPPE_FIELD_REFERENCE;
}

static char *
make_title (const MappeListed *listed, int without)
{
  const MappeKind *kind = listed->row->kind;
  if (!is_nameless (kind))
    return g_strdup (listed->title);
  g_autoptr (GString) title = g_string_new (NULL);
  for (guint i = 1; i < kind->n_fields; i++)
    if ((int) i != without && listed->shown[i] != NULL)
      g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", listed->shown[i]);
  return title->len > 0 ? g_string_free (g_steal_pointer (&title), FALSE) : g_strdup (listed->title);
}

static gboolean
is_in_title (const MappeListed *listed, guint field)
{
  const MappeKind *kind = listed->row->kind;
  if (is_nameless (kind))
    return kind->fields[field].type == MAPPE_FIELD_REF;
  for (guint i = 0; kind->title_fields[i] >= 0; i++)
    if (kind->title_fields[i] == (int) field)
      return TRUE;
  return FALSE;
}

static void
append_fact (GString *facts, MappeStore *store, const MappeListed *listed, guint field)
{
  const MappeFieldSpec *spec = &listed->row->kind->fields[field];
  g_autofree char *text =
      mappe_display_field (mappe_display_get (store), listed->row, field, listed->shown[field]);
  g_autofree char *brief = mappe_text_ellipsize (text, FACT_LENGTH);
  gboolean names_itself = spec->type == MAPPE_FIELD_CODE || spec->type == MAPPE_FIELD_TEXT;
  if (spec->type == MAPPE_FIELD_BOOL)
    g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", _(spec->label));
  else if (names_itself)
    g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", brief);
  else
    g_string_append_printf (facts, "%s%s: %s", facts->len > 0 ? " · " : "", _(spec->label), brief);
}

static char *
make_subtitle (MappeStore *store, const MappeListed *listed, int without)
{
  const MappeRow *row = listed->row;
  GString *facts = g_string_new (NULL);
  guint n = 0;
  for (guint i = 0; i < row->kind->n_fields && n < MOST_FACTS; i++)
    {
      const MappeFieldSpec *spec = &row->kind->fields[i];
      gboolean off = spec->type == MAPPE_FIELD_BOOL && mappe_row_get_int (row, i) == 0;
      if ((int) i == without || (spec->flags & MAPPE_FIELD_LIST) == 0 || mappe_row_is_null (row, i) || off ||
          is_in_title (listed, i))
        continue;
      append_fact (facts, store, listed, i);
      n++;
    }
  return g_string_free (facts, FALSE);
}

/**
 * mappe_record_link_row:
 * @store: the store
 * @listed: a record with its titles
 * @without: number of a field that goes without saying here, or -1
 *
 * Returns: (transfer floating): a row for a boxed list that opens the record
 */
GtkWidget *
mappe_record_link_row (MappeStore *store, const MappeListed *listed, int without)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = make_title (listed, without);
  g_autofree char *facts = make_subtitle (store, listed, without);
  g_autofree char *title = g_markup_escape_text (name != NULL ? name : "", -1);
  g_autofree char *subtitle = g_markup_escape_text (facts, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  attach_target (row, "target", store, listed->row->kind, listed->row->id);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), NULL);
  return row;
}

/** mappe_record_link_add_button: Returns: (transfer floating): a button that starts a record referring to @id */
GtkWidget *
mappe_record_link_add_button (MappeStore *store, const MappeKind *kind, guint field, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *label = g_strdup_printf (_("Add: %s"), _(kind->label));
  attach_target (button, "target", store, kind, id)->field = field;
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (button, mappe_store_get_state (store) == MAPPE_STORE_WRITABLE);
  g_signal_connect (button, "clicked", G_CALLBACK (add_cb), NULL);
  return button;
}
