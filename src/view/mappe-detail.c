/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-detail.h"

#include <glib/gi18n-lib.h>

#include "mappe-detail-private.h"
#include "mappe-display.h"
#include "mappe-duplicates.h"
#include "mappe-erase.h"
#include "mappe-fit.h"
#include "mappe-history-view.h"
#include "mappe-links-view.h"
#include "mappe-event.h"
#include "mappe-meeting.h"
#include "mappe-memberships.h"
#include "mappe-outcomes-page.h"
#include "mappe-places.h"
#include "mappe-state-light.h"
#include "mappe-text.h"
#include "mappe-wrap-layout.h"

#define TITLE_LENGTH 160

enum { PROP_0, PROP_RECORD, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { TITLE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeDetail, mappe_detail, ADW_TYPE_BIN)

/** A question to the store and the record it was asked for. */
typedef struct {
  MappeDetail *detail;
  guint        generation, field;
} Request;

static Request *
request_new (MappeDetail *self, guint field)
{
  Request *request = g_new0 (Request, 1);
  request->detail = g_object_ref (self);
  request->generation = self->generation;
  request->field = field;
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->detail);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gboolean
is_current (const Request *request)
{
  return request->detail->store != NULL && request->generation == request->detail->generation;
}

/* --- Title --- */

/** mappe_detail_make_title: Returns: (transfer full): what the record is called, as it is typed now */
char *
mappe_detail_make_title (MappeDetail *self)
{
  int field = -1;
  g_autoptr (MappeRow) mine = NULL;
  MappeDisplay *display = mappe_display_get (self->store);
  if (self->shown == NULL && self->form != NULL && mappe_form_get_base (self->form) != NULL)
    mine = mappe_form_get_mine (self->form, &field, NULL);
  g_autofree char *typed = mine != NULL ? mappe_row_get_title (mine) : NULL;
  g_autofree char *name = self->shown != NULL ? mappe_display_name (display, self->shown->row, self->shown->title,
                                                                      self->shown->shown)
                          : mine != NULL      ? mappe_display_name (display, mine, typed, NULL)
                                              : NULL;
  return mappe_text_ellipsize (name != NULL && *name != '\0' ? name : _(self->kind->label), TITLE_LENGTH);
}

static void
show_light (MappeDetail *self)
{
  MappeState state = MAPPE_STATE_NONE;
  g_autofree char *word = NULL;
  for (guint i = 0; self->shown != NULL && i < self->kind->n_fields && state == MAPPE_STATE_NONE; i++)
    if (mappe_state_is_state_field (&self->kind->fields[i]))
      {
        state = mappe_state_of_row (self->shown->row, i);
        word = mappe_display_field (mappe_display_get (self->store), self->shown->row, i, NULL);
      }
  gtk_widget_set_visible (self->light_box, state != MAPPE_STATE_NONE);
  if (state != MAPPE_STATE_NONE)
    mappe_state_light_set (MAPPE_STATE_LIGHT (self->light), state, word);
}

/* Shows name, state and reference anew. */
static void
refresh_title (MappeDetail *self)
{
  g_autofree char *fresh = g_strdup_printf (_("New: %s"), _(self->kind->label));
  g_autofree char *title = self->id == 0 ? g_strdup (fresh) : mappe_detail_make_title (self);
  const char *reference = self->shown != NULL ? mappe_row_get_text (self->shown->row, MAPPE_FIELD_REFERENCE) : NULL;
  g_autofree char *about = reference != NULL ? g_strdup_printf ("%s · %s", _(self->kind->label), reference) : NULL;
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
  gtk_label_set_label (self->reference_label, about != NULL ? about : "");
  show_light (self);
  if (mappe_set_str (&self->title, title))
    g_signal_emit (self, signals[TITLE_CHANGED], 0, self->title);
}

/** mappe_detail_refresh_actions: Offers what can be done now. */
void
mappe_detail_refresh_actions (MappeDetail *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->form != NULL && mappe_form_get_base (self->form) != NULL;
  gboolean writable = mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE;
  gboolean dirty = open && mappe_form_is_dirty (self->form);
  gboolean fresh = open && self->id == 0;
  gtk_widget_action_set_enabled (widget, "detail.save", open && writable && (dirty || fresh));
  gtk_widget_action_set_enabled (widget, "detail.discard", dirty || fresh);
  gtk_widget_action_set_enabled (widget, "detail.delete", open && writable && !fresh);
  gtk_widget_action_set_enabled (widget, "detail.erase", open && writable && !fresh && mappe_erase_covers (self->kind));
  gtk_widget_action_set_enabled (widget, "detail.merge", open && writable && !fresh && !dirty);
  gtk_widget_action_set_enabled (widget, "detail.duplicate", open && writable && !fresh);
  gtk_widget_action_set_enabled (widget, "detail.copy", open);
  gtk_widget_set_visible (self->save_button, dirty || fresh);
  gtk_widget_set_visible (self->discard_button, dirty || fresh);
  gtk_widget_set_visible (self->menu_button, open && !fresh);
  gtk_widget_set_visible (self->open_button, open && !fresh && !self->plain && mappe_places_opens (self->kind));
  gtk_button_set_label (GTK_BUTTON (self->open_button), self->kind == &mappe_meeting_kind ? _("Open meeting")
                                                        : self->kind == &mappe_event_kind ? _("Open event")
                                                                                          : _("Open page"));
  gtk_widget_set_visible (self->outcome_button, open && !fresh && !self->plain &&
                                                    mappe_outcomes_page_allows (self->kind));
  gtk_button_set_label (GTK_BUTTON (self->save_button), fresh ? _("Create") : _("Save"));
}

/* --- Tabs --- */

/* Reads what the tab on show needs; the others read when they are shown. */
static void
refresh_tabs (MappeDetail *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->tabs);
  gtk_widget_set_visible (self->switcher_box, self->id > 0);
  mappe_detail_refresh_values (self);
  if (self->id <= 0)
    {
      adw_view_stack_set_visible_child_name (self->tabs, "overview");
      return;
    }
  if (self->links_stale && g_strcmp0 (name, "links") == 0)
    {
      self->links_stale = FALSE;
      mappe_links_view_show (MAPPE_LINKS_VIEW (self->links), self->kind, self->id);
    }
  if (self->history_stale && g_strcmp0 (name, "history") == 0)
    {
      self->history_stale = FALSE;
      mappe_history_view_show (MAPPE_HISTORY_VIEW (self->history), self->kind, self->id);
    }
}

static void
tab_cb (MappeDetail *self)
{
  if (self->kind != NULL)
    refresh_tabs (self);
}

/* --- Forms --- */

static void
form_changed_cb (MappeDetail *self, MappeForm *form)
{
  if (form != self->form)
    return;
  self->restored = FALSE;
  mappe_detail_follow_series (self);
  mappe_detail_refresh_actions (self);
  mappe_detail_queue_draft (self);
}

/* Nothing new is created behind the user's back, but changes to what is there need no button. */
static void
left_group_cb (MappeDetail *self, MappeForm *form)
{
  int field = -1;
  if (form != self->form || self->id <= 0 || self->restored || !mappe_form_is_dirty (form))
    return;
  g_autoptr (MappeRow) mine = mappe_form_get_mine (form, &field, NULL);
  if (mine != NULL)
    mappe_detail_start_save (self);
}

static MappeForm *
get_form (MappeDetail *self, const MappeKind *kind)
{
  GtkWidget *form = g_hash_table_lookup (self->forms, kind);
  if (form != NULL)
    return MAPPE_FORM (form);
  form = mappe_form_new (self->store, kind);
  if (self->plain)
    mappe_form_leave_out (MAPPE_FORM (form), MAPPE_FIELD_OWNER | MAPPE_FIELD_READONLY);
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "left-group", G_CALLBACK (left_group_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->form_stack, form, kind->name);
  gtk_box_append (GTK_BOX (self->duplicates_box), mappe_duplicates_new (self->store, MAPPE_FORM (form)));
  g_hash_table_insert (self->forms, (gpointer) kind, form);
  return MAPPE_FORM (form);
}

/* Leaves the record on show and goes to another one, which is not read yet. */
static void
turn_to (MappeDetail *self, const MappeKind *kind, gint64 id)
{
  mappe_detail_leave (self);
  self->generation++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->shown, mappe_listed_free);
  g_clear_pointer (&self->slot, g_free);
  self->reloading = self->restored = self->stamped = FALSE;
  if (self->form != NULL)
    mappe_form_clear (self->form);
  self->kind = kind;
  self->form = kind != NULL ? get_form (self, kind) : NULL;
  self->links_stale = self->history_stale = self->members_stale = TRUE;
  mappe_banner_hide (MAPPE_BANNER (self->banner));
  mappe_detail_set_record_id (self, id);
}

/** mappe_detail_set_record_id: @id: the record on show, 0 for a new one, -1 for none */
void
mappe_detail_set_record_id (MappeDetail *self, gint64 id)
{
  g_autoptr (MappeRecord) record = id > 0 ? mappe_store_get_record (self->store, self->kind, id) : NULL;
  gboolean other = self->id != id;
  self->id = id;
  /* Also from a new record to none, where the object is the same: none. */
  if (g_set_object (&self->record, record) || other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

static void
show_form (MappeDetail *self)
{
  gtk_stack_set_visible_child (self->form_stack, GTK_WIDGET (self->form));
  gtk_stack_set_visible_child_name (self->stack, "record");
  refresh_title (self);
  mappe_detail_refresh_actions (self);
  refresh_tabs (self);
}

/* The record was deleted; undo brings it back, and then it is shown again. */
static void
show_gone (MappeDetail *self)
{
  if (self->form != NULL)
    mappe_form_clear (self->form);
  g_clear_pointer (&self->shown, mappe_listed_free);
  adw_status_page_set_title (self->status, _("This record was deleted"));
  adw_status_page_set_description (self->status, _("Undo brings it back."));
  gtk_stack_set_visible_child_name (self->stack, "none");
  mappe_detail_refresh_actions (self);
}

/* --- Reading --- */

static void
take_first (MappeDetail *self, MappeListed *listed)
{
  mappe_form_show (self->form, listed->row, listed->shown);
  g_free (self->slot);
  self->slot = mappe_draft_slot (listed->row);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  mappe_detail_restore_draft (self);
  show_form (self);
}

static void
tell_changed (MappeDetail *self, guint undecided)
{
  g_autofree char *text =
      g_strdup_printf (ngettext ("Changed meanwhile, in %u field that you changed as well. Saving will ask.",
                                 "Changed meanwhile, in %u fields that you changed as well. Saving will ask.",
                                 undecided),
                       undecided);
  mappe_banner_show (MAPPE_BANNER (self->banner), MAPPE_BANNER_WARNING, text, _("Discard my input"), "detail.discard");
}

static void
take_again (MappeDetail *self, MappeListed *listed)
{
  guint undecided = mappe_form_rebase (self->form, listed->row, listed->shown, FALSE);
  if (undecided > 0)
    tell_changed (self, undecided);
  show_form (self);
}

static void
take (MappeDetail *self, MappeListed *listed)
{
  MappeRow *base = mappe_form_get_base (self->form);
  g_clear_pointer (&self->shown, mappe_listed_free);
  self->shown = listed;
  if (base != NULL && base->id == listed->row->id)
    take_again (self, listed);
  else
    take_first (self, listed);
  if (self->members_stale)
    {
      mappe_memberships_show (MAPPE_MEMBERSHIPS (self->memberships), self->kind, self->id);
      mappe_detail_show_series (self);
    }
  self->members_stale = FALSE;
}

static void
take_nothing (MappeDetail *self)
{
  if (mappe_detail_is_dirty (self))
    mappe_banner_show (MAPPE_BANNER (self->banner), MAPPE_BANNER_WARNING,
                       _("This record was deleted meanwhile. Your input is still here."), _("Keep as a new record"),
                       "detail.keep-as-new");
  else
    show_gone (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = mappe_store_rows_finish (MAPPE_STORE (source), result, &error);
  MappeDetail *self = request->detail;
  if (!is_current (request))
    return;
  self->reloading = FALSE;
  /* A save under way brings its own answer; this one may be older. */
  if (mappe_detail_is_saving (self, self->kind, self->id))
    return;
  if (listed != NULL && listed->len > 0)
    take (self, g_ptr_array_steal_index (listed, 0));
  else if (listed != NULL || g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
    take_nothing (self);
}

/** mappe_detail_reload: Reads the record on show again; input stays. */
void
mappe_detail_reload (MappeDetail *self)
{
  /* What is being saved is read when it is saved: readers do not wait for the writer. */
  if (self->id <= 0 || self->reloading || mappe_detail_is_saving (self, self->kind, self->id))
    return;
  self->reloading = TRUE;
  mappe_store_rows_async (self->store, self->kind, &self->id, 1, self->cancellable, loaded_cb, request_new (self, 0));
}

static gboolean
touches_others (GArray *touched, const MappeKind *kind)
{
  for (guint i = 0; touched != NULL && i < touched->len; i++)
    if (g_array_index (touched, MappeTouched, i).kind != kind)
      return TRUE;
  return touched == NULL;
}

static void
store_changed_cb (MappeDetail *self, GArray *touched)
{
  if (self->id <= 0)
    return;
  self->links_stale = self->history_stale = TRUE;
  /* Not for what is typed here: a list that is built anew loses its place. */
  self->members_stale = self->members_stale || touches_others (touched, self->kind);
  mappe_detail_reload (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh_tabs (self);
}

/* --- New records --- */

static void
titled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GPtrArray) listed = mappe_store_rows_finish (MAPPE_STORE (source), result, NULL);
  MappeDetail *self = request->detail;
  if (!is_current (request) || listed == NULL || listed->len == 0)
    return;
  MappeFieldRow *row = mappe_form_get_row (self->form, request->field);
  MappeListed *target = g_ptr_array_index (listed, 0);
  g_autofree char *canonical = g_strdup_printf ("%" G_GINT64_FORMAT, target->row->id);
  if (row != NULL && g_strcmp0 (mappe_field_row_get_value (row), canonical) == 0)
    mappe_field_row_set_base (row, canonical, target->title);
}

static void
ask_titles (MappeDetail *self, const MappeRow *row)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      const MappeFieldSpec *spec = &row->kind->fields[i];
      gint64 id = spec->type == MAPPE_FIELD_REF && !mappe_row_is_null (row, i) ? mappe_row_get_int (row, i) : 0;
      if (id > 0)
        mappe_store_rows_async (self->store, mappe_kind_lookup (spec->target, NULL), &id, 1, self->cancellable,
                                titled_cb, request_new (self, i));
    }
}

/* --- Object --- */

static void
mappe_detail_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, MAPPE_DETAIL (object)->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mappe_detail_dispose (GObject *object)
{
  MappeDetail *self = MAPPE_DETAIL (object);
  if (self->store != NULL)
    {
      mappe_detail_keep_draft (self);
      if (self->cancellable != NULL)
        g_cancellable_cancel (self->cancellable);
    }
  self->form = NULL;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, mappe_listed_free);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  /* AdwBin lets go of its child itself; the template would have done it before. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MAPPE_TYPE_DETAIL);
  G_OBJECT_CLASS (mappe_detail_parent_class)->dispose (object);
}

static void
mappe_detail_finalize (GObject *object)
{
  MappeDetail *self = MAPPE_DETAIL (object);
  g_hash_table_unref (self->forms);
  g_ptr_array_unref (self->jobs);
  g_free (self->slot);
  g_free (self->title);
  G_OBJECT_CLASS (mappe_detail_parent_class)->finalize (object);
}

/**
 * mappe_detail_set_plain:
 *
 * For a pane within the page of that record or of its owner: leaves out the title, the owner and what only the program
 * sets, as the page says that itself.
 */
void
mappe_detail_set_plain (MappeDetail *self)
{
  g_return_if_fail (MAPPE_IS_DETAIL (self));
  self->plain = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), FALSE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, form_stack);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, status);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, banner_box);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, duplicates_box);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, extra_box);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, title_label);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, reference_label);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, light_box);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, save_button);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, discard_button);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, open_button);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, outcome_button);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, tabs);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, switcher_box);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, links_box);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, history_box);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, values_box);
  gtk_widget_class_bind_template_child (widget_class, MappeDetail, values_page);
}

static void
mappe_detail_class_init (MappeDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = mappe_detail_get_property;
  object_class->dispose = mappe_detail_dispose;
  object_class->finalize = mappe_detail_finalize;

  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, MAPPE_TYPE_RECORD,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[TITLE_CHANGED] = g_signal_new ("title-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  mappe_detail_install_actions (GTK_WIDGET_CLASS (klass));
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
add_switcher (MappeDetail *self, MappeFit *fit, AdwViewSwitcherPolicy policy)
{
  GtkWidget *switcher = adw_view_switcher_new ();
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), policy);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->tabs);
  gtk_widget_set_halign (switcher, policy == ADW_VIEW_SWITCHER_POLICY_WIDE ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  mappe_fit_add (fit, switcher);
}

static void
build_switcher (MappeDetail *self)
{
  GtkWidget *fit = mappe_fit_new ();
  add_switcher (self, MAPPE_FIT (fit), ADW_VIEW_SWITCHER_POLICY_WIDE);
  add_switcher (self, MAPPE_FIT (fit), ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_widget_set_hexpand (fit, TRUE);
  gtk_box_append (GTK_BOX (self->switcher_box), fit);
}

static void
mappe_detail_init (MappeDetail *self)
{
  self->id = -1;
  self->forms = g_hash_table_new (NULL, NULL);
  self->jobs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  build_switcher (self);
  self->banner = mappe_banner_new ();
  gtk_box_append (GTK_BOX (self->banner_box), self->banner);
  self->light = mappe_state_light_new ();
  gtk_widget_set_visible (self->light_box, FALSE);
  gtk_box_append (GTK_BOX (self->light_box), self->light);
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (tab_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mappe_detail_new:
 * @store: the store
 *
 * Returns: (transfer floating): a pane that shows nothing yet
 */
MappeDetail *
mappe_detail_new (MappeStore *store)
{
  MappeDetail *self = g_object_new (MAPPE_TYPE_DETAIL, NULL);
  self->store = g_object_ref (store);
  self->memberships = mappe_memberships_new (store);
  self->links = mappe_links_view_new (store);
  self->history = mappe_history_view_new (store);
  gtk_box_append (GTK_BOX (self->extra_box), self->memberships);
  mappe_detail_build_series (self);
  gtk_box_append (self->links_box, self->links);
  gtk_box_append (self->history_box, self->history);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mappe_display_get (store), "changed", G_CALLBACK (mappe_detail_reload), self,
                           G_CONNECT_SWAPPED);
  mappe_detail_refresh_actions (self);
  return self;
}

/**
 * mappe_detail_show:
 * @self: the pane
 * @kind: a kind
 * @id: id of a record
 *
 * Shows another record. Input for the one before is saved, or kept as a draft when it cannot be saved.
 */
void
mappe_detail_show (MappeDetail *self, const MappeKind *kind, gint64 id)
{
  g_return_if_fail (id > 0);
  if (self->kind == kind && self->id == id)
    return;
  turn_to (self, kind, id);
  mappe_detail_reload (self);
}

/** mappe_detail_show_none: Shows no record. */
void
mappe_detail_show_none (MappeDetail *self)
{
  if (self->id == -1)
    return;
  turn_to (self, self->kind, -1);
  adw_status_page_set_title (self->status, _("Nothing selected"));
  adw_status_page_set_description (self->status, _("Choose a record from the list to see it here."));
  gtk_stack_set_visible_child_name (self->stack, "none");
  mappe_detail_refresh_actions (self);
}

/**
 * mappe_detail_new_record:
 * @self: the pane
 * @preset: values to start with; its id is 0
 *
 * Starts a new record. It is in the file when it is saved, not before.
 */
void
mappe_detail_new_record (MappeDetail *self, MappeRow *preset)
{
  g_return_if_fail (preset != NULL && preset->id == 0);
  turn_to (self, preset->kind, 0);
  mappe_form_show (self->form, preset, NULL);
  self->slot = mappe_draft_slot (preset);
  mappe_memberships_show (MAPPE_MEMBERSHIPS (self->memberships), self->kind, 0);
  mappe_detail_show_series (self);
  ask_titles (self, preset);
  mappe_detail_restore_draft (self);
  show_form (self);
  mappe_form_begin_edit (self->form);
}

/** mappe_detail_is_dirty: Returns: whether there is input that is not saved */
gboolean
mappe_detail_is_dirty (MappeDetail *self)
{
  return self->form != NULL && mappe_form_is_dirty (self->form);
}

/** mappe_detail_is_busy: Returns: whether something is being saved */
gboolean
mappe_detail_is_busy (MappeDetail *self)
{
  return self->busy > 0;
}

/** mappe_detail_is_new: Returns: whether the record on show is not in the file yet */
gboolean
mappe_detail_is_new (MappeDetail *self)
{
  return self->id == 0;
}

/** mappe_detail_edit: Returns: whether a field is in edit now */
gboolean
mappe_detail_edit (MappeDetail *self)
{
  if (self->form == NULL || mappe_form_get_base (self->form) == NULL)
    return FALSE;
  adw_view_stack_set_visible_child_name (self->tabs, "overview");
  return mappe_form_begin_edit (self->form);
}

/** mappe_detail_edit_field: @field: field to begin with. Returns: whether it is in edit now */
gboolean
mappe_detail_edit_field (MappeDetail *self, guint field)
{
  MappeFieldRow *row;

  if (self->form == NULL || mappe_form_get_base (self->form) == NULL)
    return FALSE;
  adw_view_stack_set_visible_child_name (self->tabs, "overview");
  row = mappe_form_get_row (self->form, field);
  return row != NULL && mappe_field_row_begin_edit (row);
}

/** mappe_detail_show_tab: @name: `overview`, `values`, `links` or `history` */
void
mappe_detail_show_tab (MappeDetail *self, const char *name)
{
  if (self->id > 0)
    adw_view_stack_set_visible_child_name (self->tabs, name);
}

/** mappe_detail_get_kind: Returns: (nullable): kind of the record on show */
const MappeKind *
mappe_detail_get_kind (MappeDetail *self)
{
  return self->kind;
}

/** mappe_detail_get_id: Returns: id of the record on show, 0 for a new one, -1 for none */
gint64
mappe_detail_get_id (MappeDetail *self)
{
  return self->id;
}

/** mappe_detail_get_title: Returns: (nullable): what the record on show is called */
const char *
mappe_detail_get_title (MappeDetail *self)
{
  return self->title;
}
