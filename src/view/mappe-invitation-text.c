/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-invitation-text.h"

#include <glib/gi18n.h>

#include "mappe-agenda-version.h"
#include "mappe-build-letter.h"
#include "mappe-council.h"
#include "mappe-focus-child.h"
#include "mappe-paper-view.h"
#include "mappe-wrap-layout.h"

struct _MappeInvitationText {
  AdwBin          parent_instance;

  MappeSitting   *sitting;
  GPtrArray      *recipients;  /* (element-type MappeRecipient) */
  char           *sent_on;
  gboolean        chosen;      /* the user took another letter than the one that is due */
  gboolean        filling;
  GtkDropDown    *purpose;
  GtkDropDown    *recipient;   /* the first entry is everybody */
  GtkDropDown    *language;
  GtkEditable    *reason;      /* of a supplement that was not sent yet */
  MappePaperView *paper;
};

G_DEFINE_FINAL_TYPE (MappeInvitationText, mappe_invitation_text, ADW_TYPE_BIN)

static guint edit_text;

static const char *const languages[] = { "de", "en" };

static const MappeRecipient *
chosen_recipient (MappeInvitationText *self)
{
  guint i = gtk_drop_down_get_selected (self->recipient);

  return i > 0 && i <= self->recipients->len ? g_ptr_array_index (self->recipients, i - 1) : NULL;
}

/* Only what was not sent yet has a reason that can still be written. */
static gboolean
asks_for_reason (MappeInvitationText *self)
{
  guint edition;

  mappe_letter_now (self->sitting, &edition);
  return edition > self->sitting->versions->len
         && g_str_equal (mappe_invitation_text_get_purpose (self), MAPPE_TEMPLATE_SUPPLEMENT);
}

static void
show (MappeInvitationText *self)
{
  if (self->sitting != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->reason), asks_for_reason (self));
  if (!self->filling && self->sitting != NULL)
    mappe_paper_view_set_document (self->paper, mappe_invitation_text_build (self));
}

static void
purpose_cb (MappeInvitationText *self)
{
  if (!self->filling)
    self->chosen = TRUE;
  show (self);
}

/* A letter speaks the language of who reads it. */
static void
recipient_cb (MappeInvitationText *self)
{
  const MappeRecipient *recipient = chosen_recipient (self);

  if (self->filling)
    return;
  if (recipient != NULL)
    gtk_drop_down_set_selected (self->language, mappe_language_is_german (recipient->language) ? 0 : 1);
  show (self);
}

static void
edit_cb (MappeInvitationText *self)
{
  g_signal_emit (self, edit_text, 0);
}

/* --- widget --- */

static void
mappe_invitation_text_finalize (GObject *object)
{
  MappeInvitationText *self = MAPPE_INVITATION_TEXT (object);

  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  g_clear_pointer (&self->sitting, mappe_sitting_unref);
  g_free (self->sent_on);
  G_OBJECT_CLASS (mappe_invitation_text_parent_class)->finalize (object);
}

static gboolean
mappe_invitation_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MAPPE_INVITATION_TEXT (widget)->purpose));
}

static void
mappe_invitation_text_class_init (MappeInvitationTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_invitation_text_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_invitation_text_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = mappe_focus_child;
  edit_text = g_signal_new ("edit-text", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 0);
}

static GtkDropDown *
add_choice (MappeInvitationText *self, GtkWidget *bar, const char *label, const char *const *entries,
            void (*changed) (MappeInvitationText *self))
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (entries);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (drop_down, label);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static GtkWidget *
make_reason (MappeInvitationText *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Reason of the supplement"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason of the supplement"),
                                  -1);
  g_object_set (entry, "hexpand", TRUE, "visible", FALSE, "width-chars", 24, NULL);
  g_signal_connect_object (entry, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  self->reason = GTK_EDITABLE (entry);
  return entry;
}

static void
mappe_invitation_text_init (MappeInvitationText *self)
{
  const char *const nothing[] = { NULL };
  const char *const names[] = { _("German"), _("English"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *edit = gtk_button_new_with_label (_("Edit text…"));

  gtk_widget_set_layout_manager (bar, mappe_wrap_layout_new ());
  gtk_widget_add_css_class (bar, "list-bar");
  self->recipients = g_ptr_array_new ();
  self->filling = TRUE;
  self->purpose = add_choice (self, bar, _("Letter"), nothing, purpose_cb);
  self->recipient = add_choice (self, bar, _("Recipient"), nothing, recipient_cb);
  self->language = add_choice (self, bar, _("Language"), names, show);
  gtk_drop_down_set_enable_search (self->recipient, FALSE);
  gtk_box_append (GTK_BOX (bar), edit);
  gtk_box_append (GTK_BOX (bar), make_reason (self));
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  self->paper = MAPPE_PAPER_VIEW (mappe_paper_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->paper), TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->paper));
  adw_bin_set_child (ADW_BIN (self), box);
  self->filling = FALSE;
}

/* --- filling --- */

/* Sets the entries when they are others; the same entry stays selected. */
static void
set_entries (GtkDropDown *drop_down, GPtrArray *entries)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  guint n = g_list_model_get_n_items (model), selected = gtk_drop_down_get_selected (drop_down);
  gboolean same = n == entries->len - 1;

  for (guint i = 0; same && i < n; i++)
    same = g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), g_ptr_array_index (entries, i)) == 0;
  if (same)
    return;
  gtk_string_list_splice (GTK_STRING_LIST (model), 0, n, (const char *const *) entries->pdata);
  gtk_drop_down_set_selected (drop_down, selected < entries->len - 1 ? selected : 0);
}

static guint
place_of (const char *purpose)
{
  const char *const *purposes = mappe_template_purposes ();
  guint i = 0;

  while (purposes[i] != NULL && g_strcmp0 (purposes[i], purpose) != 0)
    i++;
  return i;
}

static void
fill_purposes (MappeInvitationText *self)
{
  const char *const *purposes = mappe_template_purposes ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  for (guint i = 0; purposes[i] != NULL; i++)
    g_ptr_array_add (entries, (gpointer) mappe_sitting_code (self->sitting, "template_purpose", purposes[i], NULL));
  g_ptr_array_add (entries, NULL);
  set_entries (self->purpose, entries);
  if (!self->chosen)
    gtk_drop_down_set_selected (self->purpose, place_of (mappe_letter_now (self->sitting, NULL)));
}

static void
fill_recipients (MappeInvitationText *self)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  g_ptr_array_add (entries, _("Everybody"));
  for (guint i = 0; i < self->recipients->len; i++)
    g_ptr_array_add (entries, ((MappeRecipient *) g_ptr_array_index (self->recipients, i))->name);
  g_ptr_array_add (entries, NULL);
  set_entries (self->recipient, entries);
}

static guint
language_of_council (const MappeSitting *sitting)
{
  const char *code = sitting->council != NULL ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE) : NULL;

  return mappe_language_is_german (mappe_language_get (code)) ? 0 : 1;
}

/**
 * mappe_invitation_text_set:
 * @sent_on: (nullable): day of the letters
 *
 * Shows the letters of a meeting; of the same meeting the same letter as before.
 */
void
mappe_invitation_text_set (MappeInvitationText *self, const MappeSitting *sitting, const char *sent_on)
{
  gboolean other = self->sitting == NULL || self->sitting->meeting->id != sitting->meeting->id;
  gboolean sent = !other && self->sitting->versions->len != sitting->versions->len;
  MappeSitting *before = g_steal_pointer (&self->sitting);

  self->filling = TRUE;
  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  self->sitting = mappe_sitting_ref ((MappeSitting *) sitting);
  self->recipients = mappe_invitation_recipients (sitting);
  g_clear_pointer (&before, mappe_sitting_unref);
  g_free (self->sent_on);
  self->sent_on = g_strdup (sent_on);
  self->chosen = self->chosen && !other;
  fill_purposes (self);
  fill_recipients (self);
  if (other || sent)
    gtk_editable_set_text (self->reason, "");
  if (other)
    {
      gtk_drop_down_set_selected (self->recipient, 0);
      gtk_drop_down_set_selected (self->language, language_of_council (sitting));
    }
  self->filling = FALSE;
  show (self);
}

/**
 * mappe_invitation_text_choose:
 * @i: place of a recipient among those of mappe_invitation_recipients()
 *
 * Shows the letter to that recipient, in the recipient's language.
 */
void
mappe_invitation_text_choose (MappeInvitationText *self, guint i)
{
  if (i < self->recipients->len)
    gtk_drop_down_set_selected (self->recipient, i + 1);
}

/** mappe_invitation_text_get_purpose: Returns: (transfer none): which letter is shown */
const char *
mappe_invitation_text_get_purpose (MappeInvitationText *self)
{
  guint selected = gtk_drop_down_get_selected (self->purpose);

  return mappe_template_purposes ()[selected != GTK_INVALID_LIST_POSITION ? selected : 0];
}

/** mappe_invitation_text_get_language: Returns: (transfer none): language of the letter */
const MappeLanguage *
mappe_invitation_text_get_language (MappeInvitationText *self)
{
  return mappe_language_get (languages[gtk_drop_down_get_selected (self->language) == 0 ? 0 : 1]);
}

/** mappe_invitation_text_get_reason: Returns: (transfer none): reason of the supplement, as far as it was typed */
const char *
mappe_invitation_text_get_reason (MappeInvitationText *self)
{
  return gtk_editable_get_text (self->reason);
}

/* Why the agenda of that edition is another one than before. */
static const char *
reason_of (MappeInvitationText *self, guint edition)
{
  GPtrArray *versions = self->sitting->versions;

  if (edition <= 1)
    return NULL;
  return edition > versions->len ? mappe_invitation_text_get_reason (self)
                                 : mappe_row_get_text (g_ptr_array_index (versions, edition - 1),
                                                       MAPPE_AGENDA_VERSION_REASON);
}

/** mappe_invitation_text_build_for: Returns: (transfer full): the letter that is shown, to somebody else */
MappeNode *
mappe_invitation_text_build_for (MappeInvitationText *self, const MappeRecipient *recipient,
                                 const MappeLanguage *language)
{
  g_autoptr (MappeTemplate) text = mappe_template_find (self->sitting, mappe_invitation_text_get_purpose (self),
                                                        language);
  MappeLetterFacts facts = { .recipient = recipient, .sent_on = self->sent_on };

  mappe_letter_now (self->sitting, &facts.edition);
  facts.reason = reason_of (self, facts.edition);
  return mappe_build_letter (self->sitting, text, &facts, language);
}

/** mappe_invitation_text_build: Returns: (transfer full): the letter that is shown */
MappeNode *
mappe_invitation_text_build (MappeInvitationText *self)
{
  return mappe_invitation_text_build_for (self, chosen_recipient (self), mappe_invitation_text_get_language (self));
}
