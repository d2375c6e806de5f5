/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-window.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-file-content.h"
#include "mappe-paper-view.h"
#include "mappe-print.h"
#include "mappe-save-as.h"
#include "mappe-share-job.h"
#include "mappe-window-frame.h"

#define WIDTH 940
#define HEIGHT 620
#define CHOICES_WIDTH 300

/* The window in which a document goes out of the house: what, for whom, in which language and format, with its pages
 * as they will be. Belongs to the window. */
typedef struct {
  MappeStore     *store;
  gint64          id;
  GPtrArray      *kinds;        /* const MappeDocumentKind: those that can be chosen */
  AdwWindow      *window;
  GtkWidget      *overlay;      /* of toasts */
  AdwComboRow    *what, *readers, *language, *format;
  GtkStack       *stack;        /* the pages, or why there are none */
  MappePaperView *paper;
  AdwStatusPage  *nothing;
  GtkLabel       *report;
  GtkWidget      *acts[3];      /* save, print, mail */
  MappeNode      *document;     /* on the pages; NULL while it is made */
  GCancellable   *cancellable;
} Share;

static void
share_free (gpointer data)
{
  Share *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->store);
  g_ptr_array_unref (self->kinds);
  g_clear_pointer (&self->document, mappe_node_free);
  g_free (self);
}

/* Returns: (transfer none) (nullable): %NULL once the window was closed */
static Share *
share_of (AdwWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "mappe-share");
}

/* --- choices --- */

static const MappeDocumentKind *
chosen_kind (Share *self)
{
  return g_ptr_array_index (self->kinds, adw_combo_row_get_selected (self->what));
}

static MappeShareWish
wish_of (Share *self)
{
  static const char *const languages[] = { "de", "en" };
  guint n_formats;
  const MappeFormat *formats = mappe_formats (&n_formats);
  const MappeDocumentKind *kind = chosen_kind (self);

  return (MappeShareWish) { .kind = kind, .id = kind->about != NULL ? self->id : 0,
                            .reader = (MappeClass) adw_combo_row_get_selected (self->readers),
                            .language = mappe_language_get (languages[adw_combo_row_get_selected (self->language)]),
                            .format = &formats[adw_combo_row_get_selected (self->format)] };
}

static void
set_document (Share *self, MappeNode *document)
{
  g_autofree char *report = document != NULL ? mappe_share_report (document) : NULL;

  g_clear_pointer (&self->document, mappe_node_free);
  self->document = document;
  gtk_label_set_label (self->report, report != NULL ? report : "");
  for (guint i = 0; i < G_N_ELEMENTS (self->acts); i++)
    gtk_widget_set_sensitive (self->acts[i], document != NULL);
  if (document != NULL)
    mappe_paper_view_set_document (self->paper, mappe_node_copy_for (document, MAPPE_CLASS_CONFIDENTIAL));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeShared) made = mappe_share_job_finish (result, &error);
  Share *self = share_of (window);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (made == NULL)
    adw_status_page_set_description (self->nothing, error->message);
  gtk_stack_set_visible_child_name (self->stack, made != NULL ? "paper" : "nothing");
  set_document (self, made != NULL ? g_steal_pointer (&made->document) : NULL);
}

/* Whatever was under way is not wanted any more. */
static void
changed_cb (Share *self)
{
  MappeShareWish wish = wish_of (self);

  wish.format = NULL;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_document (self, NULL);
  mappe_share_job_async (self->store, &wish, self->cancellable, made_cb, g_object_ref (self->window));
}

/* --- acts --- */

static char *
file_name (Share *self, const MappeFormat *format)
{
  const char *title = self->document != NULL ? self->document->text : NULL;
  g_autofree char *name = g_strdup (title != NULL ? title : _(chosen_kind (self)->title));

  g_strdelimit (name, "/\\:*?\"<>|\n", '-');
  g_strstrip (name);
  return g_strdup_printf ("%s.%s", name, format->name);
}

typedef struct {
  AdwWindow         *window;
  const MappeFormat *format;
  char              *name;
} Going;

static Going *
going_new (Share *self, const MappeFormat *format)
{
  Going *going = g_new (Going, 1);

  *going = (Going) { g_object_ref (self->window), format, file_name (self, format) };
  return going;
}

static void
going_free (Going *going)
{
  g_object_unref (going->window);
  g_free (going->name);
  g_free (going);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Going, going_free)

static void
to_save_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeShared) made = mappe_share_job_finish (result, &error);
  Share *self = share_of (going->window);
  g_autofree char *pattern = g_strconcat ("*.", going->format->name, NULL);
  const MappeDialogsFilter filter = { _(going->format->title), pattern };

  if (made != NULL && self != NULL)
    mappe_save_as (self->overlay, _("Save document"), &filter, going->name, made->bytes,
                   _("The document was not saved"));
  else if (self != NULL)
    mappe_feedback_error (self->overlay, error, _("The document was not saved"));
}

static void
save_cb (Share *self)
{
  MappeShareWish wish = wish_of (self);

  if (self->document != NULL)
    mappe_share_job_async (self->store, &wish, NULL, to_save_cb, going_new (self, wish.format));
}

static void
print_cb (Share *self)
{
  if (self->document != NULL)
    mappe_print_document (self->overlay, mappe_node_copy_for (self->document, MAPPE_CLASS_CONFIDENTIAL));
}

/* --- mail --- */

static void
mailed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) near = data;
  g_autoptr (GError) error = NULL;

  if (!g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error))
    mappe_feedback_error (near, error, _("There is no mail program. Save the document instead."));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  g_autoptr (GError) error = NULL;
  gboolean written = mappe_file_content_write_finish (result, &error);
  g_autoptr (GFile) file = written ? mappe_file_content_private_place (going->name, &error) : NULL;
  g_autoptr (GSubprocess) mail = NULL;
  Share *self = share_of (going->window);

  if (file != NULL)
    mail = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdg-email", "--utf8", "--subject", going->name,
                             "--attach", g_file_peek_path (file), NULL);
  if (mail != NULL && self != NULL)
    g_subprocess_wait_check_async (mail, NULL, mailed_cb, g_object_ref (self->overlay));
  else if (self != NULL)
    mappe_feedback_error (self->overlay, error, _("There is no mail program. Save the document instead."));
}

static void
to_mail_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeShared) made = mappe_share_job_finish (result, &error);
  g_autoptr (GFile) file = made != NULL ? mappe_file_content_private_place (going->name, &error) : NULL;
  Share *self = share_of (going->window);

  if (file != NULL)
    mappe_file_content_write_async (made->bytes, file, NULL, written_cb, g_steal_pointer (&going));
  else if (self != NULL)
    mappe_feedback_error (self->overlay, error, _("The document was not made"));
}

/* A draft in the mail program with the file attached; nothing is sent from here. */
static void
mail_cb (Share *self)
{
  MappeShareWish wish = wish_of (self);

  if (self->document != NULL)
    mappe_share_job_async (self->store, &wish, NULL, to_mail_cb, going_new (self, wish.format));
}

/* --- building --- */

static AdwComboRow *
add_choice (Share *self, GtkWidget *group, const char *title, const char *const *names)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_use_subtitle (row, TRUE);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  return row;
}

static GPtrArray *
titles_of_kinds (Share *self)
{
  GPtrArray *titles = g_ptr_array_new ();

  for (guint i = 0; i < self->kinds->len; i++)
    g_ptr_array_add (titles, (gpointer) _(((const MappeDocumentKind *) g_ptr_array_index (self->kinds, i))->title));
  g_ptr_array_add (titles, NULL);
  return titles;
}

static GPtrArray *
titles_of_formats (void)
{
  GPtrArray *titles = g_ptr_array_new ();
  guint n_formats;
  const MappeFormat *formats = mappe_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    g_ptr_array_add (titles, (gpointer) _(formats[i].title));
  g_ptr_array_add (titles, NULL);
  return titles;
}

static GtkWidget *
build_report (Share *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->report = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->report, TRUE);
  gtk_label_set_xalign (self->report, 0);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What is in it"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->report));
  return group;
}

static GtkWidget *
build_choices (Share *self)
{
  const char *const readers[] = { C_("readers of a document", "Everybody"), C_("readers of a document", "Members"),
                                  C_("readers of a document", "Those who may see everything"), NULL };
  const char *const languages[] = { _("German"), _("English"), NULL };
  g_autoptr (GPtrArray) kinds = titles_of_kinds (self);
  g_autoptr (GPtrArray) formats = titles_of_formats ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->what = add_choice (self, group, _("Document"), (const char *const *) kinds->pdata);
  self->readers = add_choice (self, group, _("For whom"), readers);
  self->language = add_choice (self, group, _("Language"), languages);
  self->format = add_choice (self, group, _("Format"), (const char *const *) formats->pdata);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), build_report (self));
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 12, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, CHOICES_WIDTH, -1);
  gtk_widget_set_hexpand (scroller, FALSE);
  gtk_widget_set_hexpand_set (scroller, TRUE);
  return scroller;
}

static GtkWidget *
build_preview (Share *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->paper = MAPPE_PAPER_VIEW (mappe_paper_view_new ());
  self->nothing = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->nothing, _("Nothing to share"));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->paper), "paper");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing), "nothing");
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static GtkWidget *
build_act (Share *self, guint number, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  self->acts[number] = button;
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
build_header (Share *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *save = build_act (self, 0, _("_Save…"), G_CALLBACK (save_cb));

  gtk_widget_add_css_class (save, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), build_act (self, 2, _("_Mail…"), G_CALLBACK (mail_cb)));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), build_act (self, 1, _("_Print…"), G_CALLBACK (print_cb)));
  return header;
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  Share *self = data;

  (g_variant_get_boolean (arguments) ? save_cb : print_cb) (self);
  return TRUE;
}

static void
add_key (Share *self, guint key, gboolean saves)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                                            gtk_callback_action_new (key_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (saves));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
}

static void
build_window (Share *self, GtkWidget *near)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->window = ADW_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (self->window), "mappe-share", self, share_free);
  gtk_box_append (GTK_BOX (halves), build_choices (self));
  gtk_box_append (GTK_BOX (halves), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (halves), build_preview (self));
  gtk_widget_set_vexpand (halves, TRUE);
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), halves);
  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (box), self->overlay);
  adw_window_set_content (self->window, box);
  gtk_window_set_title (GTK_WINDOW (self->window), C_("window", "Share"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (gtk_widget_get_root (near)));
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  mappe_window_close_on_escape (GTK_WIDGET (self->window));
  add_key (self, GDK_KEY_s, TRUE);
  add_key (self, GDK_KEY_p, FALSE);
}

/* Those about the record first, then those of the whole council. */
static GPtrArray *
kinds_for (const MappeKind *about)
{
  GPtrArray *kinds = g_ptr_array_new ();
  guint n;
  const MappeDocumentKind *all = mappe_document_kinds (&n);

  for (guint i = 0; about != NULL && i < n; i++)
    if (all[i].about == about)
      g_ptr_array_add (kinds, (gpointer) &all[i]);
  for (guint i = 0; i < n; i++)
    if (all[i].about == NULL)
      g_ptr_array_add (kinds, (gpointer) &all[i]);
  return kinds;
}

/**
 * mappe_share_window_open:
 * @near: a widget of the window
 * @kind: (nullable): of the record in front
 * @id: of it
 *
 * Opens the window in which documents about the record, and about the whole council, are looked at, saved, printed and
 * mailed. It begins with the document for everybody, in the language of the user.
 */
void
mappe_share_window_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id)
{
  Share *self = g_new0 (Share, 1);

  self->store = g_object_ref (store);
  self->id = id;
  self->kinds = kinds_for (id > 0 ? kind : NULL);
  self->cancellable = g_cancellable_new ();
  build_window (self, near);
  adw_combo_row_set_selected (self->language, mappe_language_is_german (NULL) ? 0 : 1);
  adw_combo_row_set_selected (self->readers, chosen_kind (self)->least);
  g_signal_connect_swapped (self->what, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->readers, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->what));
}
