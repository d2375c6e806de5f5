/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-private.h"

#include <glib/gi18n.h>

#include "mappe-oparl.h"
#include "mappe-person.h"

#define CHOICES_WIDTH 300
#define SHORTEST 8  /* characters of a passphrase, as on the command line */

/* The left half of the window: what goes out, for whom, as what, under which passphrase. */

/** mappe_sharing_get_item: Returns: (transfer none): what is chosen */
const MappeShareItem *
mappe_sharing_get_item (MappeSharing *self)
{
  return g_ptr_array_index (self->items, adw_combo_row_get_selected (self->what));
}

static const char *
typed (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
can_seal (MappeSharing *self)
{
  const MappeShareSort sort = mappe_sharing_get_item (self)->sort;

  return sort == MAPPE_SHARE_REGISTER || sort == MAPPE_SHARE_SUBJECT;
}

static gboolean
is_sealed (MappeSharing *self)
{
  return can_seal (self) && gtk_switch_get_active (self->seal);
}

static MappeProfile
chosen_reader (MappeSharing *self)
{
  return g_array_index (self->readers, MappeProfile, adw_combo_row_get_selected (self->reader));
}

/** mappe_sharing_get_wish: Returns: all that is chosen; its texts belong to the window */
MappeShareWish
mappe_sharing_get_wish (MappeSharing *self)
{
  static const char *const languages[] = { "de", "en" };
  const MappeShareItem *item = mappe_sharing_get_item (self);
  const guint form = adw_combo_row_get_selected (self->format);

  return (MappeShareWish) { .item = item, .id = item->about != NULL ? self->id : 0, .reader = chosen_reader (self),
                            .kind = g_ptr_array_index (self->kinds, adw_combo_row_get_selected (self->of_kind)),
                            .language = mappe_language_get (languages[adw_combo_row_get_selected (self->language)]),
                            .format = g_array_index (self->formats, MappeShareFormat, form), .form = form,
                            .passphrase = is_sealed (self) ? typed (self->phrase) : NULL,
                            .base = item->sort == MAPPE_SHARE_OPARL ? typed (self->base) : NULL };
}

/** mappe_sharing_is_plain_secret: Returns: whether it holds everything and everybody could read it */
gboolean
mappe_sharing_is_plain_secret (MappeSharing *self)
{
  return can_seal (self) && !is_sealed (self) && chosen_reader (self) == MAPPE_PROFILE_FULL;
}

/** mappe_sharing_find_missing: Returns: (transfer none) (nullable): translated: what is missing before it can go out */
const char *
mappe_sharing_find_missing (MappeSharing *self)
{
  if (mappe_sharing_get_item (self)->sort == MAPPE_SHARE_OPARL && !mappe_oparl_base_is_valid (typed (self->base)))
    return _("Type the address that the folder will have on the web, like https://example.org/oparl.");
  if (!is_sealed (self))
    return NULL;
  if (g_utf8_strlen (typed (self->phrase), -1) < SHORTEST)
    return _("Type a passphrase of at least eight characters. Without it nobody can open the file, not even you.");
  if (!g_str_equal (typed (self->phrase), typed (self->again)))
    return _("Type the same passphrase a second time.");
  return NULL;
}

/* --- rows that follow what was chosen --- */

static void
set_names (AdwComboRow *row, GPtrArray *names, guint selected)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (names, NULL);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
  gtk_widget_set_sensitive (GTK_WIDGET (row), names->len > 2);
}

static void
fill_readers (MappeSharing *self, MappeProfile wanted)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  g_clear_pointer (&self->readers, g_array_unref);
  self->readers = mappe_share_item_readers (mappe_sharing_get_item (self));
  for (guint i = 0; i < self->readers->len; i++)
    {
      const MappeProfile reader = g_array_index (self->readers, MappeProfile, i);

      g_ptr_array_add (names, (gpointer) mappe_share_reader_title (reader));
      if (reader == wanted)
        selected = i;
    }
  set_names (self->reader, names, selected);
}

static void
fill_formats (MappeSharing *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_clear_pointer (&self->formats, g_array_unref);
  self->formats = mappe_share_item_formats (mappe_sharing_get_item (self));
  for (guint i = 0; i < self->formats->len; i++)
    g_ptr_array_add (names, (gpointer) _(g_array_index (self->formats, MappeShareFormat, i).title));
  set_names (self->format, names, 0);
}

static void
show_rows (MappeSharing *self)
{
  const MappeShareSort sort = mappe_sharing_get_item (self)->sort;

  gtk_widget_set_visible (GTK_WIDGET (self->of_kind), sort == MAPPE_SHARE_TABLE);
  gtk_widget_set_visible (self->base, sort == MAPPE_SHARE_OPARL);
  gtk_widget_set_visible (self->seal_group, can_seal (self));
  gtk_widget_set_sensitive (self->phrase, is_sealed (self));
  gtk_widget_set_sensitive (self->again, is_sealed (self));
}

/* What is for some is not quietly offered as if it were for all. */
static void
what_cb (MappeSharing *self)
{
  self->filling = TRUE;
  fill_readers (self, mappe_share_item_first_reader (mappe_sharing_get_item (self)));
  fill_formats (self);
  gtk_switch_set_active (self->seal, chosen_reader (self) == MAPPE_PROFILE_FULL);
  show_rows (self);
  self->filling = FALSE;
  mappe_sharing_look_again (self);
}

static void
reader_cb (MappeSharing *self)
{
  if (self->filling)
    return;
  gtk_switch_set_active (self->seal, chosen_reader (self) == MAPPE_PROFILE_FULL);
  show_rows (self);
  mappe_sharing_look_again (self);
}

static void
look_cb (MappeSharing *self)
{
  if (!self->filling)
    mappe_sharing_look_again (self);
}

static void
typed_cb (MappeSharing *self)
{
  show_rows (self);
  mappe_sharing_update_acts (self);
}

/* --- building --- */

static AdwComboRow *
add_choice (GtkWidget *group, const char *title)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_use_subtitle (row, TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  return row;
}

static GtkWidget *
add_entry (MappeSharing *self, GtkWidget *group, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), self);
  return row;
}

static void
fill_what (MappeSharing *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (names, (gpointer) _(((MappeShareItem *) g_ptr_array_index (self->items, i))->title));
  set_names (self->what, names, 0);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (_((*(MappeKind *const *) a)->label_plural), _((*(MappeKind *const *) b)->label_plural));
}

static void
fill_kinds (MappeSharing *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n, selected = 0;
  const MappeKind *const *kinds = mappe_kinds (&n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->kinds, (gpointer) kinds[i]);
  g_ptr_array_sort (self->kinds, compare_kinds);
  for (guint i = 0; i < n; i++)
    {
      const MappeKind *kind = g_ptr_array_index (self->kinds, i);

      g_ptr_array_add (names, (gpointer) _(kind->label_plural));
      if (kind == (self->kind != NULL ? self->kind : &mappe_person_kind))
        selected = i;
    }
  set_names (self->of_kind, names, selected);
}

static void
fill_languages (MappeSharing *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) _("German"));
  g_ptr_array_add (names, (gpointer) _("English"));
  set_names (self->language, names, mappe_language_is_german (NULL) ? 0 : 1);
}

static GtkWidget *
make_what (MappeSharing *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->what = add_choice (group, C_("choice of what is shared", "What"));
  self->of_kind = add_choice (group, _("Records"));
  self->reader = add_choice (group, _("For whom"));
  self->language = add_choice (group, _("Language"));
  self->format = add_choice (group, _("Format"));
  self->base = add_entry (self, group, adw_entry_row_new (), _("Address on the web"));
  return group;
}

static GtkWidget *
make_seal (MappeSharing *self)
{
  GtkWidget *group = adw_preferences_group_new (), *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  self->seal_group = group;
  self->seal = GTK_SWITCH (toggle);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Seal with a passphrase"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Opened by this program, and by “age”"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->phrase = add_entry (self, group, adw_password_entry_row_new (), _("Passphrase"));
  self->again = add_entry (self, group, adw_password_entry_row_new (), _("The same again"));
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (typed_cb), self);
  return group;
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_report (MappeSharing *self)
{
  GtkWidget *group = adw_preferences_group_new (), *label = make_label (NULL);

  self->report = GTK_LABEL (label);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What is in it"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
  return group;
}

static void
connect_rows (MappeSharing *self)
{
  g_signal_connect_swapped (self->what, "notify::selected", G_CALLBACK (what_cb), self);
  g_signal_connect_swapped (self->of_kind, "notify::selected", G_CALLBACK (look_cb), self);
  g_signal_connect_swapped (self->reader, "notify::selected", G_CALLBACK (reader_cb), self);
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (look_cb), self);
}

/** mappe_sharing_make_choices: Returns: (transfer floating): the rows, filled; what is chosen first is looked at */
GtkWidget *
mappe_sharing_make_choices (MappeSharing *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *scroller = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), make_what (self));
  gtk_box_append (GTK_BOX (box), make_seal (self));
  self->hint = make_label ("dim-label");
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), make_report (self));
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 12, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, CHOICES_WIDTH, -1);
  gtk_widget_set_hexpand (scroller, FALSE);
  gtk_widget_set_hexpand_set (scroller, TRUE);
  fill_what (self);
  fill_kinds (self);
  fill_languages (self);
  connect_rows (self);
  return scroller;
}
