/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-links-view.h"

#include <glib/gi18n-lib.h>

#include "mappe-number.h"
#include "mappe-record-link.h"

#define MOST_SHOWN 8
#define MOST_ALL 500

/**
 * MappeLinksView:
 * @all: the user asked for all, not only the first of each group
 */
struct _MappeLinksView {
  GtkBox           parent_instance;
  MappeStore      *store;
  const MappeKind *kind;
  gint64           id;
  GtkWidget       *box, *roads;
  GCancellable    *cancellable;
  gboolean         all;
};

G_DEFINE_FINAL_TYPE (MappeLinksView, mappe_links_view, GTK_TYPE_BOX)

/* Roads of two steps that people think of as one: from the record over a kind between to another kind. */
typedef struct {
  const char *from, *between, *back, *to, *field;
} Road;

static const Road roads[] = {
  { "project", "agenda-item", "project", "decision", "agenda_item" },
  { "meeting", "agenda-item", "meeting", "decision", "agenda_item" },
  { "project", "indicator", "project", "indicator-value", "indicator" },
};

static void
load (MappeLinksView *self);

static void
all_cb (MappeLinksView *self)
{
  self->all = TRUE;
  load (self);
}

static gboolean
has_other_field (const MappeKind *kind, guint field)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (i != field && kind->fields[i].type == MAPPE_FIELD_REF &&
        g_strcmp0 (kind->fields[i].target, kind->fields[field].target) == 0)
      return TRUE;
  return FALSE;
}

/* Where a kind can refer to the record in more than one way, the way is said: "Meetings: chair". */
static char *
make_title (const MappeKind *kind, guint field, gint64 count)
{
  if (has_other_field (kind, field))
    return g_strdup_printf ("%s: %s (%" G_GINT64_FORMAT ")", _(kind->label_plural), _(kind->fields[field].label),
                            count);
  return g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", _(kind->label_plural), count);
}

static GtkWidget *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_more (MappeLinksView *self, AdwPreferencesGroup *group, gint64 count)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = mappe_int_format (count);
  g_autofree char *title = g_strdup_printf (_("Show all %s"), number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
add_link (MappeLinksView *self, const MappeLink *link)
{
  g_autofree char *title = make_title (link->kind, link->field, link->count);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (add_group (self->box, title));
  adw_preferences_group_set_header_suffix (
      group, mappe_record_link_add_button (self->store, link->kind, link->field, self->id));
  for (guint i = 0; i < link->listed->len; i++)
    adw_preferences_group_add (
        group, mappe_record_link_row (self->store, g_ptr_array_index (link->listed, i), (int) link->field));
  if (link->count > link->listed->len && !self->all)
    add_more (self, group, link->count);
}

static void
road_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeLinksView) self = MAPPE_LINKS_VIEW (data);
  g_autoptr (GPtrArray) found = mappe_store_list_finish (MAPPE_STORE (source), result, NULL);
  if (found == NULL || found->len == 0 || self->box == NULL)
    return;
  const MappeKind *kind = ((MappeListed *) g_ptr_array_index (found, 0))->row->kind;
  g_autofree char *title = g_strdup_printf ("%s (%u)", _(kind->label_plural), found->len);
  GtkWidget *group = add_group (self->roads, title);
  for (guint i = 0; i < found->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               mappe_record_link_row (self->store, g_ptr_array_index (found, i), -1));
}

static void
follow_road (MappeLinksView *self, const Road *road, const MappeLink *link)
{
  const MappeKind *to = mappe_kind_lookup (road->to, NULL);
  int field = to != NULL ? mappe_kind_find_field (to, road->field) : -1;
  if (field < 0 || link->listed->len == 0)
    return;
  g_autoptr (MappeQuery) query = mappe_query_new (to);
  for (guint i = 0; i < link->listed->len; i++)
    mappe_query_where_id (query, (guint) field, ((MappeListed *) g_ptr_array_index (link->listed, i))->row->id);
  mappe_query_limit (query, self->all ? MOST_ALL : MOST_SHOWN * 2);
  mappe_store_list_async (self->store, query, self->cancellable, road_cb, g_object_ref (self));
}

static void
follow_roads (MappeLinksView *self, const MappeLink *link)
{
  for (guint i = 0; i < G_N_ELEMENTS (roads); i++)
    if (g_str_equal (roads[i].from, self->kind->name) && g_str_equal (roads[i].between, link->kind->name) &&
        g_str_equal (roads[i].back, link->kind->fields[link->field].name))
      follow_road (self, &roads[i], link);
}

/* Kinds that could refer to the record but do not yet: a line of buttons, not a page of empty boxes. */
static void
add_possible (MappeLinksView *self, GtkWidget *flow, const MappeLink *link)
{
  GtkWidget *button = mappe_record_link_add_button (self->store, link->kind, link->field, self->id);
  const char *field = _(link->kind->fields[link->field].label);
  g_autofree char *label = has_other_field (link->kind, link->field)
                               ? g_strdup_printf ("%s: %s", _(link->kind->label), field)
                               : g_strdup (_(link->kind->label));
  GtkWidget *content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), button, -1);
}

static void
renew_box (MappeLinksView *self)
{
  if (self->box != NULL)
    gtk_box_remove (GTK_BOX (self), self->box);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (self), self->box);
}

static void
fill (MappeLinksView *self, GPtrArray *links)
{
  GtkWidget *flow = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 4);
  renew_box (self);
  for (guint i = 0; i < links->len; i++)
    {
      const MappeLink *link = g_ptr_array_index (links, i);
      if (link->count > 0)
        add_link (self, link);
      else
        add_possible (self, flow, link);
      follow_roads (self, link);
    }
  self->roads = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (self->box), self->roads);
  GtkWidget *group = add_group (self->box, _("Add a link"));
  if (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (flow), 0) != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), flow);
  else
    {
      g_object_ref_sink (flow);
      g_object_unref (flow);
      gtk_widget_set_visible (group, FALSE);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeLinksView) self = MAPPE_LINKS_VIEW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = mappe_store_links_finish (MAPPE_STORE (source), result, &error);
  if (links != NULL && self->store != NULL)
    fill (self, links);
}

static void
withdraw (MappeLinksView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (MappeLinksView *self)
{
  withdraw (self);
  self->cancellable = g_cancellable_new ();
  mappe_store_links_async (self->store, self->kind, self->id, self->all ? MOST_ALL : MOST_SHOWN, self->cancellable,
                           loaded_cb, g_object_ref (self));
}

static void
mappe_links_view_dispose (GObject *object)
{
  MappeLinksView *self = MAPPE_LINKS_VIEW (object);
  withdraw (self);
  self->box = NULL;
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_links_view_parent_class)->dispose (object);
}

static void
mappe_links_view_class_init (MappeLinksViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_links_view_dispose;
}

static void
mappe_links_view_init (MappeLinksView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/** mappe_links_view_new: Returns: (transfer floating): a view that shows nothing yet */
GtkWidget *
mappe_links_view_new (MappeStore *store)
{
  MappeLinksView *self = g_object_new (MAPPE_TYPE_LINKS_VIEW, NULL);
  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

/** mappe_links_view_show: Reads what refers to the record @id of @kind anew. */
void
mappe_links_view_show (MappeLinksView *self, const MappeKind *kind, gint64 id)
{
  if (self->kind != kind || self->id != id)
    self->all = FALSE;
  self->kind = kind;
  self->id = id;
  load (self);
}
