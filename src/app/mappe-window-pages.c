/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-window-private.h"

#include <glib/gi18n.h>

#include "mappe-agreements-page.h"
#include "mappe-calendar-page.h"
#include "mappe-decisions-page.h"
#include "mappe-events-page.h"
#include "mappe-dossiers.h"
#include "mappe-feedback.h"
#include "mappe-list-page.h"
#include "mappe-meetings-page.h"
#include "mappe-outcomes-page.h"
#include "mappe-overview-page.h"
#include "mappe-patrols-page.h"
#include "mappe-places.h"
#include "mappe-settings.h"
#include "mappe-standing-page.h"

/* --- pages are made when they are first shown --- */

static MappePage *
make_list_page (MappeWindow *self, const MappePlace *place)
{
  const MappeKind *first = mappe_kind_lookup (place->kinds[0], NULL);
  MappeListPage *page = MAPPE_LIST_PAGE (mappe_list_page_new (self->store, place->name, first));

  for (guint i = 1; place->kinds[i]; i++)
    mappe_list_page_add_kind (page, mappe_kind_lookup (place->kinds[i], NULL));
  return MAPPE_PAGE (page);
}

static const struct {
  const char *place;
  GtkWidget *(*make) (MappeStore *store, const char *name);
} own_pages[] = {
  { "calendar", mappe_calendar_page_new },
  { "outcomes", mappe_outcomes_page_new },
  { "decisions", mappe_decisions_page_new },
  { "meetings", mappe_meetings_page_new },
  { "agreements", mappe_agreements_page_new },
  { "patrols", mappe_patrols_page_new },
  { "events", mappe_events_page_new },
  { "standing", mappe_standing_page_new },
};

static MappePage *
make_page (MappeWindow *self, const MappePlace *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_pages); i++)
    if (g_str_equal (own_pages[i].place, place->name))
      return MAPPE_PAGE (own_pages[i].make (self->store, place->name));
  if (place->kinds[0] == NULL)
    return MAPPE_PAGE (mappe_overview_page_new (self->store));
  return mappe_dossiers_make_page (self->store, place, make_list_page (self, place));
}

static MappePage *
find_page (MappeWindow *self, const MappePlace *place)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->pages, place->name);
  MappePage *page;

  if (child)
    return MAPPE_PAGE (child);
  page = make_page (self, place);
  mappe_page_set_title (page, _(place->title));
  mappe_page_set_icon_name (page, place->icon_name);
  gtk_stack_add_named (self->pages, GTK_WIDGET (page), place->name);
  return page;
}

/**
 * mappe_window_front_page:
 *
 * Returns: (transfer none) (nullable): the page that is seen
 */
MappePage *
mappe_window_front_page (MappeWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return child ? MAPPE_PAGE (child) : NULL;
}

/**
 * mappe_window_update_titles:
 *
 * Says council and page in the title of the window.
 */
void
mappe_window_update_titles (MappeWindow *self)
{
  MappePage *page = mappe_window_front_page (self);
  const char *title = page ? mappe_page_get_title (page) : NULL;
  const char *council = self->council_name ? self->council_name : _("Ratsmappe");
  g_autofree char *both = title ? g_strdup_printf ("%s – %s", council, title) : g_strdup (council);

  adw_window_title_set_title (self->page_title, title ? title : "");
  gtk_window_set_title (GTK_WINDOW (self), self->store ? both : _("Ratsmappe"));
}

/* --- where the user was --- */

static void
update_travel (MappeWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", mappe_navigation_can_back (self->navigation));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", mappe_navigation_can_forward (self->navigation));
}

static void
note_visit (MappeWindow *self)
{
  MappePage *page = mappe_window_front_page (self);
  const MappeKind *kind;
  gint64 id;

  if (page == NULL || self->travelling)
    return;
  id = mappe_page_get_record (page, &kind);
  mappe_navigation_visit (self->navigation, mappe_page_get_name (page), kind, id, g_get_monotonic_time ());
  update_travel (self);
}

static void
page_moved_cb (MappeWindow *self)
{
  note_visit (self);
}

/* Shows the way back to the list, or to the sidebar, of a narrow window. */
static void
update_leave (MappeWindow *self)
{
  MappePage *page = mappe_window_front_page (self);
  gboolean inside = page && mappe_page_get_back_visible (page);
  gboolean narrow = mappe_split_get_collapsed (self->split);
  const char *text = inside ? _("Back to the list") : _("Back to the pages");

  gtk_widget_set_visible (self->leave_button, inside || narrow);
  gtk_widget_set_tooltip_text (self->leave_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->leave_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  /* Alone in the window, the sidebar's header carries the window's buttons. */
  adw_header_bar_set_show_end_title_buttons (self->sidebar_header, narrow);
}

/* A sitting on the wall is alone there. */
static void
update_alone (MappeWindow *self)
{
  MappePage *page = mappe_window_front_page (self);

  mappe_split_set_alone (self->split, page != NULL && mappe_page_get_projected (page)
                                      && gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

static void
front_page_cb (MappeWindow *self)
{
  MappePage *page = mappe_window_front_page (self);

  g_signal_group_set_target (self->page_signals, page);
  update_alone (self);
  if (page == NULL)
    return;
  mappe_sidebar_set_page (self->sidebar, mappe_page_get_name (page));
  mappe_window_update_titles (self);
  update_leave (self);
  mappe_page_shown (page);
  note_visit (self);
}

/* A window that became narrow shows the page alone: so the keyboard goes there. */
static void
collapsed_cb (MappeWindow *self)
{
  MappePage *page = mappe_window_front_page (self);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  update_leave (self);
  if (page != NULL && mappe_split_get_collapsed (self->split) && mappe_split_get_show_content (self->split)
      && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (page))))
    gtk_widget_grab_focus (GTK_WIDGET (page));
}

/**
 * mappe_window_show_page:
 * @name: name of a place; an unknown one shows the first
 *
 * Brings a page to the front.
 */
void
mappe_window_show_page (MappeWindow *self, const char *name)
{
  const MappePlace *place = mappe_places_find (name);
  guint n_places;

  g_return_if_fail (MAPPE_IS_WINDOW (self));
  if (self->store == NULL)
    return;
  if (place == NULL)
    place = mappe_places (&n_places);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (find_page (self, place)));
}

/**
 * mappe_window_get_page:
 *
 * Returns: (nullable): name of the page in front
 */
const char *
mappe_window_get_page (MappeWindow *self)
{
  MappePage *page;

  g_return_val_if_fail (MAPPE_IS_WINDOW (self), NULL);
  page = mappe_window_front_page (self);
  return page ? mappe_page_get_name (page) : NULL;
}

/**
 * mappe_window_sidebar_page:
 *
 * Another place was selected in the sidebar.
 */
void
mappe_window_sidebar_page (MappeWindow *self)
{
  mappe_window_show_page (self, mappe_sidebar_get_page (self->sidebar));
}

/* --- records --- */

static void open_record (MappeWindow *self, const MappeKind *kind, gint64 id);

typedef struct {
  MappeWindow *window;
  int owner;
} OwnerLoad;

static void
owner_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree OwnerLoad *load = data;
  g_autoptr (MappeWindow) self = load->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRow) row = mappe_store_load_finish (MAPPE_STORE (source), result, &error);

  if (row == NULL)
    mappe_feedback_error (GTK_WIDGET (self->pages), error, _("The record was not opened"));
  else if (!mappe_row_is_null (row, load->owner) && self->store == MAPPE_STORE (source))
    open_record (self, mappe_kind_lookup (row->kind->fields[load->owner].target, NULL),
                 mappe_row_get_int (row, load->owner));
}

/* A kind without a list of its own is seen on the page of its owner. */
static void
open_owner (MappeWindow *self, const MappeKind *kind, gint64 id)
{
  int owner = mappe_kind_owner_field (kind);
  OwnerLoad *load;

  if (owner < 0)
    return;
  load = g_new0 (OwnerLoad, 1);
  load->window = g_object_ref (self);
  load->owner = owner;
  mappe_store_load_async (self->store, kind, id, self->cancellable, owner_loaded_cb, load);
}

static void
open_on_page (MappeWindow *self, const char *page, const MappeKind *kind, gint64 id)
{
  mappe_window_show_page (self, page);
  mappe_split_set_show_content (self->split, TRUE);
  mappe_page_open_record (mappe_window_front_page (self), kind, id);
  gtk_widget_grab_focus (GTK_WIDGET (mappe_window_front_page (self)));
  note_visit (self);
}

static void
open_record (MappeWindow *self, const MappeKind *kind, gint64 id)
{
  const MappePlace *place = mappe_places_for_kind (kind);

  if (place == NULL)
    {
      open_owner (self, kind, id);
      return;
    }
  open_on_page (self, place->name, kind, id);
}

static void
open_record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  const MappeKind *kind;
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  kind = mappe_kind_lookup (name, &error);
  if (kind == NULL)
    mappe_feedback_error (GTK_WIDGET (self->pages), error, NULL);
  else if (self->store && strcmp (name, "council") == 0)
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), "preferences",
                                    NULL);
  else if (self->store)
    open_record (self, kind, id);
}

static void
open_outcome_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);
  const MappeKind *kind;
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  kind = mappe_kind_lookup (name, NULL);
  if (kind == NULL || self->store == NULL)
    return;
  open_on_page (self, "outcomes", kind, id);
}

static void
new_record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);
  g_autoptr (MappeRow) preset = NULL;
  const char *kind_name, *field_name;
  const MappePlace *place;
  const MappeKind *kind;
  gint64 owner;
  int field;

  g_variant_get (parameter, "(&s&sx)", &kind_name, &field_name, &owner);
  kind = mappe_kind_lookup (kind_name, NULL);
  if (kind == NULL || self->store == NULL)
    return;
  preset = mappe_row_new_preset (kind);
  field = *field_name ? mappe_kind_find_field (kind, field_name) : -1;
  if (field >= 0)
    mappe_value_set_int (&preset->values[field], owner);
  /* A part is written where its owner is read, so the page in front is asked first. */
  if (mappe_page_new_record (mappe_window_front_page (self), kind, preset))
    return;
  place = mappe_places_for_kind (kind);
  if (place == NULL)
    return;
  mappe_window_show_page (self, place->name);
  mappe_split_set_show_content (self->split, TRUE);
  mappe_page_new_record (mappe_window_front_page (self), kind, preset);
}

static void
page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);

  mappe_window_show_page (self, g_variant_get_string (parameter, NULL));
  mappe_split_set_show_content (self->split, TRUE);
  if (mappe_window_front_page (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (mappe_window_front_page (self)));
}

static void
travel (MappeWindow *self, const MappeWaypoint *waypoint)
{
  if (waypoint == NULL || self->store == NULL)
    return;
  self->travelling = TRUE;
  mappe_window_show_page (self, waypoint->page);
  if (waypoint->id)
    mappe_page_open_record (mappe_window_front_page (self), waypoint->kind, waypoint->id);
  self->travelling = FALSE;
  update_travel (self);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  travel (MAPPE_WINDOW (widget), mappe_navigation_back (MAPPE_WINDOW (widget)->navigation));
}

static void
forward_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  travel (MAPPE_WINDOW (widget), mappe_navigation_forward (MAPPE_WINDOW (widget)->navigation));
}

static void
leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);
  MappePage *page = mappe_window_front_page (self);

  if (page && mappe_page_get_back_visible (page) && mappe_page_go_back (page))
    return;
  mappe_split_set_show_content (self->split, FALSE);
}

/* --- from one session to the next --- */

/**
 * mappe_window_keep_place:
 *
 * Remembers page and record for the next time this file is opened.
 */
void
mappe_window_keep_place (MappeWindow *self)
{
  MappePage *page = mappe_window_front_page (self);
  g_autofree char *state = page ? mappe_page_get_state (page) : NULL;
  g_autofree char *place = NULL;

  if (page == NULL || self->path == NULL)
    return;
  place = g_strconcat (mappe_page_get_name (page), state ? "\n" : NULL, state, NULL);
  mappe_settings_set_entry ("last-page", self->path, place);
  g_settings_set_string (mappe_settings_get (), "sidebar-page", mappe_page_get_name (page));
}

/**
 * mappe_window_start_pages:
 *
 * Shows the page and record that this file was left with.
 */
void
mappe_window_start_pages (MappeWindow *self)
{
  g_autofree char *place = mappe_settings_get_entry ("last-page", self->path);
  char *state;

  if (place == NULL)
    {
      mappe_window_show_page (self, NULL);
      return;
    }
  state = strchr (place, '\n');
  if (state)
    *state++ = '\0';
  mappe_window_show_page (self, place);
  mappe_page_set_state (mappe_window_front_page (self), state);
}

/**
 * mappe_window_pages_can_close:
 *
 * Returns: whether no page would lose something
 */
gboolean
mappe_window_pages_can_close (MappeWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child;
       child = gtk_widget_get_next_sibling (child))
    if (!mappe_page_can_close (MAPPE_PAGE (child)))
      {
        gtk_stack_set_visible_child (self->pages, child);
        return FALSE;
      }
  return TRUE;
}

/**
 * mappe_window_clear_pages:
 *
 * Removes all pages, since their file is being closed.
 */
void
mappe_window_clear_pages (MappeWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))))
    gtk_stack_remove (self->pages, child);
  g_clear_pointer (&self->navigation, mappe_navigation_free);
  self->navigation = mappe_navigation_new ();
  update_travel (self);
  mappe_window_update_titles (self);
}

/**
 * mappe_window_init_pages:
 *
 * Makes the window follow the page in front.
 */
void
mappe_window_init_pages (MappeWindow *self)
{
  self->navigation = mappe_navigation_new ();
  self->page_signals = g_signal_group_new (MAPPE_TYPE_PAGE);
  g_signal_group_connect_object (self->page_signals, "moved", G_CALLBACK (page_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->page_signals, "notify::title", G_CALLBACK (mappe_window_update_titles), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->page_signals, "notify::back-visible", G_CALLBACK (update_leave),
                                 self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->page_signals, "notify::projected", G_CALLBACK (update_alone), self,
                                 G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (update_alone), NULL);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (front_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
  mappe_split_set_show_content (self->split, TRUE);
}

/**
 * mappe_window_install_page_actions:
 *
 * Actions that lead somewhere.
 */
void
mappe_window_install_page_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_cb);
  gtk_widget_class_install_action (widget_class, "win.open-record", "(sx)", open_record_cb);
  gtk_widget_class_install_action (widget_class, "win.open-outcome", "(sx)", open_outcome_cb);
  gtk_widget_class_install_action (widget_class, "win.new-record", "(ssx)", new_record_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.leave", NULL, leave_cb);
}
