/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sheet-form.h"

#include <glib/gi18n.h>

#include "mappe-date-entry.h"
#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-kept-text.h"
#include "mappe-reference-entry.h"
#include "mappe-presence.h"

struct _MappeSheetForm {
  GtkWidget            *owner;
  MappeStore           *store;
  char                 *heading;
  char                 *verb;
  MappeSheetFormFunc  done;
  gint64                subject;
  const char           *kept;     /* what the wording that is kept is called; NULL */
  GtkWidget            *box;      /* kept while the dialogs around it come and go */
  GHashTable           *inputs;   /* id → widget of the box */
  GtkWidget            *first;    /* text field that gets the focus, so that Enter does it at once */
};

/**
 * mappe_sheet_form_new:
 * @owner: the widget it belongs to, given to @done
 * @heading: translated
 * @verb: translated verb of the button, with mnemonic
 * @done: called when the form is carried out
 *
 * Returns: (transfer full): a form without fields; mappe_sheet_form_present() takes it
 */
MappeSheetForm *
mappe_sheet_form_new (GtkWidget *owner, MappeStore *store, const char *heading, const char *verb,
                      MappeSheetFormFunc done)
{
  MappeSheetForm *self = g_new0 (MappeSheetForm, 1);

  self->owner = g_object_ref (owner);
  self->store = g_object_ref (store);
  self->heading = g_strdup (heading);
  self->verb = g_strdup (verb);
  self->done = done;
  self->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->inputs = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
form_free (MappeSheetForm *self)
{
  if (self->kept != NULL)
    g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->first)), self);
  g_hash_table_unref (self->inputs);
  g_object_unref (self->box);
  g_object_unref (self->owner);
  g_object_unref (self->store);
  g_free (self->heading);
  g_free (self->verb);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeSheetForm, form_free)

/* --- fields --- */

/* @id is a static string. */
static void
add (MappeSheetForm *self, const char *id, const char *label, GtkWidget *input)
{
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_box_append (GTK_BOX (self->box), name);
  gtk_box_append (GTK_BOX (self->box), input);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_hash_table_insert (self->inputs, (gpointer) id, input);
}

/** mappe_sheet_form_add_text: @text: (nullable): what is in the field at first */
void
mappe_sheet_form_add_text (MappeSheetForm *self, const char *id, const char *label, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  add (self, id, label, entry);
  if (self->first == NULL)
    self->first = entry;
}

/* Enter begins a new line there: with Ctrl it does what it does elsewhere. */
static void
do_with_control (GtkWidget *view)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|"
                                                                                             "<Control>KP_Enter"),
                                                          gtk_named_action_new ("default.activate")));
  gtk_widget_add_controller (view, controller);
}

/** mappe_sheet_form_add_wording: A field for several lines; Ctrl+Enter carries the form out. */
void
mappe_sheet_form_add_wording (MappeSheetForm *self, const char *id, const char *label, const char *text)
{
  GtkWidget *view = gtk_text_view_new (), *scrolled = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text != NULL ? text : "", -1);
  do_with_control (view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 80);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_add_css_class (scrolled, "card");
  add (self, id, label, scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_hash_table_insert (self->inputs, (gpointer) id, view);
  if (self->first == NULL)
    self->first = view;
}

static void
wording_cb (MappeSheetForm *self, GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  mappe_kept_text_save (self->store, self->kept, self->subject, text);
}

/**
 * mappe_sheet_form_keep_wording:
 * @id: a field for several lines
 * @what: what is typed there, a static string, see mappe_kept_text_load()
 *
 * The text survives a crash, and a form that was given up: the next form about the same record begins with it, selected
 * so that typing replaces it. This is where one types first.
 */
void
mappe_sheet_form_keep_wording (MappeSheetForm *self, const char *id, const char *what)
{
  GtkTextView *view = g_hash_table_lookup (self->inputs, id);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *kept = mappe_kept_text_load (self->store, what, self->subject);
  GtkTextIter start, end;

  self->kept = what;
  self->first = GTK_WIDGET (view);
  if (kept != NULL)
    {
      gtk_text_buffer_set_text (buffer, kept, -1);
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_select_range (buffer, &start, &end);
    }
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (wording_cb), self);
}

/**
 * mappe_sheet_form_add_codes:
 * @list: name of a code list
 * @codes: (array zero-terminated=1) (nullable): the codes to choose from; %NULL: all
 * @code: chosen at first
 */
void
mappe_sheet_form_add_codes (MappeSheetForm *self, const char *id, const char *label, const char *list,
                            const char *const *codes, const char *code)
{
  MappeDisplay *display = mappe_display_get (self->store);
  const char *const *all = codes != NULL ? codes : mappe_display_codes (display, list);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop;
  guint chosen = 0;

  for (guint i = 0; all != NULL && all[i] != NULL; i++)
    {
      gtk_string_list_append (labels, mappe_display_code (display, list, all[i]));
      if (g_strcmp0 (all[i], code) == 0)
        chosen = i;
    }
  drop = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), chosen);
  g_object_set_data_full (G_OBJECT (drop), "codes", g_strdupv ((char **) all), (GDestroyNotify) g_strfreev);
  add (self, id, label, drop);
}

/**
 * mappe_sheet_form_add_choice:
 * @names: (element-type utf8): what can be chosen
 * @ids: (element-type gint64): what mappe_sheet_form_get_id() gives for each
 * @chosen: at first
 */
void
mappe_sheet_form_add_choice (MappeSheetForm *self, const char *id, const char *label, GPtrArray *names, GArray *ids,
                             guint chosen)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *drop = gtk_drop_down_new (G_LIST_MODEL (list), NULL);

  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (names, i));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), chosen);
  g_object_set_data_full (G_OBJECT (drop), "ids", g_array_ref (ids), (GDestroyNotify) g_array_unref);
  add (self, id, label, drop);
}

/** mappe_sheet_form_set_date: @iso: (nullable): the day that is there at first */
void
mappe_sheet_form_set_date (MappeSheetForm *self, const char *id, const char *iso)
{
  mappe_date_entry_set_date (g_hash_table_lookup (self->inputs, id), iso);
}

/** mappe_sheet_form_add_record: A record of any kind by search. */
void
mappe_sheet_form_add_record (MappeSheetForm *self, const char *id, const char *label, const MappeKind *kind)
{
  GtkWidget *entry = mappe_reference_entry_new (self->store, kind);

  mappe_reference_entry_set_name (MAPPE_REFERENCE_ENTRY (entry), label);
  gtk_widget_add_css_class (entry, "framed-entry");
  add (self, id, label, entry);
}

/** mappe_sheet_form_add_date: A day. */
void
mappe_sheet_form_add_date (MappeSheetForm *self, const char *id, const char *label)
{
  GtkWidget *entry = mappe_date_entry_new ();

  mappe_date_entry_set_name (MAPPE_DATE_ENTRY (entry), label);
  gtk_widget_add_css_class (entry, "framed-entry");
  add (self, id, label, entry);
}

/** mappe_sheet_form_add_check: Yes or no. */
void
mappe_sheet_form_add_check (MappeSheetForm *self, const char *id, const char *label, gboolean active)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_box_append (GTK_BOX (self->box), check);
  g_hash_table_insert (self->inputs, (gpointer) id, check);
}

/* --- what was typed --- */

static gpointer
input (MappeSheetForm *self, const char *id)
{
  return g_hash_table_lookup (self->inputs, id);
}

/** mappe_sheet_form_get_text: Returns: (transfer none): text of a one-line field */
const char *
mappe_sheet_form_get_text (MappeSheetForm *self, const char *id)
{
  return gtk_editable_get_text (GTK_EDITABLE (input (self, id)));
}

/** mappe_sheet_form_get_wording: Returns: (transfer full): text of a field with several lines */
char *
mappe_sheet_form_get_wording (MappeSheetForm *self, const char *id)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (input (self, id));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/** mappe_sheet_form_get_code: Returns: (transfer none) (nullable): the code chosen */
const char *
mappe_sheet_form_get_code (MappeSheetForm *self, const char *id)
{
  GtkDropDown *drop = input (self, id);
  char **codes = g_object_get_data (G_OBJECT (drop), "codes");
  guint chosen = gtk_drop_down_get_selected (drop);

  return chosen != GTK_INVALID_LIST_POSITION && codes != NULL ? codes[chosen] : NULL;
}

/** mappe_sheet_form_get_id: Returns: id of the person or the record chosen, or 0 */
gint64
mappe_sheet_form_get_id (MappeSheetForm *self, const char *id)
{
  GtkWidget *widget = input (self, id);
  GArray *ids;
  guint chosen;

  if (MAPPE_IS_REFERENCE_ENTRY (widget))
    return MAX (mappe_reference_entry_get_id (MAPPE_REFERENCE_ENTRY (widget)), 0);
  ids = g_object_get_data (G_OBJECT (widget), "ids");
  chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (widget));
  return chosen < ids->len ? g_array_index (ids, gint64, chosen) : 0;
}

/** mappe_sheet_form_get_date: Returns: (transfer full) (nullable): the day typed */
char *
mappe_sheet_form_get_date (MappeSheetForm *self, const char *id)
{
  return mappe_date_entry_get_date (input (self, id));
}

/** mappe_sheet_form_get_check: Returns: whether it is checked */
gboolean
mappe_sheet_form_get_check (MappeSheetForm *self, const char *id)
{
  return gtk_check_button_get_active (input (self, id));
}

/** mappe_sheet_form_get_minute: @minute: (out): the time in a one-line field; none when it is empty. Returns: whether
 * it is one */
gboolean
mappe_sheet_form_get_minute (MappeSheetForm *self, const char *id, int *minute, GError **error)
{
  const char *text = mappe_sheet_form_get_text (self, id);
  g_autofree char *time = *text != '\0' ? mappe_time_parse_typed (text, error) : NULL;

  *minute = mappe_minute_parse (time);
  return *text == '\0' || time != NULL;
}

/** mappe_sheet_form_get_subject: Returns: what mappe_sheet_form_set_subject() kept: the record it is about */
gint64
mappe_sheet_form_get_subject (MappeSheetForm *self)
{
  return self->subject;
}

/** mappe_sheet_form_set_subject: Keeps the record that the form is about, whatever is selected later. */
void
mappe_sheet_form_set_subject (MappeSheetForm *self, gint64 subject)
{
  self->subject = subject;
}

/* --- the dialog --- */

static void ask (MappeSheetForm *self, const char *body);

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeSheetForm) self = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (answer, "do") != 0)
    return;
  if (self->done (self, self->owner, &error))
    {
      if (self->kept != NULL)
        mappe_kept_text_save (self->store, self->kept, self->subject, NULL);
      return;
    }
  if (gtk_widget_get_parent (self->box) != NULL)
    gtk_widget_unparent (self->box);
  ask (g_steal_pointer (&self), error != NULL ? error->message : NULL);
}

static void
ask (MappeSheetForm *self, const char *body)
{
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
    { "do", self->verb, MAPPE_DIALOGS_SUGGESTED },
  };

  mappe_dialogs_ask_async (self->owner, self->heading, body, answers, G_N_ELEMENTS (answers), self->box, answered_cb,
                           self);
  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
}

/** mappe_sheet_form_present: @self: (transfer full): is shown until it is carried out or given up */
void
mappe_sheet_form_present (MappeSheetForm *self)
{
  ask (self, NULL);
}
